import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openData } from '../../src/lib/data.ts';
import { unitPaths } from '../../src/lib/page.ts';
import { PROJECT } from '../places.ts';
import { CHOICES } from '../publish/choices.ts';
import { QUERIES } from '../registry.ts';
import { removeUnused, writtenPages } from './finish.ts';
import { FRAMEWORK, startFramework } from './framework.ts';
import { prepareNpmCache } from './npm-cache.ts';
import { pageJobs, startThreads } from './pages.ts';

const PAGE_DATA = join(PROJECT, 'src/data');

export type SiteOptions = {
  /** Folder with the published files (csv, parquet, arrow, manifest.json); copied to `<out>/data`. */
  dataDir: string;
  /** Folder to write the site to; emptied first. */
  out: string;
  /** Address the site is served under, with slashes at both ends, `/` for a site of its own. */
  base: string;
  /** True hides Framework's own progress lines. */
  quiet: boolean;
  /** Folder the pages read; `src/data` unless a test has its own. */
  pageData?: string;
};

/**
 * Builds the pages from `src/` and `src/data`, the Word files of those that are documents, and adds the published files. Throws
 * an Error, with Framework's output where that fails: a fault in pages or code, never in the extracts.
 */
export async function buildSite({
  dataDir,
  out,
  base,
  quiet,
  pageData = PAGE_DATA,
}: SiteOptions): Promise<void> {
  const output = resolve(out);
  await rm(output, { recursive: true, force: true });
  await prepareNpmCache(join(PROJECT, 'src'), FRAMEWORK);
  const data = openData(pageData);
  const threads = startThreads({ out: output, base, pageData }, unitPaths(data.katalog()).length);
  try {
    await runFramework({ UTSK_UT: output, UTSK_BAS: base, UTSK_DATA: pageData }, quiet);
    const jobs = pageJobs(data, await writtenPages(output));
    await removeUnused(output, await threads.make(jobs), base);
  } finally {
    await threads.end();
  }
  await cp(dataDir, join(output, 'data'), { recursive: true });
  await cp(QUERIES, join(output, 'revision/queries'), { recursive: true });
  const choices = join(pageData, CHOICES);
  if (existsSync(choices)) await cp(choices, join(output, CHOICES), { recursive: true });
}

/** Runs `observable build`; its output is kept for the error message. */
async function runFramework(settings: Record<string, string>, quiet: boolean): Promise<void> {
  const child = startFramework(['build'], settings, 'pipe');
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      log += chunk.toString('utf8');
      if (!quiet) process.stderr.write(chunk);
    });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`observable build failed (${code}):\n${log}`);
}
