import type { DuckDBConnection } from '@duckdb/node-api';
import { identifier, literal } from './sql-text.ts';

/** The type of a column's word list: its texts are stored as numbers, and read as texts. */
export const wordType = (kolumn: string): string => `raw.${identifier(`ord_${kolumn}`)}`;

/** A column of texts that are all in its word list, as words. */
export const asWord = (kolumn: string): string => `${identifier(kolumn)}::${wordType(kolumn)}`;

/**
 * Makes the word lists of `raw.ord`: one per column over all files, so that the numbers mean the same in each. Returns the
 * columns that have one (a column without any text has none).
 */
export async function createWordTypes(connection: DuckDBConnection): Promise<Set<string>> {
  const found = await connection.runAndReadAll('select distinct kolumn from raw.ord order by kolumn');
  const columns = found.getRows().map(([kolumn]) => String(kolumn));
  for (const kolumn of columns) {
    await connection.run(`
      create type ${wordType(kolumn)} as enum (
          select distinct text from raw.ord where kolumn = ${literal(kolumn)} order by text)`);
  }
  return new Set(columns);
}
