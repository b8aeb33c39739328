import { resolve } from 'node:path';
import { type PipelineResult, runPipeline } from '../pipeline.ts';
import { extractsDir, makeWorkDir, PAGES_DIR, WORK_DIR } from '../places.ts';
import { type Profile, readProfile, withMap } from '../profile/read.ts';
import type { Progress } from '../progress.ts';
import type { Series } from '../series/place.ts';
import { buildSite } from '../site/build.ts';
import { lockWorkDir } from '../site/lock.ts';
import { assertOurs } from '../site/output.ts';
import { replaceFolder } from '../site/swap.ts';
import { remember, type Snapshot } from '../unchanged.ts';
import { demoExtracts } from './demo.ts';
import { DEFAULT_PROFILE, type Values } from './options.ts';

/** What was published, and the profile it was published by. */
export type Run = PipelineResult & { profile: Profile };

/**
 * Pipeline, pages, and the site put in the place of the former one; then what it was built from (`snapshot`) is remembered.
 * `base` has slashes at both ends; `nyckel` is the key of pseudonyms, if there are to be any.
 */
export async function runBuild(
  values: Values,
  {
    snapshot,
    base,
    nyckel,
    series,
    progress,
  }: {
    snapshot: Snapshot;
    base: string;
    nyckel?: Buffer | undefined;
    series?: Series | undefined;
    progress: Progress;
  },
): Promise<Run> {
  const { out } = snapshot.request;
  return await withLock(progress, async () => {
    const result = await runFromExtracts(values, {
      progress,
      nyckel,
      series,
      before: (inputs) => assertOurs(out, inputs),
    });
    await replaceFolder(out, async (fresh) => {
      progress.step('Bygger sidorna');
      await buildSite({ dataDir: result.dataDir, out: fresh, base, quiet: true });
      progress.step('Byter ut webbplatsen');
    });
    remember(snapshot, result.catalogue.filer, result.profile.filer);
    return result;
  });
}

/** Runs `use` alone in the work dir. */
export async function withLock<T>(progress: Progress, use: () => Promise<T>): Promise<T> {
  const release = await lockWorkDir(makeWorkDir(), (pid) =>
    progress.step(`Väntar på ett annat bygge (process ${pid})`),
  );
  try {
    return await use();
  } finally {
    progress.end();
    release();
  }
}

/** The pipeline on what the options point at. `before` gets every file and folder read, before anything is written. */
export async function runFromExtracts(
  values: Values,
  {
    progress,
    nyckel,
    series,
    before = () => {},
  }: {
    progress: Progress;
    nyckel?: Buffer | undefined;
    series?: Series | undefined;
    before?: (inputs: string[]) => void;
  },
): Promise<Run> {
  const stated = readProfile(values.profile ?? DEFAULT_PROFILE);
  const profile = values.karta === undefined ? stated : withMap(stated, resolve(values.karta));
  const given = extractsDir(values.extracts);
  before(given ? [given, ...profile.filer] : profile.filer);
  const extracts = given ?? (await demoExtracts(profile, progress));
  const result = await runPipeline({
    extracts,
    profile,
    nyckel,
    series,
    workDir: WORK_DIR,
    pagesDir: PAGES_DIR,
    progress,
  });
  return { ...result, profile };
}
