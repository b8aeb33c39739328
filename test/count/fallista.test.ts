import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { disagreements, listRows, ROWS } from '../../data-loaders/cases/source.ts';
import { readRegistry } from '../../data-loaders/registry.ts';
import { type Database, openDatabase } from '../../data-loaders/sql.ts';
import type { Indikator } from '../../data-loaders/types.ts';
import { patient, worldOf } from '../reference/random.ts';
import { runCounting } from './counting.ts';
import { rowsOf } from './stage.ts';
import { stageWorld } from './world.ts';

/** Every unit whose cases may be asked for, one of each level. */
const UNITS: { niva: Indikator['nivaer'][number]; enhet_id: string }[] = [
  { niva: 'kommun', enhet_id: '1003' },
  { niva: 'kommun_vardgivare', enhet_id: '1003+sus' },
  { niva: 'vardgivare', enhet_id: 'tbg' },
  { niva: 'delregion', enhet_id: 'ostra' },
];

let database: Database;

beforeAll(async () => {
  database = await openDatabase(':memory:');
  const patients = fc.sample(patient, { numRuns: 900, seed: 2017 });
  const world = worldOf(patients, {
    base: '2023-12-14',
    lastDay: 340,
    okand_planering: 'inte_oplanerad',
    people: 'hela',
  });
  await stageWorld(database.connection, world);
  await runCounting(database.connection);
});
afterAll(() => database.close());

const registry = readRegistry();

it.each(registry.map((indikator) => [indikator.id, indikator] as const))(
  '%s: the rows listed behind every cell of a unit add up to its numerator and denominator',
  async (_, indikator) => {
    let listed = 0;
    for (const unit of UNITS.filter(({ niva }) => indikator.nivaer.includes(niva))) {
      await listRows(database.connection, indikator, unit);
      expect(await disagreements(database.connection, indikator)).toEqual([]);
      const [row] = await rowsOf(database.connection, `select count(*)::integer as antal from ${ROWS}`);
      listed += Number(row!.antal);
    }
    expect(listed).toBeGreaterThan(0);
  },
);

it('a list that says something else than the figure is told', async () => {
  const indikator = registry.find(({ id }) => id === 'andel_utskrivningsklardagen')!;
  const wrong = { ...indikator, fall: { ...indikator.fall, taljare: 'vantedagar <= 5' } };
  await listRows(database.connection, wrong, UNITS[0]!, "periodtyp = 'ar' and grupp = 'alla'");
  const [first] = await disagreements(database.connection, wrong);
  expect(first).toMatch(
    /^andel_utskrivningsklardagen\|kommun\|1003\|ar\|20\d\d-01-01\|alla\|alla: numerator \d+ listed/,
  );
});
