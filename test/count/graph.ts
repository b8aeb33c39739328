import type { DuckDBConnection } from '@duckdb/node-api';
import { loadRegistry, switchOff, uniteIndicators } from '../../data-loaders/counting.ts';
import { loadHolidays } from '../../data-loaders/holidays.ts';
import { JUDGEMENTS } from '../../data-loaders/judgements.ts';
import { readRegistry } from '../../data-loaders/registry.ts';
import { CHECKS, readChecks } from '../../data-loaders/report/checks.ts';
import { writeRegistry } from '../../data-loaders/rojande/run.ts';
import {
  macroReads,
  openDatabase,
  type Query,
  readFolder,
  runFolder,
  runStatements,
  tablesRead,
} from '../../data-loaders/sql.ts';
import type { Case } from './cases.ts';

const TYPES = '_typer';
/** What a case can look into: the counting, and the checks that need no published figure. */
export const queries: { folder: string; files: Query[] }[] = [
  // A list of the values a column may have (_typer) is no rule that a flip could break.
  ...['2_vardtillfallen', '3_indikatorer'].map((folder) => ({
    folder,
    files: readFolder(folder).filter(({ name }) => name !== TYPES),
  })),
  { folder: CHECKS, files: readChecks() },
  { folder: JUDGEMENTS, files: readFolder(JUDGEMENTS) },
];
/** What judges published cells stands on the control charts, which are tried in test/rojande. */
const CHARTS = readFolder('4_rojandekontroll').filter(({ name }) => name.startsWith('styrdiagram'));
const registry = readRegistry();

/** Table → the tables and statement files its query reads. */
export type Graph = Map<string, Set<string>>;

/** What each query reads; what a macro reads is read by those who call it, macros among them. */
export async function readGraph(): Promise<Graph> {
  const { connection, close } = await openDatabase(':memory:');
  const graph: Graph = new Map();
  const all = queries.flatMap(({ files }) => files);
  const macros = all.flatMap(({ name, sql }) =>
    [...sql.matchAll(/^create or replace macro (\w+)\(/gm)].map(([, macro]) => ({ name, macro: macro! })),
  );
  const reading = await macroReads(connection, all);
  for (const query of all) {
    const reads = query.name.startsWith('_')
      ? new Set<string>()
      : await tablesRead(connection, query, reading);
    for (const { name, macro } of macros)
      if (name !== query.name && new RegExp(`\\b${macro}\\(`).test(query.sql)) reads.add(name);
    graph.set(query.name, reads);
  }
  close();
  return graph;
}

/** Everything reached from the names along the edges, themselves included. */
export function reach(from: Iterable<string>, next: (name: string) => Iterable<string>): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const other of next(name)) visit(other);
  };
  for (const name of from) visit(name);
  return found;
}

/** The tables a case looks into. */
export function targetsOf(test: Case): Set<string> {
  const targets = test.forvantat.map(({ tabell, urval }) =>
    tabell === undefined ? test.id : tabell === 'indikatorvarde' ? String(urval?.indikator) : tabell,
  );
  const dense = test.forvantat.some(({ tabell }) => tabell === undefined || tabell === 'indikatorvarde');
  return new Set(dense ? [...targets, 'finalitet'] : targets);
}

/** The tables it stands on. */
export const neededBy = (graph: Graph, test: Case): Set<string> =>
  reach(targetsOf(test), (name) => graph.get(name) ?? []);

/** From staged rows to the tables the case looks into, and no others: a case is small, and all figures of it are many. */
export async function count(connection: DuckDBConnection, graph: Graph, test: Case): Promise<void> {
  const needed = neededBy(graph, test);
  await loadHolidays(connection);
  await loadRegistry(connection, registry);
  await runStatements(connection, '2_vardtillfallen', [TYPES]);
  await runSome(connection, needed, (folder) => folder !== JUDGEMENTS);
  await unite(connection, needed);
  if (test.givet.publicerat) {
    await writeRegistry(connection, registry);
    await runStatements(connection, '4_rojandekontroll', ['_makron']);
    await runFolder(connection, '4_rojandekontroll', CHARTS);
    await connection.run(`set variable syntetisk = ${test.syntetisk ?? false}`);
    await runSome(connection, needed, (folder) => folder === JUDGEMENTS);
  }
}

/** The chosen queries of each folder anew, in the order of the folders; `instead` stands in for the query of its name. */
export async function runSome(
  connection: DuckDBConnection,
  chosen: Set<string>,
  from: (folder: string) => boolean = () => true,
  instead?: Query & { folder: string },
): Promise<void> {
  for (const { folder, files } of queries.filter(({ folder }) => from(folder))) {
    const some = files.filter(({ name }) => chosen.has(name));
    const given = some.map((file) =>
      instead?.folder === folder && file.name === instead.name ? instead : file,
    );
    await runFolder(connection, folder, given);
  }
}

/** `indikatorvarde` of the needed indicators, and `avstangd`. */
export async function unite(connection: DuckDBConnection, needed: Set<string>): Promise<void> {
  const some = registry.filter(({ id }) => needed.has(id));
  if (some.length > 0) await uniteIndicators(connection, some);
  else await switchOff(connection);
}
