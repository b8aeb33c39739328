import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { random } from '../../data-loaders/rojande/random.ts';
import { type Database, openDatabase, readFolder, runFolder } from '../../data-loaders/sql.ts';
import type { Styrdiagram, StyrdiagramPunkt } from '../../data-loaders/types.ts';
import { type Point, xmr } from './xmr.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase(':memory:');
});
afterAll(() => database.close());

const CHARTS = readFolder('4_rojandekontroll').filter(({ name }) => /^(_makron|styrdiagram)/.test(name));
const isoOf = (month: number) =>
  `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;

type Series = { id: string; points: Point[]; status?: string[]; final?: number[] };
type Kind = { typ?: string; matt?: string; riktning?: string };

/** The charts of monthly series, as if they had been published. */
async function charts(series: Series[], { typ = 'medel', matt = 'dagar', riktning = 'lagre' }: Kind = {}) {
  const rows = series.flatMap(({ id, points, status, final }) =>
    points.map(
      (p, i) =>
        `('${id}', date '${isoOf(p.month)}', ${p.value}::double, '${status?.[i] ?? 'visas'}', ${final?.[i] ?? 1})`,
    ),
  );
  const { connection } = database;
  await connection.run(`
    create or replace table rojande_indikator as
    from (values ('x', '${typ}', 'fall', '${matt}', '${riktning}')) as i (indikator, typ, mangd, matt, riktning);
    create or replace table publicerat as
    select 'x' as indikator, 'kommun' as niva, id as enhet_id, 'manad' as periodtyp, period, 'alla' as grupp,
      'alla' as kategori, varde, status, slutlig
    from (values ${rows.join(', ')}) as p (id, period, varde, status, slutlig);
  `);
  await runFolder(connection, '4_rojandekontroll', CHARTS);
  const read = async <T>(table: string) =>
    (
      await connection.runAndReadAll(
        `select * replace (${table === 'styrdiagram' ? 'senaste_period::varchar as senaste_period' : 'period::varchar as period'})
         from ${table} order by all`,
      )
    ).getRowObjectsJS() as T[];
  return {
    points: await read<StyrdiagramPunkt>('styrdiagram_punkt'),
    verdicts: await read<Styrdiagram>('styrdiagram'),
  };
}

const months = (values: number[]): Point[] => values.map((value, month) => ({ month, value }));

describe('limits', () => {
  it('agree with NIST e-Handbook 6.3.2.2 (flow rate of ten batches; NIST divides by 1.128, we multiply by 2.66)', async () => {
    const values = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
    const { verdicts } = await charts([{ id: 'a', points: months(values) }]);
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
    const share = await charts([{ id: 'a', points: months([1, 40, 2, 99, 50, 98]) }], {
      typ: 'andel',
      matt: 'procent',
    });
    expect(share.verdicts[0]).toMatchObject({ nedre_grans: 0, ovre_grans: 100 });
    const mean = await charts([{ id: 'a', points: months([1, 40, 2, 99, 50, 98]) }]);
    expect(mean.verdicts[0]!.nedre_grans).toBe(0);
    expect(mean.verdicts[0]!.ovre_grans).toBeGreaterThan(100);
  });

  it('leave out months that are hidden or not final, and need two months in a row', async () => {
    const { points } = await charts([
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
    const { points } = await charts([
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
    const { verdicts } = await charts([
      { id: 'half', ...half },
      { id: 'most', ...most },
      { id: 'open', ...most, final: [1, 1, 1, 1, 0] },
      { id: 'none', points: months([0, 0, 0]), status: ['visas', 'visas', 'saknas'] },
    ]);
    expect(verdicts.map(({ enhet_id }) => enhet_id).sort()).toEqual(['half', 'none', 'open']);
  });
});

describe('verdict', () => {
  const low = [10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11];
  const verdict = async (values: number[], kind?: Kind) =>
    (await charts([{ id: 'a', points: months(values) }], kind)).verdicts[0]!;

  it('is better or worse by the direction of the indicator', async () => {
    expect(await verdict([...low, 30])).toMatchObject({
      bedomning: 'samre',
      signal: 'utanfor',
      sida: 1,
      preliminar: false,
    });
    expect(await verdict([...low, 30], { riktning: 'hogre' })).toMatchObject({ bedomning: 'battre' });
    expect(await verdict([...low, 30], { riktning: 'ingen' })).toMatchObject({ bedomning: 'forandring' });
  });

  it('is normal once the signal is over', async () => {
    expect(await verdict([9, 13, 9, 13, 9, 13, 30, 9, 13, 9, 13, 9, 13, 9, 13])).toMatchObject({
      bedomning: 'normal',
      signal: null,
    });
  });

  it('of a trend follows the way it goes, not the side it is on', async () => {
    const falling = [20, 10, 20, 10, 20, 10, 20, 10, 24, 23, 22, 21, 20, 19, 18];
    expect(await verdict(falling)).toMatchObject({ signal: 'sju_samma_sida', bedomning: 'samre' });
    const crossing = [12, 20, 10, 20, 10, 20, 10, 20, 10, 18, 17, 16, 15, 14, 13, 12];
    expect(await verdict(crossing)).toMatchObject({ signal: 'sju_trend', bedomning: 'battre' });
  });

  it('needs seven: six on one side, or six falling, say nothing', async () => {
    const level = [10, 14, 10, 14, 10, 14, 10, 14, 10, 14];
    expect(await verdict([...level, 12.5, 13, 12.5, 13, 12.5, 13])).toMatchObject({
      i_rad: 7,
      signal: 'sju_samma_sida',
    });
    expect(await verdict([...level, 10, 13, 12.5, 13, 12.5, 13, 12.5])).toMatchObject({
      i_rad: 6,
      signal: null,
    });
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

describe('the verdict as it was', () => {
  it('knows no later month: seven in a row are a change from the seventh on', async () => {
    const level = [10, 14, 10, 14, 10, 14, 10, 14, 10, 14];
    const { points } = await charts([
      { id: 'a', points: months([...level, 12.5, 13, 12.5, 13, 12.5, 13, 12.5]) },
    ]);
    expect(points.slice(-8).map(({ signal }) => signal)).toEqual(Array(8).fill('sju_samma_sida'));
    expect(points.slice(-8).map(({ bedomning }) => bedomning)).toEqual([
      ...Array(6).fill('normal'),
      ...Array(2).fill('samre'),
    ]);
  });
});

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
    const { points, verdicts } = await charts(series);
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
