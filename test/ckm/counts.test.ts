import { beforeAll, describe, expect, it } from 'vitest';
import { CKM_DEFAULTS } from '../../data-loaders/ckm/parameters.ts';
import { ptable } from '../../data-loaders/ckm/ptable.ts';
import { readRegistry } from '../../data-loaders/registry.ts';
import { staged } from '../count/world.ts';
import { randomExtract } from '../rojande/extract.ts';
import { counted, type Shown } from './counted.ts';
import { published } from './second.ts';

const FRO = 'ett frö för prov';
const world = randomExtract(7, 600);
const steps = ptable(CKM_DEFAULTS);
let shown: Shown[];
beforeAll(async () => {
  shown = await counted(world, { fro: FRO });
}, 120_000);

const of = (indikator: string) => shown.filter((row) => row.indikator === indikator);
const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length;

it('every count, sum and median is what a plain second implementation makes of the same cases', () => {
  const second = published(staged(world), FRO, steps);
  const ids = new Set([...second.cells.keys()].map((cell) => cell.split('|')[0]!));
  const differing: string[] = [];
  let compared = 0;
  for (const { indikator, cell, taljare, namnare, antal, varde, status } of shown) {
    if (!ids.has(indikator)) continue;
    const [t, n, a, v] = second.cells.get(cell) ?? [0, 0, 0];
    compared++;
    const quantile = indikator === 'vantedagar_median';
    const expected =
      quantile && n > 0 && n < 10 ? [null, null, null] : n === 0 ? [quantile ? null : 0, 0, 0] : [t, n, a];
    const found = quantile && n === 0 ? [null, namnare, antal] : [taljare, namnare, antal];
    if (String(found) !== String(expected) || (quantile && status === 'visas' && varde !== v))
      differing.push(`${cell}: ${found} ${varde} / ${expected} ${v}`);
  }
  expect(differing.slice(0, 8)).toEqual([]);
  expect(compared).toBeGreaterThan(8000);
});

