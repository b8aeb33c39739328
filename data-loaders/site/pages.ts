import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { push } from '../../src/lib/arrow.ts';
import type { Data } from '../../src/lib/data.ts';
import { isDocument, wordHref } from '../../src/lib/documents.ts';
import { folderOf, isUnitPath, MOULDS, mouldOf, openPage, unitPaths } from '../../src/lib/page.ts';
import type { Enhet } from '../catalogue-types.ts';
import { onInterrupt } from '../interrupt.ts';

export type PageSettings = {
  /** Folder with the pages as Framework wrote them. */
  out: string;
  /** Address the site is served under, with slashes at both ends. */
  base: string;
  /** Folder with the published data behind the pages. */
  pageData: string;
};

/** A page by its address without extension, the page it is made from, and the file below the site that is made with it. */
export type PageJob = { path: string; mould: string; beside: { kind: 'word' | 'pack'; file: string } | null };

/** A page that is made, and the addresses it loads or links to. */
export type MadePage = { path: string; references: string[] };

/** The reviewer's workbook, below the site. */
const REVIEW_PACK = 'revision/revisionspaket.xlsx';

/** A thread takes a second to start: fewer pages than this each are not worth it. */
const PER_THREAD = 30;
/** A thread holds the data it reads. */
const MOST_THREADS = 8;
/** Told no limit, a thread lets gigabytes of finished pages lie. 290 kommuner are made within 1200. */
const HEAP_MB = 1500;

/**
 * Every page of the site: those in `written` (addresses), and one per unit, indicator and judgement from its mould. A unit's
 * pages are one group, for one thread: they share rows and charts.
 */
export function pageJobs(data: Data, written: string[]): PageJob[][] {
  const groups = new Map<string, PageJob[]>();
  const add = (path: string, mould: string) => {
    const { unit } = openPage(data, path);
    const group = isUnitPath(path) ? `${unit.niva}|${unit.id}` : path;
    push(groups, group, { path, mould, beside: besideOf(path, unit) });
  };
  for (const path of written) if (!MOULDS.includes(path)) add(path, path);
  for (const path of unitPaths(data.katalog())) add(path, mouldOf(path));
  return [...groups.values()];
}

function besideOf(path: string, unit: Enhet): PageJob['beside'] {
  if (path === '/revision') return { kind: 'pack', file: REVIEW_PACK };
  return isDocument(path) ? { kind: 'word', file: wordHref(folderOf(path), unit) } : null;
}

/** Threads that make pages. They start at once, while Framework is still at work. */
export function startThreads(settings: PageSettings, pages: number) {
  const count = Math.max(1, Math.min(availableParallelism(), MOST_THREADS, Math.floor(pages / PER_THREAD)));
  const threads = Array.from(
    { length: count },
    () =>
      new Worker(new URL('./page-thread.mjs', import.meta.url), {
        workerData: settings,
        resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      }),
  );
  const end = async () => {
    forget();
    await Promise.all(threads.map((thread) => thread.terminate()));
  };
  const forget = onInterrupt(end);
  const failed = new Promise<never>((_, reject) => {
    for (const thread of threads) thread.once('error', reject);
  });
  failed.catch(() => {});
  return {
    /** Makes every page, each thread taking the next group when it is done with one. Throws a thread's error. */
    make: async (groups: PageJob[][]): Promise<MadePage[]> => {
      const queue = [...groups];
      const made: MadePage[] = [];
      const work = (thread: Worker) =>
        new Promise<void>((done) => {
          const next = () => {
            const group = queue.shift();
            if (group) thread.postMessage(group);
            else done();
          };
          thread.on('message', (pages: MadePage[]) => {
            made.push(...pages);
            next();
          });
          next();
        });
      await Promise.race([Promise.all(threads.map(work)), failed]);
      return made;
    },
    end,
  };
}
