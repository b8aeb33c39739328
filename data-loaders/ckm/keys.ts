/** The cell keys: every cube and indicator counted once more, with record keys where cases are counted. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { macroReads, type Query, readFolder, runFolder, runStatements, tablesRead } from '../sql.ts';

const STAYS = '2_vardtillfallen';
export const KEYS = '4_rojandekontroll/ckm/nycklar';
const MACROS = '_rakning';

/**
 * Runs `count` with the cubes holding sums of record keys, from the tables of step 2 and the variable `ckm_fro`, and leaves
 * the tables of step 2 as they were.
 */
export async function withKeys(connection: DuckDBConnection, count: () => Promise<void>): Promise<void> {
  const all = readFolder(STAYS);
  const statements = all.filter(({ name }) => name.startsWith('_'));
  const counted = await countedFrom(connection, all, statements);
  const keys = readFolder(KEYS);
  const asKeys = (name: string) => keys.find((query) => query.name === name);
  // The macros read the table of keys.
  await runFolder(
    connection,
    KEYS,
    keys.filter(({ name }) => name !== MACROS),
    'temp table',
  );
  await rename(connection, counted, (name) => [name, `${name}_antal`]);
  await runFolder(connection, STAYS, [...statements.map((query) => asKeys(query.name) ?? query), ...counted]);
  await count();
  for (const query of counted) await connection.run(`drop ${kind(query)} ${query.name}`);
  await rename(connection, counted, (name) => [`${name}_antal`, name]);
  await connection.run('drop table radnyckel');
  await runStatements(connection, STAYS, [MACROS]);
}

/** The queries that count with the macros, and all that read those. */
async function countedFrom(
  connection: DuckDBConnection,
  queries: Query[],
  statements: Query[],
): Promise<Query[]> {
  const macros = await macroReads(connection, statements);
  const selects = queries.filter(({ name }) => !name.startsWith('_'));
  const found = new Set(selects.filter(({ sql }) => /\braknat(_om)?\(/.test(sql)).map(({ name }) => name));
  const reads = new Map<string, Set<string>>();
  for (const query of selects) reads.set(query.name, await tablesRead(connection, query, macros));
  for (let size = -1; size < found.size; ) {
    size = found.size;
    for (const [name, tables] of reads) if ([...tables].some((table) => found.has(table))) found.add(name);
  }
  return selects.filter(({ name }) => found.has(name));
}

const kind = ({ sql }: Query): string => (sql.startsWith('-- View:') ? 'view' : 'table');

async function rename(
  connection: DuckDBConnection,
  queries: Query[],
  names: (name: string) => [string, string],
): Promise<void> {
  for (const query of queries) {
    const [from, to] = names(query.name);
    await connection.run(`alter ${kind(query)} ${from} rename to ${to}`);
  }
}
