import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DuckDBConnection } from '@duckdb/node-api';
import { parseAllDocuments } from 'yaml';
import { type Row, rowsOf } from './stage.ts';
import type { World } from './world.ts';

export const CASES = fileURLToPath(new URL('../cases', import.meta.url));

export type Expectation = {
  /** The table; without it indikatorvarde for the indicator the file is named after. */
  tabell?: string;
  /** Column values the compared rows share. */
  urval?: Row;
  rader: (Row & { skal: string })[];
};

export type Case = World & {
  id: string;
  regel: string;
  /** Published cells of synthetic extracts: goals that are examples count. */
  syntetisk?: boolean;
  forvantat: Expectation[];
};

/** Every case of test/cases: one or more documents per file, each a small extract and the rows it must give. */
export function readCases(): Case[] {
  return readdirSync(CASES)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) =>
      parseAllDocuments(readFileSync(`${CASES}/${file}`, 'utf8'), { uniqueKeys: true }).map((document) => {
        if (document.errors[0]) throw new Error(`${file}: ${document.errors[0].message}`);
        return { id: file.replace('.yaml', ''), ...(document.toJS() as Omit<Case, 'id'>) };
      }),
    );
}

/** Differences between what the case expects and what the tables hold, one line each; empty when they agree. */
export async function differences(connection: DuckDBConnection, test: Case): Promise<string[]> {
  const found: string[] = [];
  for (const expectation of test.forvantat) {
    const table = expectation.tabell ?? 'indikatorvarde';
    const filter: Row = { ...expectation.urval };
    if (!expectation.tabell) filter.indikator = test.id;
    const keys = expectation.rader.flatMap((row) => Object.keys(row));
    // Without a row expected, any row is one too many.
    const columns = keys.length > 0 ? [...new Set(keys)].filter((c) => c !== 'skal') : ["'rad'"];
    const where = Object.entries(filter).map(([column, value]) => `cast(${column} as varchar) = '${value}'`);
    // Of a dense table, rows where nothing happened need not be listed.
    const actual = await rowsOf(
      connection,
      `select ${columns.map((c) => `cast(${c} as varchar) as "${c}"`).join()}${
        table === 'indikatorvarde' ? ', coalesce(antal, 0) = 0 and coalesce(taljare, 0) = 0 as tom' : ''
      } from ${table} where ${[...where, 'true'].join(' and ')}`,
    );
    const key = (row: Row) => columns.map((c) => plain(row[c])).join(' | ');
    const left = new Map<string, { count: number; tom: boolean }>();
    for (const row of actual) {
      const count = (left.get(key(row))?.count ?? 0) + 1;
      left.set(key(row), { count, tom: row.tom === true });
    }
    for (const row of expectation.rader) {
      const seen = left.get(key(row));
      if (!seen || seen.count === 0) found.push(`${table}: saknar ${key(row)} (${row.skal})`);
      else seen.count--;
    }
    for (const [text, { count, tom }] of left) if (count > 0 && !tom) found.push(`${table}: oväntad ${text}`);
  }
  return found;
}

/** One spelling of a value: 2, 2.0 and '2' are the same. */
function plain(value: Row[string] | undefined): string {
  if (value === null || value === undefined) return '–';
  const text = String(value);
  return /^-?\d+\.\d+$/.test(text) ? String(Number(text)) : text;
}
