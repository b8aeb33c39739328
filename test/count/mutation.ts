import { runCounting, uniteIndicators } from '../../data-loaders/counting.ts';
import { JUDGEMENTS, runJudgements } from '../../data-loaders/judgements.ts';
import { readRegistry } from '../../data-loaders/registry.ts';
import { CHECKS, readChecks } from '../../data-loaders/report/checks.ts';
import { writeRegistry } from '../../data-loaders/rojande/run.ts';
import {
  type Database,
  macroReads,
  openDatabase,
  type Query,
  readFolder,
  runFolder,
  tablesRead,
} from '../../data-loaders/sql.ts';
import { type Case, differences } from './cases.ts';
import type { Mutant } from './mutants.ts';
import { stageWorld } from './world.ts';

/** What a case can look into: the counting, and the checks that need no published figure. */
export const queries: { folder: string; files: Query[] }[] = [
  // A list of the values a column may have (_typer) is no rule that a flip could break.
  ...['2_vardtillfallen', '3_indikatorer'].map((folder) => ({
    folder,
    files: readFolder(folder).filter(({ name }) => name !== '_typer'),
  })),
  { folder: CHECKS, files: readChecks() },
  { folder: JUDGEMENTS, files: readFolder(JUDGEMENTS) },
];
/** What judges published cells stands on the control charts, which are tried in test/rojande. */
const CHARTS = readFolder('4_rojandekontroll').filter(({ name }) => name.startsWith('styrdiagram'));
const registry = readRegistry();

type Place = { test: Case; open: () => Promise<Database>; targets: Set<string> };

/** The tables each query reads; what a macro reads is read by those who call it, macros among them. */
async function readGraph({ connection }: Database): Promise<Map<string, Set<string>>> {
  const graph = new Map<string, Set<string>>();
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
  return graph;
}

/** Everything reached from the names along the edges, themselves included. */
function reach(from: Iterable<string>, next: (name: string) => Iterable<string>): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const other of next(name)) visit(other);
  };
  for (const name of from) visit(name);
  return found;
}

export type Verdict = { case: string } | 'survived' | 'invalid';

/**
 * Every case counted once, when first needed, in a database of its own. `check(test)` gives its differences. `kill(mutant)` re-runs
 * the mutated query and what depends on it in a transaction that is rolled back, and tells which case then fails;
 * 'invalid' is a flip that is no SQL.
 */
export async function prepare(cases: Case[]): Promise<{
  check: (test: Case) => Promise<string[]>;
  kill: (mutant: Mutant) => Promise<Verdict>;
  close: () => Promise<void>;
}> {
  const opened = new Set<Promise<Database>>();
  const places = cases.map((test): Place => {
    let database: Promise<Database> | undefined;
    const open = () => {
      database ??= counted(test);
      opened.add(database);
      return database;
    };
    return { test, open, targets: targetsOf(test) };
  });
  const graph = await readGraph(await places[0]!.open());
  const readers = (name: string) => [...graph].filter(([, reads]) => reads.has(name)).map(([other]) => other);

  const kill = async (mutant: Mutant): Promise<Verdict> => {
    const after = reach([mutant.name], readers);
    const near = (place: Place) =>
      Number(place.targets.has(mutant.name)) + Number(place.test.id === mutant.name);
    for (const place of [...places].sort((a, b) => near(b) - near(a))) {
      const needed = reach(place.targets, (name) => graph.get(name) ?? []);
      const rerun = new Set([...after].filter((name) => needed.has(name)));
      if (rerun.size === 0) continue;
      const outcome = await tryOut(place, mutant, rerun);
      if (outcome === 'failed') return { case: place.test.id };
      if (outcome === 'invalid') return 'invalid';
    }
    return 'survived';
  };
  return {
    check: async (test) => {
      const { connection } = await places.find((place) => place.test === test)!.open();
      return await differences(connection, test);
    },
    kill,
    close: async () => {
      for (const database of opened) (await database).close();
    },
  };
}

/** The case's extract, counted and judged. */
async function counted(test: Case): Promise<Database> {
  const database = await openDatabase(':memory:');
  await stageWorld(database.connection, test);
  await runCounting(database.connection);
  await runFolder(database.connection, CHECKS, readChecks());
  if (test.givet.publicerat) {
    await writeRegistry(database.connection, registry);
    await runFolder(database.connection, '4_rojandekontroll', CHARTS);
    await runJudgements(database.connection, test.syntetisk ?? false);
  }
  return database;
}

/** The tables a case looks into. */
function targetsOf(test: Case): Set<string> {
  const targets = test.forvantat.map(({ tabell, urval }) =>
    tabell === undefined ? test.id : tabell === 'indikatorvarde' ? String(urval?.indikator) : tabell,
  );
  const dense = test.forvantat.some(({ tabell }) => tabell === undefined || tabell === 'indikatorvarde');
  return new Set(dense ? [...targets, 'finalitet'] : targets);
}

async function tryOut({ test, open }: Place, mutant: Mutant, rerun: Set<string>) {
  const { connection } = await open();
  await connection.run('begin transaction');
  try {
    for (const { folder, files } of queries) {
      // Statements always: the order of the others hangs on what the macros read.
      const chosen = files.filter(({ name }) => rerun.has(name) || name.startsWith('_'));
      const mutated = chosen.map((file) =>
        file.name === mutant.name && folder === mutant.folder ? mutant : file,
      );
      await runFolder(connection, folder, mutated);
    }
    await uniteIndicators(connection, registry);
    return (await differences(connection, test)).length > 0 ? 'failed' : 'passed';
  } catch (error) {
    // A query that stops on its rows is as good as a failed expectation; one that is no SQL is no mutant.
    return /(Parser|Binder|Catalog) Error|syntax error/.test(String(error)) ? 'invalid' : 'failed';
  } finally {
    await connection.run('rollback');
  }
}
