import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDisclosure } from '../../data-loaders/rojande/run.ts';
import { type Database, openDatabase } from '../../data-loaders/sql.ts';
import type { PubliceradRad } from '../../data-loaders/types.ts';
import { REGISTRY } from './registry.ts';
import { randomWorld, stageWorld } from './world.ts';

let database: Database;
let rows: PubliceradRad[];
beforeAll(async () => {
  database = await openDatabase(':memory:');
  await stageWorld(database.connection, { ...randomWorld(3), stays: 700, troskel: 5 });
  await runDisclosure(database.connection, REGISTRY);
  rows = (await read(
    'select * replace (period::varchar as period, antal::double as antal) from publicerat',
  )) as unknown as PubliceradRad[];
});
afterAll(() => database.close());

const read = async (sql: string) => (await database.connection.runAndReadAll(sql)).getRowObjectsJS();
const total = (list: PubliceradRad[], column: 'antal' | 'taljare') =>
  list.reduce((sum, row) => sum + (row[column] ?? 0), 0);

/** Whole percent that never says none or all where there are some. */
function percent(part: number, whole: number): number | null {
  if (whole === 0) return null;
  if (part === 0 || part === whole) return part === 0 ? 0 : 100;
  return Math.max(1, Math.min(99, Math.round((100 * part) / whole)));
}

const hidden = (list: PubliceradRad[]) => list.filter(({ status }) => status === 'skyddad').length;
const isYear = ({ periodtyp }: PubliceradRad) => periodtyp === 'ar';

describe('how much is hidden, from the published rows alone', () => {
  it('is told per level and type of period', async () => {
    const found = await read('from skyddade_period');
    expect(found.length).toBe(16);
    const cases = rows.filter((r) => r.indikator === 'medeldagar_alla' && r.grupp === 'alla');
    const years = cases.filter((r) => isYear(r) && r.niva === 'region' && r.status === 'visas');
    expect(years.length).toBeGreaterThan(0);
    for (const { niva, periodtyp, celler, skyddade, andel, fall_utanfor } of found) {
      const here = rows.filter((r) => r.niva === niva && r.periodtyp === periodtyp);
      expect([celler, skyddade, andel]).toEqual([
        here.length,
        hidden(here),
        percent(hidden(here), here.length),
      ]);
      const seen = cases.filter((r) => r.niva === niva && r.periodtyp === periodtyp);
      const all = total(years, 'antal');
      expect(fall_utanfor, `${niva} ${periodtyp}`).toBe(percent(all - total(seen, 'antal'), all));
    }
    expect(found.some(({ fall_utanfor }) => (fall_utanfor as number) > 0)).toBe(true);
  });

  it('is told per indicator and level', async () => {
    const found = await read('from skyddade_indikator');
    const shares = REGISTRY.filter(({ rojande }) => rojande.typ === 'fordelning').map(({ id }) => id);
    for (const { indikator, niva, celler, andel, fall_utanfor } of found) {
      const mine = rows.filter((r) => r.indikator === indikator);
      const here = mine.filter((r) => r.niva === niva);
      expect([celler, andel]).toEqual([here.length, percent(hidden(here), here.length)]);
      const column = shares.includes(indikator as string) ? 'taljare' : 'antal';
      const whole = mine.filter(
        (r) => isYear(r) && r.grupp === 'alla' && r.niva === 'region' && r.status === 'visas',
      );
      const categories = new Set(whole.map(({ kategori }) => kategori));
      const part = here.filter((r) => isYear(r) && r.grupp === 'alla' && categories.has(r.kategori));
      const all = total(whole, column);
      const expected =
        niva === 'region' || part.length === 0 ? null : percent(all - total(part, column), all);
      expect(fall_utanfor, `${indikator} ${niva}`).toBe(expected);
    }
  });
});
