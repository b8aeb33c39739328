import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Skydd } from '../../data-loaders/rojande/protect.ts';
import { runDisclosure } from '../../data-loaders/rojande/run.ts';
import { type Database, openDatabase } from '../../data-loaders/sql.ts';
import { type Equation, equations, type Map_, type Row, readCounts } from './attack.ts';
import { recover } from './recover.ts';
import { REGISTRY } from './registry.ts';
import { randomWorld, stageWorld, type World } from './world.ts';

const WORLDS = process.env.LONG === '1' ? 300 : 30;

let database: Database;
beforeAll(async () => {
  database = await openDatabase(':memory:');
});
afterAll(() => database.close());

async function published(connection: DuckDBConnection, troskel: number, skydd: Skydd): Promise<Row[]> {
  await connection.run(`set variable troskel = ${troskel}`);
  await runDisclosure(connection, REGISTRY, skydd);
  const reader = await connection.runAndReadAll(
    'select * replace (period::varchar as period, antal::double as antal) from publicerat',
  );
  return reader.getRowObjectsJS() as Row[];
}

type Result = { hidden: number; recovered: string[]; large: string[]; tight: string[] };

/** Hidden and unprinted counts of 1 … k − 1 that the attacker gets right; `large`: hidden ones of k or more. */
async function attack(world: World, skydd: Skydd): Promise<Result> {
  const { connection } = database;
  await stageWorld(connection, world);
  const truth = readCounts(await published(connection, 1, 'fullt'));
  const counts = readCounts(await published(connection, world.troskel, skydd));
  const map: Map_ = world.delregioner.flatMap(({ kod, kommuner, fran, till }) =>
    kommuner.map((kommun) => ({ delregion: kod, kommun, fran, till })),
  );
  const sums = equations(counts, map);
  const known = new Map([...counts].filter((entry): entry is [string, number] => entry[1] !== null));
  const recovered: string[] = [];
  const large: string[] = [];
  for (const [name, value] of recover(sums, known)) {
    if (name.startsWith('rest:')) {
      const { whole, parts } = sums.find((e) => e.parts.includes(name))!;
      const rest = parts.reduce((left, p) => left - (p === name ? 0 : truth.get(p)!), truth.get(whole)!);
      expect(value, name).toBe(rest);
      if (rest >= 1 && rest < world.troskel && !name.includes('dagar')) recovered.push(`${name} = ${value}`);
    } else {
      expect(value, name).toBe(truth.get(name));
      // The whole of a distribution is no figure of its own: with every part hidden it is only not printed.
      const figure = !(name.startsWith('vistelse|') && name.endsWith('|n'));
      const small = value < world.troskel && !name.includes('dagar');
      if (value >= 1 && (figure || small)) (small ? recovered : large).push(`${name} = ${value}`);
    }
  }
  const shown = sums.filter((e) => known.has(e.whole));
  const unbroken = new Set(shown.filter((e) => !opens(e, known)).map((e) => hiddenIn(e, known).join()));
  const tight = shown
    .filter((e) => opens(e, known) && !unbroken.has(hiddenIn(e, known).join()))
    .flatMap((e) => closedIn(e, truth, known, world.troskel));
  return { hidden: [...counts.values()].filter((v) => v === null).length, recovered, large, tight };
}

/** True when some part shows cases; else the sum says no more than the whole. */
const opens = (e: Equation, known: Map<string, number>) => e.parts.some((p) => (known.get(p) ?? 0) > 0);
const hiddenIn = (e: Equation, known: Map<string, number>) => e.parts.filter((p) => !known.has(p)).sort();

/**
 * Hidden parts of 1 … k − 1 beside which the other hidden parts hold fewer than k. Not asked of parts that are all the parts
 * of some other shown count: their sum is that count, and was shown with it.
 */
function closedIn(
  e: Equation,
  truth: Map<string, number | null>,
  known: Map<string, number>,
  k: number,
): string[] {
  const value = (p: string): number =>
    p.startsWith('rest:')
      ? e.parts.reduce((left, q) => left - (q === p ? 0 : truth.get(q)!), truth.get(e.whole)!)
      : truth.get(p)!;
  if (e.whole.includes('dagar')) return [];
  const hidden = e.parts.filter((p) => !known.has(p));
  const total = hidden.reduce((sum, p) => sum + value(p), 0);
  return hidden.filter((p) => value(p) >= 1 && value(p) < k && total - value(p) < k);
}

describe('an attacker with the published rows', () => {
  it.each(Array.from({ length: WORLDS }, (_, i) => i + 1))('recovers nothing in world %i', async (seed) => {
    const { hidden, recovered, large, tight } = await attack(randomWorld(seed), 'fullt');
    expect(recovered).toEqual([]);
    // Where coarser figures leave no choice: no person, and no narrower than they say.
    expect(large.length).toBeLessThan(hidden / 20);
    expect(tight.length).toBeLessThan(hidden / 50);
  });

  it('has teeth: without complementary suppression counts come back', async () => {
    const results: Result[] = [];
    for (const seed of [1, 2, 3, 4, 5, 6]) results.push(await attack(randomWorld(seed), 'primar'));
    expect(results.every((r) => r.hidden > 0)).toBe(true);
    expect(results.filter((r) => r.recovered.length > 0).length).toBeGreaterThanOrEqual(5);
  });

  it('leaves something to read: hiding everything would pass too', async () => {
    const world = {
      ...randomWorld(1),
      kommuner: ['1201', '1202', '1203'],
      stays: 3000,
      manader: 3,
      grupper: ['alla'],
    };
    const { connection } = database;
    await stageWorld(connection, {
      ...world,
      delregioner: [{ kod: 'vast', kommuner: ['1201', '1202'], fran: '2020-01-01', till: null }],
      troskel: 5,
    });
    const rows = await published(connection, 5, 'fullt');
    const shown = rows.filter((r) => r.status !== 'skyddad').length;
    expect(shown / rows.length).toBeGreaterThan(0.6);
  });
});
