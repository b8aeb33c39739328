import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { random } from '../../data-loaders/rojande/random.ts';
import { type Database, openDatabase } from '../../data-loaders/sql.ts';
import { charts, months, type Series } from './diagram.ts';
import { type Point, xmr } from './xmr.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase(':memory:');
});
afterAll(() => database.close());

describe('limits', () => {
  it('agree with NIST e-Handbook 6.3.2.2 (flow rate of ten batches; NIST divides by 1.128, we multiply by 2.66)', async () => {
    const values = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
    const { verdicts } = await charts(database.connection, [{ id: 'a', points: months(values) }]);
    expect(verdicts[0]!.medel).toBeCloseTo(50.81, 6);
    expect(verdicts[0]!.ovre_grans).toBeCloseTo(55.8041, 2);
    expect(verdicts[0]!.nedre_grans).toBeCloseTo(45.8159, 2);
    expect(verdicts[0]).toMatchObject({
      antal_punkter: 10,
      preliminar: true,
      bedomning: 'normal',
      signal: null,
    });
  });

  it('of a share stay within 0 and 100, of a mean at 0 or more', async () => {
    const share = await charts(database.connection, [{ id: 'a', points: months([1, 40, 2, 99, 50, 98]) }], {
      typ: 'andel',
      matt: 'procent',
    });
    expect(share.verdicts[0]).toMatchObject({ nedre_grans: 0, ovre_grans: 100 });
    const mean = await charts(database.connection, [{ id: 'a', points: months([1, 40, 2, 99, 50, 98]) }]);
    expect(mean.verdicts[0]!.nedre_grans).toBe(0);
    expect(mean.verdicts[0]!.ovre_grans).toBeGreaterThan(100);
  });

  it('leave out months that are hidden or not final, and need two months in a row', async () => {
    const { points } = await charts(database.connection, [
      {
        id: 'a',
        points: months([5, 6, 5, 90, 6, 80]),
        status: ['visas', 'visas', 'visas', 'skyddad', 'visas', 'visas'],
        final: [1, 1, 1, 1, 1, 0],
      },
      {
        id: 'b',
        points: [
          { month: 0, value: 5 },
          { month: 2, value: 6 },
          { month: 4, value: 7 },
        ],
      },
    ]);
    expect(points.map((p) => [p.enhet_id, p.period.slice(0, 7)])).toEqual([
      ['a', '2020-01'],
      ['a', '2020-02'],
      ['a', '2020-03'],
      ['a', '2020-05'],
    ]);
    expect(points[0]).toMatchObject({ medel: 5.5, ovre_grans: 8.16 }); // moving ranges 1 and 1, none across the gap
  });

  it('are none where months differ across gaps only; months that are all alike have them', async () => {
    const { points } = await charts(database.connection, [
      { id: 'gap', points: months([0, 0, 7, 9, 9]), status: ['visas', 'visas', 'saknas', 'visas', 'visas'] },
      {
        id: 'alike',
        points: months([9, 9, 7, 9, 9]),
        status: ['visas', 'visas', 'saknas', 'visas', 'visas'],
      },
    ]);
    expect(
      points.map(({ enhet_id, nedre_grans, ovre_grans }) => [enhet_id, nedre_grans, ovre_grans]),
    ).toEqual(Array(4).fill(['alike', 9, 9]));
  });

  it('are drawn only where no more final months are hidden than shown: which are shown depends on their numbers', async () => {
    const half = { points: months([0, 0, 9, 9]), status: ['visas', 'visas', 'skyddad', 'skyddad'] };
    const most = { points: months([0, 0, 9, 9, 9]), status: [...half.status, 'skyddad'] };
    const { verdicts } = await charts(database.connection, [
      { id: 'half', ...half },
      { id: 'most', ...most },
      { id: 'open', ...most, final: [1, 1, 1, 1, 0] },
      { id: 'none', points: months([0, 0, 0]), status: ['visas', 'visas', 'saknas'] },
    ]);
    expect(verdicts.map(({ enhet_id }) => enhet_id).sort()).toEqual(['half', 'none', 'open']);
  });
});

/** The verdict on month `i` with no later month known, by the second opinion; a low value is better. */
function verdictThen(points: Point[], i: number, whole: ReturnType<typeof xmr>): string {
  const known = points.slice(0, i + 1);
  const { signal, side } = xmr(known, whole).points[i]!;
  if (signal === null) return 'normal';
  const way = signal === 'sju_trend' ? Math.sign(known[i]!.value - known[i - 1]!.value) : side;
  return way > 0 ? 'samre' : 'battre';
}

describe('a second opinion', () => {
  it('finds the same signals, sides and runs in 400 random series with gaps', async () => {
    const next = random(7);
    const series: Series[] = Array.from({ length: 400 }, (_, i) => {
      const points: Point[] = [];
      let level = 50;
      for (let month = 0; month < 46; month++) {
        if (next() < 0.06) level += (next() - 0.5) * 40;
        if (next() < 0.08) continue;
        // Straight lines up and a fall: rising runs that cross the mean.
        const drift = i % 4 === 1 ? 6 * (month % 9) : 0;
        points.push({
          month,
          value: Math.max(0, Math.round(level + drift + (next() - 0.5) * (i % 4 === 1 ? 4 : 16))),
        });
      }
      return { id: `u${String(i).padStart(3, '0')}`, points };
    });
    const { points, verdicts } = await charts(database.connection, series);
    const seen = new Map<string, number>();
    for (const { id, points: given } of series) {
      const expected = xmr(given);
      const found = points.filter((p) => p.enhet_id === id);
      const plain = found.map((p) => ({
        signal: p.signal,
        side: p.sida,
        run: p.i_rad,
        length: p.foljd_langd,
      }));
      expect(plain, id).toEqual(expected.points);
      expect(found[0]!.medel).toBeCloseTo(expected.mean, 6);
      expect(found[0]!.nedre_grans).toBeCloseTo(Math.max(0, expected.mean - 2.66 * expected.range!), 5);
      expect(
        found.map(({ bedomning }) => bedomning),
        id,
      ).toEqual(given.map((_, i) => verdictThen(given, i, expected)));
      expect(verdicts.find(({ enhet_id }) => enhet_id === id)!.bedomning, id).toBe(found.at(-1)!.bedomning);
      for (const { signal } of expected.points) seen.set(String(signal), (seen.get(String(signal)) ?? 0) + 1);
    }
    // Every rule occurs, else the agreement says little.
    for (const rule of ['utanfor', 'sju_samma_sida', 'sju_trend', 'tva_av_tre', 'null'])
      expect(seen.get(rule) ?? 0, rule).toBeGreaterThan(20);
  });
});
