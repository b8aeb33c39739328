import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { wordOf } from '../../data-loaders/publish/xlsx/codes.ts';
import { HEADINGS } from '../../data-loaders/publish/xlsx/headings.ts';

/** A published workbook's first sheet as text, by the names of the columns that its headings stand for. */
export async function workbookRows(path: string): Promise<Record<string, string>[]> {
  const [head = [], ...rows] = (await readXlsx(readFileSync(path))).sheets[0]!.rows;
  const names = head.map((heading) => Object.keys(HEADINGS).find((name) => HEADINGS[name] === heading)!);
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, text(row[index] ?? null)])));
}

const text = (value: unknown): string =>
  value instanceof Date ? value.toISOString().slice(0, 10) : value === null ? '' : String(value);

/** A row of the csv as the workbook says it: words for codes, and the word where a value is hidden or missing. */
export const inWords = (row: Record<string, string>): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(row).map(([column, value]) => [column, wordOf(column, value)])),
  ...(row.status && row.status !== 'visas' && row.varde === '' ? { varde: row.status } : {}),
});
