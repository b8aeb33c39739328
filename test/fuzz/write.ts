import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { DuckDBConnection } from '@duckdb/node-api';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { between, type Random } from '../../data-loaders/demo/random.ts';
import { identifier, literal } from '../../data-loaders/extracts/sql-text.ts';
import type { Draft } from './mutate.ts';

export type Written = { ending: string; bytes: Buffer };

const one = <T>(random: Random, list: readonly T[]): T => list[between(random, 0, list.length - 1)]!;
const ENCODINGS = ['utf8', 'utf8', 'utf8', 'utf8', 'win1252', 'utf16le', 'utf16be'];

/** The draft as a file of a form drawn at random: mostly CSV of some dialect, else XLSX or Parquet. */
export async function writeDraft(draft: Draft, random: Random, writer: DuckDBConnection): Promise<Written> {
  const form = random();
  if (form < 0.1) return await xlsx(draft, random);
  if (form < 0.17) return await parquet(draft, writer);
  const text = csv(draft, random);
  const encoding = one(random, ENCODINGS);
  const marked = random() < 0.3 || (encoding.startsWith('utf16') && random() < 0.8);
  if (encoding !== 'utf8') draft.done.push(`${encoding}${marked ? ' BOM' : ''}`);
  const bytes = iconv.encode(text, encoding, { addBOM: marked && encoding !== 'win1252' });
  if (random() > 0.06) return { ending: one(random, ['csv', 'csv', 'csv', 'txt', 'CSV']), bytes };
  draft.done.push('gzip');
  return { ending: 'csv.gz', bytes: gzipSync(bytes) };
}

function csv(draft: Draft, random: Random): string {
  const delimiter = one(random, [';', ';', ';', ',', '\t', '|']);
  const quotes = one(random, ['needed', 'needed', 'needed', 'all', 'none']);
  const end = one(random, ['\n', '\n', '\r\n', '\r\n', '\r', 'mixed']);
  draft.done.push(`csv ${JSON.stringify(delimiter)} ${quotes} ${JSON.stringify(end)}`);
  const field = (text: string) => {
    const must = text.includes(delimiter) || /["\r\n]/.test(text);
    if (must && quotes === 'none') draft.count = null;
    if (quotes === 'none' || (!must && quotes === 'needed')) return text;
    return `"${text.replaceAll('"', '""')}"`;
  };
  const lines = [...draft.titles, draft.head, ...draft.rows, ...draft.totals].map((row) =>
    row.map(field).join(delimiter),
  );
  // An empty line, or one of separators only, is read or not depending on where it stands.
  if (draft.rows.some((row) => row.every((cell) => cell.trim() === ''))) draft.count = null;
  if (random() < 0.1)
    lines.splice(between(random, 1, lines.length), 0, ...(random() < 0.5 ? [''] : ['', '']));
  if (random() < 0.1)
    lines.push(...(random() < 0.5 ? ['', ''] : [delimiter.repeat(Math.max(1, draft.head.length - 1))]));
  if (random() < 0.1) lines.unshift(`sep=${delimiter}`);
  const text = lines.map((line) => line + (end === 'mixed' ? one(random, ['\n', '\r\n']) : end)).join('');
  const whole = random() < 0.2 ? text.replace(/[\r\n]+$/, '') : text;
  if (random() > 0.06 || whole.includes('"')) return whole;
  const place = between(random, 0, whole.length);
  draft.done.push(`a quote at ${place}`);
  return `${whole.slice(0, place)}"${whole.slice(place)}`;
}

async function xlsx(draft: Draft, random: Random): Promise<Written> {
  draft.done.push('xlsx');
  const typed = random() < 0.5;
  const cell = (text: string) => {
    if (typed && /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(text)) return new Date(`${text.replace(' ', 'T')}:00Z`);
    return typed && /^\d{1,6}$/.test(text) ? Number(text) : text.slice(0, 30_000);
  };
  const rows = [...draft.titles, draft.head, ...draft.rows.map((row) => row.map(cell)), ...draft.totals];
  const sheets = [{ name: 'Blad1', rows }];
  if (random() < 0.4) sheets.unshift({ name: 'Läs mig', rows: [['Uttag'], ['Gjort av', 'X']] });
  if (draft.rows.some((row) => row.every((text) => text.trim() === ''))) draft.count = null;
  return { ending: 'xlsx', bytes: Buffer.from(await writeXlsx({ sheets })) };
}

/** Parquet has neither titles nor rows of other lengths: those mutations are lost. */
async function parquet(draft: Draft, writer: DuckDBConnection): Promise<Written> {
  draft.done.push('parquet');
  if (draft.head.length === 0) draft.head = ['tom'];
  const names = draft.head
    .map((heading) => heading.replaceAll('\0', ''))
    .map((name, index, all) =>
      all.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === index && name !== ''
        ? name
        : `${name} ${index}`,
    );
  const values = (row: string[]) =>
    `(${names.map((_, index) => literal((row[index] ?? '').replaceAll('\0', ''))).join(', ')})`;
  const columns = names.map(identifier).join(', ');
  const rows = draft.rows.map(values);
  const from =
    rows.length > 0 ? `(values ${rows.join(', ')})` : `(select ${names.map(() => "''").join(', ')} limit 0)`;
  const file = join(tmpdir(), `fuzz-${process.pid}.parquet`);
  await writer.run(`copy (select * from ${from} as t (${columns})) to ${literal(file)} (format parquet)`);
  const bytes = readFileSync(file);
  rmSync(file);
  if (draft.rows.some((row) => row.every((text) => text.trim() === ''))) draft.count = null;
  if (draft.totals.length > 0) draft.count = draft.rows.length;
  return { ending: 'parquet', bytes };
}
