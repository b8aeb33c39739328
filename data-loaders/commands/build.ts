import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { type PipelineResult, runPipeline } from '../pipeline.ts';
import { extractsDir, makeWorkDir, PAGES_DIR, WORK_DIR } from '../places.ts';
import { readProfile } from '../profile/read.ts';
import { createProgress, type Progress } from '../progress.ts';
import { buildSite } from '../site/build.ts';
import { lockWorkDir } from '../site/lock.ts';
import { assertOurs, replaceFolder } from '../site/swap.ts';
import { demoExtracts } from './demo.ts';
import { type Command, DEFAULT_PROFILE, type Values } from './options.ts';

const DEFAULT_OUT = 'dist';

export const build: Command = {
  sammanfattning: 'Bygger webbplatsen och datafilerna av utdragen.',
  alternativ: {
    extracts: { varde: 'MAPP', hjalp: 'mapp med utdrag; annars extracts/, och är den tom påhittade utdrag' },
    profile: { varde: 'NAMN|FIL', hjalp: `regionens profil (${DEFAULT_PROFILE})` },
    out: {
      varde: 'MAPP',
      hjalp: `mapp för webbplatsen (${DEFAULT_OUT}); byts ut i sin helhet när bygget är klart`,
    },
    base: { varde: '/SÖKVÄG/', hjalp: 'adress som webbplatsen ligger under (/)' },
  },
  mer: 'Misslyckas bygget står den förra webbplatsen kvar orörd.',
  run: async (values) => {
    const base = readBase(values.base);
    const out = resolve(values.out ?? DEFAULT_OUT);
    const progress = createProgress();
    const result = await withLock(progress, async () => {
      const data = await runFromExtracts(values, progress, (inputs) => assertOurs(out, inputs));
      await replaceFolder(out, async (fresh) => {
        progress.step('Bygger sidorna');
        await buildSite({ dataDir: data.dataDir, out: fresh, base, quiet: true });
        progress.step('Byter ut webbplatsen');
      });
      return data;
    });
    process.stdout.write(summary(result, values.out ?? DEFAULT_OUT));
  },
};

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
  progress: Progress,
  before: (inputs: string[]) => void = () => {},
): Promise<PipelineResult> {
  const profile = readProfile(values.profile ?? DEFAULT_PROFILE);
  const given = extractsDir(values.extracts);
  before(given ? [given, ...profile.filer] : profile.filer);
  const extracts = given ?? (await demoExtracts(profile, progress));
  return await runPipeline({ extracts, profile, workDir: WORK_DIR, pagesDir: PAGES_DIR, progress });
}

/** `--base` with a slash at both ends. Throws UsageError unless it is a plain path. */
export function readBase(text = '/'): string {
  const base = text.endsWith('/') ? text : `${text}/`;
  if (/^\/(?:[\w.~-]+\/)*$/.test(base) && !/\/\.\.?\//.test(base)) return base;
  throw new UsageError(
    `--base "${text}" är inte en sökväg som "/statistik/". Den börjar med snedstreck och har inget värdnamn.`,
  );
}

function summary({ catalogue }: PipelineResult, out: string): string {
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  const lasta = sum(catalogue.filer.map((fil) => fil.lasta));
  const anvanda = sum(catalogue.filer.map((fil) => fil.anvanda));
  const refused = lasta > anvanda ? '; npm run check visar varför resten avvisades' : '';
  return [
    `${catalogue.indikatorer.length} indikatorer till och med ${catalogue.sista_datadag}, profil ${catalogue.profil}.`,
    `${anvanda} av ${lasta} rader användes${refused}.`,
    `Webbplatsen ligger i ${out}.\n`,
  ].join('\n');
}
