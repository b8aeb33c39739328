import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Katalog } from '../../src/components/types.ts';
import { isDocument, wordHref } from '../../src/lib/documents.ts';
import { folderOf, openPage, unitPaths } from '../../src/lib/page.ts';
import { PAGES } from '../../src/lib/sitemap.ts';
import { type WordFacts, wordDocument } from './document.ts';

/** A built page and the Word file made of it, below the site's folder. */
export type Job = { page: string; word: string };
export type Jobs = { out: string; jobs: Job[]; facts: WordFacts };

/** A thread takes half a second to start: fewer documents than this each are not worth it. */
const PER_THREAD = 8;

/** Writes `word/*.docx` of every page that is a document, from the finished pages under `out`; a thread per processor. */
export async function writeDocuments(out: string, data: Parameters<typeof openPage>[0]): Promise<void> {
  const katalog = data.katalog();
  const facts = { syntetisk: katalog.syntetisk, sista_datadag: katalog.sista_datadag };
  const jobs = pathsOf(katalog).map((path) => ({
    page: `${path.slice(1)}.html`,
    word: wordHref(folderOf(path), openPage(data, path).unit).slice(1),
  }));
  mkdirSync(join(out, 'word'), { recursive: true });
  const threads = Math.min(availableParallelism(), Math.floor(jobs.length / PER_THREAD));
  if (threads < 2) return await writeJobs({ out, jobs, facts });
  await Promise.all(
    Array.from({ length: threads }, (_, nr) =>
      inThread({ out, facts, jobs: jobs.filter((_, i) => i % threads === nr) }),
    ),
  );
}

const pathsOf = (katalog: Katalog): string[] =>
  [...PAGES.map(({ path }) => path), ...unitPaths(katalog)].filter(isDocument);

/** Makes the documents one after the other. */
export async function writeJobs({ out, jobs, facts }: Jobs): Promise<void> {
  for (const { page, word } of jobs)
    await writeFile(join(out, word), await wordDocument(await readFile(join(out, page), 'utf8'), facts));
}

/** Throws the thread's error. */
async function inThread(workerData: Jobs): Promise<void> {
  const worker = new Worker(new URL('./thread.mjs', import.meta.url), { workerData });
  const [code] = (await once(worker, 'exit')) as [number];
  if (code !== 0) throw new Error(`thread ended: ${code}`);
}
