/** The thread that makes the pages it is handed, one at a time, and their Word files. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { openData } from '../../src/lib/data.ts';
import { fillPlaces } from '../../src/lib/places.ts';
import { wordDocument } from '../word/document.ts';
import { mainOf } from '../word/dom.ts';
import { finishPage } from './finish-page.ts';
import type { MadePage, PageJob, PageSettings } from './pages.ts';
import { reviewPack } from './review-pack.ts';

const { out, base, pageData } = workerData as PageSettings;
const data = openData(pageData);

async function makePage({ path, mould, beside }: PageJob): Promise<MadePage> {
  const html = fillPlaces(await readFile(join(out, `${mould}.html`), 'utf8'), path, data);
  const page = finishPage(html, { path, base });
  await write(`${path}.html`, page.html);
  if (beside?.kind === 'word')
    await write(beside.file, await wordDocument(mainOf(page.document), data.katalog()));
  if (beside?.kind === 'pack') await write(beside.file, await reviewPack(data));
  return { path, references: page.references };
}

async function makeGroup(jobs: PageJob[]): Promise<MadePage[]> {
  const made: MadePage[] = [];
  for (const job of jobs) made.push(await makePage(job));
  return made;
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  const place = join(out, file);
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, content);
}

parentPort!.on('message', async (jobs: PageJob[]) => parentPort!.postMessage(await makeGroup(jobs)));
