/** Which SQL files a table is made of: what a reader needs to follow a figure from the extracts. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { macroReads, type Query, readFolder, tablesRead } from './sql.ts';

const FOLDERS = ['1_staging', '2_vardtillfallen', '3_indikatorer', '4_rojandekontroll', '5_bedomning'];

type File = Query & { file: string; reads: Set<string> };

/** A function from a table to the files (`2_vardtillfallen/fall.sql`) that it is made of, and those `besides`, in the order they run: its own last. */
export async function readSources(
  connection: DuckDBConnection,
  besides: string[] = [],
): Promise<(table: string) => string[]> {
  const tables = new Map<string, File>();
  const macros: { file: string; names: RegExp }[] = [];
  for (const folder of FOLDERS) {
    const queries = readFolder(folder);
    const statements = queries.filter(({ name }) => name.startsWith('_'));
    const read = await macroReads(connection, statements);
    for (const query of queries) {
      const file = `${folder}/${query.name}.sql`;
      if (statements.includes(query)) macros.push({ file, names: macroNames(query.sql) });
      else tables.set(query.name, { ...query, file, reads: await tablesRead(connection, query, read) });
    }
  }
  return (table) => {
    const found = reachable(table, tables);
    const helpers = macros.filter(({ names }) => found.some(({ sql }) => names.test(sql)));
    const own = tables.get(table)?.file;
    const before = [...besides, ...[...helpers, ...found].map(({ file }) => file)].filter(
      (file) => file !== own,
    );
    return own ? [...before.sort(), own] : before.sort();
  };
}

/** The files behind a table, each once. */
function reachable(table: string, tables: Map<string, File>, seen = new Set<string>()): File[] {
  const file = tables.get(table);
  if (!file || seen.has(table)) return [];
  seen.add(table);
  return [...[...file.reads].flatMap((name) => reachable(name, tables, seen)), file];
}

/** Calls of the macros that a file of statements makes. */
function macroNames(sql: string): RegExp {
  const names = [...sql.matchAll(/create or replace macro (\w+)/g)].map(([, name]) => name!);
  return names.length > 0 ? new RegExp(`\\b(?:${names.join('|')})\\(`) : /(?!)/;
}
