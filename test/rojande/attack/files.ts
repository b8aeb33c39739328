/** The rows of the published files: what anyone can download. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { addRows, addTotal, type Counts, type Header, noCounts, type Row } from './counts.ts';

type Manifest = { inputs: { fil: string; anvanda: number }[] };

const number = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text));

/** Rows of one CSV file, numbers as numbers. */
export function readCsv(file: string): Row[] {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  return data.map((row) => ({
    ...(row as unknown as Row),
    taljare: number(row.taljare),
    namnare: number(row.namnare),
    antal: number(row.antal),
  }));
}

/** Every count of the files in `folder`, one file at a time, and how many stays the manifest says there are in all. */
export function readFiles(folder: string, headers: Header[]): Counts {
  const counts = noCounts();
  for (const header of headers) {
    const file = join(folder, `${header.id}.csv`);
    if (existsSync(file)) addRows(counts, readCsv(file), header);
  }
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const stays = manifest.inputs.filter(({ fil }) => /^utskrivningar\b/.test(fil));
  addTotal(
    counts,
    'vardtillfalle',
    stays.reduce((sum, { anvanda }) => sum + anvanda, 0),
  );
  return counts;
}
