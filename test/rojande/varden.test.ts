import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDisclosure } from '../../data-loaders/rojande/run.ts';
import { type Database, openDatabase } from '../../data-loaders/sql.ts';
import type { PubliceradRad } from '../../data-loaders/types.ts';
import { REGISTRY } from './registry.ts';
import { randomWorld, stageWorld } from './world.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase(':memory:');
});
afterAll(() => database.close());

type Given = PubliceradRad & { kvadratsumma: number | null };

/** Published rows of one world, each beside what was counted (`indikatorvarde`), at the threshold. */
async function rows(troskel: number): Promise<[PubliceradRad, Given][]> {
  const { connection } = database;
  const world = { ...randomWorld(3), grupper: ['alla', '65plus', '80plus'], stays: 700 };
  await stageWorld(connection, { ...world, troskel });
  await runDisclosure(connection, REGISTRY);
  const keys = 'indikator, niva, enhet_id, periodtyp, period, grupp, kategori';
  const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJS();
  const numbers = 'period::varchar as period, antal::double as antal';
  const published = await read(`select * replace (${numbers}) from publicerat`);
  const counted = await read(`
    select i.* replace (${numbers}), kvadratsumma::double as kvadratsumma
    from indikatorvarde as i
    left join kvadratsumma as q using (niva, enhet_id, periodtyp, period, grupp, kategori)
  `);
  const name = (r: Record<string, unknown>) =>
    keys
      .split(', ')
      .map((k) => r[k])
      .join('|');
  const byName = new Map(counted.map((r) => [name(r), r]));
  return published.map((r) => [r, byName.get(name(r))] as unknown as [PubliceradRad, Given]);
}

const of = (all: [PubliceradRad, Given][], ...ids: string[]) =>
  all.filter(([r]) => ids.includes(r.indikator));

describe('threshold 1', () => {
  let all: [PubliceradRad, Given][];
  beforeAll(async () => {
    all = await rows(1);
  });

  it('hides nothing and has no floor', () => {
    expect(all.filter(([r]) => r.status === 'skyddad')).toEqual([]);
    expect(of(all, 'vantedagar_p90').filter(([r, g]) => r.status !== 'visas' && g.antal! > 0)).toEqual([]);
  });

  it('divides once: percent for shares, days for means, the ratio as it is', () => {
    for (const [r, g] of all.filter(
      ([x, c]) => x.status === 'visas' && !x.indikator.startsWith('vantedagar') && c.namnare! > 0,
    )) {
      const factor = /andel|veckodag_u|veckodag_matris|aterinskrivning/.test(r.indikator) ? 100 : 1;
      expect(r.varde!, r.indikator).toBeCloseTo((factor * g.taljare!) / g.namnare!, 6);
      expect([r.taljare, r.namnare, r.antal]).toEqual([g.taljare, g.namnare, g.antal]);
    }
  });

  it('gives zeros where there is nothing to divide by, and no value', () => {
    const empty = all.filter(([, g]) => g.namnare === 0);
    expect(empty.length).toBeGreaterThan(10);
    for (const [r] of empty) {
      expect(r).toMatchObject({ status: 'saknas', taljare: 0, namnare: 0, antal: 0 });
      expect([r.varde, r.nedre, r.ovre]).toEqual([null, null, null]);
    }
  });

  it("gives shares Wilson's interval", () => {
    const z = 1.96;
    for (const [r, g] of of(all, 'andel_utskrivningsklardagen', 'veckodag_matris').filter(
      ([, x]) => x.namnare! > 0,
    )) {
      const [n, p] = [g.namnare!, g.taljare! / g.namnare!];
      const half = z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
      expect(r.nedre!).toBeCloseTo((100 * (p + z ** 2 / (2 * n) - half)) / (1 + z ** 2 / n), 5);
      expect(r.ovre!).toBeCloseTo((100 * (p + z ** 2 / (2 * n) + half)) / (1 + z ** 2 / n), 5);
    }
  });

  it('gives means an interval from 20 cases on, none where the mean is 0', () => {
    const means = of(all, 'medeldagar_alla', 'medeldagar_skr', 'medeldagar_veckodag').filter(
      ([, g]) => g.namnare! > 0,
    );
    let seen = 0;
    for (const [r, g] of means) {
      const [n, sum] = [g.namnare!, g.taljare!];
      if (n < 20 || sum === 0) {
        expect([r.nedre, r.ovre]).toEqual([null, null]);
        continue;
      }
      seen++;
      const s = Math.sqrt((g.kvadratsumma! - sum ** 2 / n) / (n - 1));
      const error = s / ((sum / n) * Math.sqrt(n));
      expect(r.nedre!).toBeCloseTo((sum / n) * Math.exp(-1.96 * error), 5);
      expect(r.ovre!).toBeCloseTo((sum / n) * Math.exp(1.96 * error), 5);
    }
    expect(seen).toBeGreaterThan(20);
  });
});

