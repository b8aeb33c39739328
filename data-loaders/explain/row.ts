import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import Papa from 'papaparse';
import { isJudgement } from '../judged-keys.ts';
import { PUBLISHED_COLUMNS } from '../publish/indicators.ts';
import type { Manifest } from '../publish/manifest.ts';
import { csvColumns, describe } from '../publish/table.ts';
import { type Address, tableOf, whereOf } from './cell.ts';

/** A published row as its CSV has it: text by column, empty where there is no number. */
export type Row = Record<string, string>;

/** The row of an address among the rows of step 4 or 5: hidden numbers are not there. */
export async function recomputedRow(connection: DuckDBConnection, address: Address): Promise<Row> {
  const columns = isJudgement(address.file) ? '*' : PUBLISHED_COLUMNS;
  await connection.run(
    `create or replace temp table utdata as select ${columns} from ${tableOf(address)} where ${whereOf(address)}`,
  );
  const texts = csvColumns(await describe(connection, 'utdata')).join(', ');
  const reader = await connection.runAndReadAll(
    `select columns(*)::varchar from (select ${texts} from utdata)`,
  );
  const [row] = reader.getRowObjectsJS();
  return Object.fromEntries(Object.entries(row!).map(([column, value]) => [column, String(value ?? '')]));
}

/** A site's manifest; null where the folder is no site. */
export function readManifest(site: string): Manifest | null {
  const file = join(site, 'data', 'manifest.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : null;
}

/** The row of an address in a site's CSV; null where the file or the row is not there. */
export function publishedRow(site: string, { file: name, columns, key }: Address): Row | null {
  const file = join(site, 'data', `${name}.csv`);
  if (!existsSync(file)) return null;
  const { data } = Papa.parse<Row>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true });
  return data.find((row) => columns.every((column, i) => row[column] === key[i])) ?? null;
}

/** Columns in which two rows differ. */
export const differences = (a: Row, b: Row): string[] =>
  Object.keys(a).filter((column) => a[column] !== b[column]);
