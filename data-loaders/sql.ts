import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { QUERIES } from './registry.ts';

export type Database = {
  connection: DuckDBConnection;
  /** Another connection to the same tables but the temporary ones. Close it when done. */
  connect: () => Promise<DuckDBConnection>;
  close: () => void;
};

/**
 * A DuckDB database with the settings every answer depends on. `file` is a path or ':memory:'; `temp` is the folder
 * it may spill to. Close it when done.
 */
export async function openDatabase(file: string, temp?: string): Promise<Database> {
  const instance = await DuckDBInstance.create(file, { autoinstall_known_extensions: 'false' });
  const connection = await instance.connect();
  await connection.run(`
    set TimeZone = 'Europe/Stockholm';
    -- DuckDB <= 1.5.6 answers some correlated EXISTS wrongly with it; see test/count/deliminator.test.ts.
    set disabled_optimizers = 'deliminator';
    set preserve_insertion_order = true;
    set threads = 2;
    -- What is written once and read a few times is not worth packing.
    set force_compression = 'uncompressed';
    set memory_limit = '3GB';
    ${temp === undefined ? '' : `set temp_directory = '${temp.replaceAll("'", "''")}';`}
  `);
  return {
    connection,
    connect: () => instance.connect(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

const PASSING = ['1_staging', '2_vardtillfallen', '3_indikatorer'];

export type Query = { name: string; sql: string };

/** Tables of former folders or this one, dropped together when no query is left that reads them or the views made of them. */
export type Spent = { tables: string[]; views: string[] };

/** The SQL files of a folder under queries/ (or an absolute path): statements (`_*.sql`) first, then by name. */
export function readFolder(folder: string): Query[] {
  const path = isAbsolute(folder) ? folder : join(QUERIES, folder);
  if (!existsSync(path)) throw new Error(`unknown folder: ${path}`);
  return readdirSync(path)
    .filter((file) => file.endsWith('.sql'))
    .sort((a, b) => Number(b.startsWith('_')) - Number(a.startsWith('_')) || (a < b ? -1 : 1))
    .map((file) => ({ name: basename(file, '.sql'), sql: readFileSync(join(path, file), 'utf8') }));
}

/**
 * Runs a folder: each select becomes the table named as its file (a view if it opens with `-- View:`) after the tables it
 * reads. The steps with a row per stay (`PASSING`) are temporary, as is what `kind` says: made anew from the rows as read, they need
 * not be written to disk. `queries` stands in for the folder's own files. What is `spent` leaves its room to what comes after.
 * Throws an Error naming the file.
 */
export async function runFolder(
  connection: DuckDBConnection,
  folder: string,
  queries: Query[] = readFolder(folder),
  kind: 'table' | 'temp table' = PASSING.includes(folder) ? 'temp table' : 'table',
  spent: Spent[] = [],
): Promise<void> {
  const statements = queries.filter(({ name }) => name.startsWith('_'));
  const selects = queries.filter(({ name }) => !name.startsWith('_'));
  for (const { name, sql } of statements) await runNamed(connection, `${folder}/${name}.sql`, sql);
  const ordered = await inOrder(connection, folder, selects, statements);
  const last = spent.map(({ tables, views }) =>
    ordered.findLastIndex(({ reads }) => [...tables, ...views].some((name) => reads.has(name))),
  );
  for (const [place, { query }] of ordered.entries()) {
    const { name, sql } = query;
    const made = sql.startsWith('-- View:') ? kind.replace('table', 'view') : kind;
    await runNamed(connection, `${folder}/${name}.sql`, `create or replace ${made} ${name} as ${sql}`);
    for (const { tables, views } of spent.filter((_, index) => last[index] === place))
      for (const [kind, names] of Object.entries({ view: views, table: tables }))
        for (const name of names) await connection.run(`drop ${kind} ${name}`);
  }
}

/** Runs some of a folder's statement files by name, ahead of the folder. */
export async function runStatements(
  connection: DuckDBConnection,
  folder: string,
  names: string[],
): Promise<void> {
  for (const { name, sql } of readFolder(folder).filter((query) => names.includes(query.name)))
    await runNamed(connection, `${folder}/${name}.sql`, sql);
}

async function runNamed(connection: DuckDBConnection, file: string, sql: string): Promise<void> {
  try {
    await connection.run(sql);
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** The queries, and what each reads, with every one after those whose tables it reads, else by name. Throws an Error if they go in a circle. */
async function inOrder(
  connection: DuckDBConnection,
  folder: string,
  queries: Query[],
  statements: Query[],
): Promise<{ query: Query; reads: Set<string> }[]> {
  const left = new Map<string, { query: Query; reads: Set<string> }>();
  const macros = await macroReads(connection, statements);
  for (const query of queries) {
    const reads = await tablesRead(connection, query, macros);
    reads.delete(query.name);
    left.set(query.name, { query, reads });
  }
  const ordered: { query: Query; reads: Set<string> }[] = [];
  while (left.size > 0) {
    const ready = [...left.values()].filter(({ reads }) => ![...reads].some((name) => left.has(name)));
    if (ready.length === 0) throw new Error(`circular queries: ${folder}: ${[...left.keys()].join(', ')}`);
    for (const node of ready) {
      ordered.push(node);
      left.delete(node.query.name);
    }
  }
  return ordered;
}

/** Table macro → tables it reads, of the statement files among the queries. */
export async function macroReads(
  connection: DuckDBConnection,
  queries: Query[],
): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  for (const { name, sql } of queries) {
    for (const [, macro, body] of sql.matchAll(/create or replace macro (\w+)\([^)]*\) as table\n([^;]+);/g))
      found.set(macro!, await tablesRead(connection, { name, sql: body! }));
  }
  return found;
}

/**
 * The tables a select reads, by DuckDB's own parser: those it names, also as the first argument of a table macro, and those
 * the macro reads.
 */
export async function tablesRead(
  connection: DuckDBConnection,
  query: Query,
  macros: Map<string, Set<string>> = new Map(),
): Promise<Set<string>> {
  const { tables, calls } = await parsed(connection, query);
  const found = new Set(tables);
  for (const { macro, argument } of calls) {
    const reads = macros.get(macro);
    if (!reads) continue;
    for (const table of reads) found.add(table);
    found.add(argument);
  }
  return found;
}

type Parsed = { tables: Set<string>; calls: { macro: string; argument: string }[] };
type Node = {
  type?: unknown;
  table_name?: unknown;
  function?: { function_name: string; children: { value?: { value?: unknown } }[] };
};

/** By text: a text is parsed once, however often its folder is run. */
const PARSED = new Map<string, Parsed>();

/** The tables a select names and the table functions it calls. Throws an Error if it is no SQL. */
async function parsed(connection: DuckDBConnection, { name, sql }: Query): Promise<Parsed> {
  const known = PARSED.get(sql);
  if (known) return known;
  const text = sql.replaceAll("'", "''");
  const reader = await connection.runAndReadAll(`select json_serialize_sql('${text}', skip_null := true)`);
  const tree = JSON.parse(String(reader.getRows()[0]?.[0])) as { error: boolean; error_message?: string };
  if (tree.error) throw new Error(`${name}.sql: ${tree.error_message}`);
  const found: Parsed = { tables: new Set(), calls: [] };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (typeof node === 'object' && node !== null) {
      const { type, table_name, function: called } = node as Node;
      if (type === 'BASE_TABLE' && typeof table_name === 'string') found.tables.add(table_name);
      if (type === 'TABLE_FUNCTION')
        found.calls.push({
          macro: called!.function_name,
          argument: String(called!.children[0]?.value?.value),
        });
      Object.values(node).forEach(visit);
    }
  };
  visit(tree);
  PARSED.set(sql, found);
  return found;
}