describe('threshold 5', () => {
  let all: [PubliceradRad, Given][];
  beforeAll(async () => {
    all = await rows(5);
  });

  it('leaves all six numbers of a hidden row empty', () => {
    const hidden = all.filter(([r]) => r.status === 'skyddad');
    expect(hidden.length).toBeGreaterThan(50);
    for (const [r] of hidden)
      expect([r.taljare, r.namnare, r.antal, r.varde, r.nedre, r.ovre]).toEqual(Array(6).fill(null));
  });

  it('shows no count of 1 to 4, nor a complement', () => {
    const small = (x: number) => x >= 1 && x <= 4;
    const shown = all.filter(([r]) => r.status === 'visas');
    expect(shown.length).toBeGreaterThan(200);
    for (const [r, g] of shown) {
      expect(small(r.antal!), JSON.stringify(r)).toBe(false);
      if (
        !/medeldagar|vantedagar|kalenderdag/.test(r.indikator) &&
        r.indikator !== 'kvot_utskrivningsklardagen'
      )
        expect(small(g.taljare!) || small(g.namnare! - g.taljare!), JSON.stringify(r)).toBe(false);
    }
  });

  it('asks 10 cases of a median and 50 of a 90th percentile, else all six are empty', () => {
    for (const [id, floor] of [
      ['vantedagar_median', 10],
      ['vantedagar_p90', 50],
    ] as const) {
      const few = of(all, id).filter(([r, g]) => r.status !== 'skyddad' && g.antal! > 0);
      expect(few.some(([, g]) => g.antal! >= floor)).toBe(true);
      // 5 to 9 cases are shown only where all of them waited, or none: this world has no such cell.
      if (floor === 50) expect(few.some(([, g]) => g.antal! < floor)).toBe(true);
      for (const [r, g] of few) {
        expect(r.status).toBe(g.antal! >= floor ? 'visas' : 'saknas');
        if (r.status === 'saknas')
          expect([r.taljare, r.namnare, r.antal, r.varde]).toEqual(Array(4).fill(null));
      }
    }
  });

  it('shows or hides n, n0, n1 and the days together', () => {
    const ids = [
      'andel_utskrivningsklardagen',
      'kvot_utskrivningsklardagen',
      'medeldagar_alla',
      'medeldagar_skr',
      'vantedagar_median',
    ];
    const places = new Map<string, Set<boolean>>();
    for (const [r] of of(all, ...ids)) {
      const place = [r.niva, r.enhet_id, r.periodtyp, r.period, r.grupp].join('|');
      places.set(place, (places.get(place) ?? new Set()).add(r.status === 'skyddad'));
    }
    expect([...places].filter(([, states]) => states.size > 1)).toEqual([]);
  });

  it('counts the hidden ones per level', async () => {
    const found = (await database.connection.runAndReadAll('select * from skyddade')).getRowsJS();
    for (const [niva, cells, hidden] of found) {
      const level = all.filter(([r]) => r.niva === niva);
      expect([cells, hidden]).toEqual([level.length, level.filter(([r]) => r.status === 'skyddad').length]);
    }
    expect(found.map(([niva]) => niva)).toEqual(['kommun', 'delregion', 'region', 'vardgivare']);
  });

  it('is written in one order, row by row the same on a second run', async () => {
    const again = await rows(5);
    expect(again.map(([r]) => JSON.stringify(r))).toEqual(all.map(([r]) => JSON.stringify(r)));
  });
});