describe('what is published', () => {
  it('hides nothing', () => {
    expect(new Set(shown.map(({ status }) => status))).toEqual(new Set(['visas', 'saknas']));
    expect(new Set(shown.map(({ indikator }) => indikator)).size).toBe(readRegistry().length);
  });

  it('has no negative number, no share above 100 %, and no count of 1 or 2', () => {
    for (const { cell, taljare, namnare, varde } of shown) {
      expect(Math.min(taljare ?? 0, namnare ?? 0, varde ?? 0), cell).toBeGreaterThanOrEqual(0);
    }
    const shares = readRegistry().filter(({ rojande: { typ } }) =>
      ['andel', 'fordelning', 'dagandel'].includes(typ),
    );
    for (const { id } of shares)
      for (const { cell, taljare, namnare } of of(id)) expect(taljare! <= namnare!, cell).toBe(true);
    for (const { cell, antal } of of('medeldagar_alla')) expect([1, 2], cell).not.toContain(antal);
  });

  it('says of the same cases the same everywhere: n, n0 and n1 agree in every file', () => {
    const share = new Map(of('andel_utskrivningsklardagen').map((row) => [row.place, row]));
    for (const { place, namnare, taljare } of of('kvot_utskrivningsklardagen')) {
      const { taljare: n0, namnare: n } = share.get(place)!;
      expect(namnare, place).toBe(n! - n0!);
      if (namnare! > 0) expect(taljare, place).toBe(n0);
    }
    const all = new Map(of('medeldagar_alla').map((row) => [row.place, row]));
    for (const { place, varde } of of('medeldagar_skr').filter((row) => row.status === 'visas')) {
      const [mean, part] = [all.get(place)!.varde!, share.get(place)!];
      expect((1 - part.taljare! / part.namnare!) * varde!, place).toBeCloseTo(mean, 4);
    }
  });

  it('has intervals of shares that hold chance and noise both', () => {
    const rows = of('andel_utskrivningsklardagen').filter(({ status }) => status === 'visas');
    expect(rows.length).toBeGreaterThan(500);
    for (const { cell, taljare, namnare, varde, nedre, ovre, brus } of rows) {
      const [p, n, zz] = [taljare! / namnare!, namnare!, 1.96 ** 2];
      const reach = 1.96 * Math.sqrt((p * (1 - p)) / n + zz / (4 * n * n));
      const limit = (sign: number) => (100 * (p + zz / (2 * n) + sign * reach)) / (1 + zz / n);
      const [low, high] = [limit(-1), limit(1)].map((end) => Math.hypot(varde! - end, brus!));
      expect(brus, cell).toBeGreaterThan(0);
      expect(nedre, cell).toBeCloseTo(Math.max(0, varde! - low!), 4);
      expect(ovre, cell).toBeCloseTo(Math.min(100, varde! + high!), 4);
    }
  });

  it('has no interval where there is none without noise', () => {
    const none = shown.filter(
      ({ indikator, status, namnare }) =>
        status !== 'visas' ||
        indikator === 'kvot_utskrivningsklardagen' ||
        (indikator.startsWith('medeldagar') && namnare! < 20),
    );
    expect(none.length).toBeGreaterThan(1000);
    for (const { cell, nedre, ovre } of none) expect([nedre, ovre], cell).toEqual([null, null]);
    for (const { cell, nedre, ovre } of shown) expect(nedre === null, cell).toBe(ovre === null);
  });

  it('does not add up: region − kommuner and year − months have the noise of all their terms', () => {
    const { sant } = published(staged(world), FRO, steps);
    const rows = of('medeldagar_alla').filter(({ place }) => sant.has(place));
    const noise = rows.map(({ place, namnare }) => namnare! - sant.get(place)!);
    // Cells share cases only by way of keys that are summed: near to independent.
    expect(Math.abs(mean(noise))).toBeLessThan(0.15);
    expect(mean(noise.map((d) => d * d)) / CKM_DEFAULTS.varians).toBeCloseTo(1, 0.6);
    const off = differences(new Map(rows.map(({ place, namnare }) => [place, namnare!])), sant);
    expect(off.length).toBeGreaterThan(40);
    const terms = mean(off.map(({ terms }) => terms));
    const square = mean(off.map(({ left }) => left * left));
    expect(square / (terms * CKM_DEFAULTS.varians)).toBeGreaterThan(0.7);
    expect(square / (terms * CKM_DEFAULTS.varians)).toBeLessThan(1.4);
  });
});

/** Vårdgivare against region, month by month and group by group: how far the published sum misses, and of how many counts. */
function differences(numbers: Map<string, number>, sant: Map<string, number>) {
  return [...sant.keys()]
    .filter((place) => place.startsWith('region|') && !place.includes('|rullande12|'))
    .map((place) => {
      const parts = ['sus', 'pv']
        .map((id) => place.replace(/^region\|12/, `vardgivare|${id}`))
        .filter((part) => sant.has(part));
      const sum = parts.reduce((total, part) => total + numbers.get(part)!, 0);
      return { left: numbers.get(place)! - sum, terms: parts.length + 1 };
    });
}

it('later stays, another order and another file change nothing where the cases are the same', async () => {
  const rows = world.givet.vardtillfallen!;
  const later = Array.from({ length: 20 }, (_, i) => ({
    vardtillfalle_id: `ny${i}`,
    patient_id: `ny${i}`,
    kommun: '1281',
    vardgivare: 'sus',
    inskrivning: '2024-09-02 10:00',
    utskrivningsklar: '2024-09-05 08:00',
    utskrivning: '2024-09-07 12:00',
  }));
  const vardtillfallen = [...later, ...rows.toReversed()];
  const second = await counted({ ...world, givet: { vardtillfallen } }, { fro: FRO });
  const now = new Map(second.map((row) => [row.cell, row]));
  const same = shown.filter(
    ({ cell, indikator }) =>
      /\|manad\|2024-0[1-6]-01\|/.test(cell) && !/^(vantedygn|pagaende|ater)/.test(indikator),
  );
  expect(same.length).toBeGreaterThan(3000);
  for (const row of same) expect(now.get(row.cell)).toEqual(row);
}, 120_000);
