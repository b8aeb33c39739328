import { type Database, openDatabase } from '../../data-loaders/sql.ts';
import { type Case, differences } from './cases.ts';
import { count, neededBy, readGraph, runSome, targetsOf, unite } from './graph.ts';
import type { Mutant } from './mutants.ts';
import { stageWorld } from './world.ts';

type Place = { test: Case; open: () => Promise<Database>; targets: Set<string>; needed: Set<string> };

export type Verdict = { case: string } | 'survived' | 'invalid';

/**
 * Every case counted once, when first needed, in a database of its own. `check(test)` gives its differences. `kill(mutant)` re-runs
 * the mutated query and what depends on it in a transaction that is rolled back, and tells which case then fails;
 * 'invalid' is a flip that is no SQL. The cases that look nearest to the mutated table are asked first, `near` only those within
 * two steps of it.
 */
export async function prepare(cases: Case[]): Promise<{
  check: (test: Case) => Promise<string[]>;
  kill: (mutant: Mutant, near?: 'near') => Promise<Verdict>;
  close: () => Promise<void>;
}> {
  const graph = await readGraph();
  const opened = new Set<Promise<Database>>();
  const places = cases.map((test): Place => {
    let database: Promise<Database> | undefined;
    const open = () => {
      database ??= counted(test);
      opened.add(database);
      return database;
    };
    return { test, open, targets: targetsOf(test), needed: neededBy(graph, test) };
  });
  /** The case's extract, counted and judged. */
  const counted = async (test: Case): Promise<Database> => {
    const database = await openDatabase(':memory:');
    await stageWorld(database.connection, test);
    await count(database.connection, graph, test);
    return database;
  };
  const readers = (name: string) => [...graph].filter(([, reads]) => reads.has(name)).map(([other]) => other);

  const kill = async (mutant: Mutant, only?: 'near'): Promise<Verdict> => {
    const steps = stepsFrom(mutant.name, readers);
    const after = new Set(steps.keys());
    const far = (place: Place) =>
      place.test.id === mutant.name
        ? 0
        : Math.min(...[...place.targets].map((name) => steps.get(name) ?? Number.POSITIVE_INFINITY));
    const asked = only ? places.filter((place) => far(place) <= 2) : places;
    for (const place of [...asked].sort((a, b) => far(a) - far(b) || 0)) {
      const changed = [...after].filter((name) => place.needed.has(name));
      if (changed.length === 0) continue;
      // Statements always: the order of the others hangs on what the macros read.
      const rerun = new Set([...changed, ...[...place.needed].filter((name) => name.startsWith('_'))]);
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

/** What is reached from a name along the edges, itself included → in how many steps. */
function stepsFrom(name: string, next: (name: string) => string[]): Map<string, number> {
  const steps = new Map([[name, 0]]);
  for (const [found, step] of steps)
    for (const other of next(found)) if (!steps.has(other)) steps.set(other, step + 1);
  return steps;
}

async function tryOut({ test, open, needed }: Place, mutant: Mutant, rerun: Set<string>) {
  const { connection } = await open();
  await connection.run('begin transaction');
  try {
    await runSome(connection, rerun, undefined, mutant);
    await unite(connection, needed);
    return (await differences(connection, test)).length > 0 ? 'failed' : 'passed';
  } catch (error) {
    // A query that stops on its rows is as good as a failed expectation; one that is no SQL is no mutant.
    return /(Parser|Binder|Catalog) Error|syntax error/.test(String(error)) ? 'invalid' : 'failed';
  } finally {
    await connection.run('rollback');
  }
}
