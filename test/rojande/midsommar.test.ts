import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRegistry } from '../../data-loaders/registry.ts';
import { MIDSUMMER, type Publication, publication } from '../publish/publication.ts';
import { attack, readCounts, systemOf } from './attack/attack.ts';
import type { Row as AttackRow } from './attack/counts.ts';
import { addSum, labelOf } from './attack/system.ts';
import { truthOf } from './attack/truth.ts';

const HEADERS = readRegistry().filter(({ id }) => id.startsWith('helgtabell'));
const MAP = ['1231', '1285', '1266', '1267', '1261', '1262', '1281', '1230'].map((kommun) => ({
  ...{ delregion: 'mellersta', kommun, fran: '2018-01-01', till: null },
}));

/** The published table of midsummer 2023, 15 cases, at threshold 5. */
let shown: Publication;
let all: Publication;
beforeAll(async () => {
  shown = await publication(MIDSUMMER, 5);
  all = await publication(MIDSUMMER, 1);
});
afterAll(() => {
  shown.remove();
  all.remove();
});

/** The rows of both holiday tables, numbers as numbers. */
const tables = (from: Publication): AttackRow[] =>
  HEADERS.flatMap(({ id }) =>
    from.rows(id).map((r) => {
      const number = (text: string | undefined) => (text === '' || text === undefined ? null : Number(text));
      return {
        ...(r as unknown as AttackRow),
        indikator: id,
        ...{ taljare: number(r.taljare), namnare: number(r.namnare), antal: number(r.antal) },
      };
    }),
  );

it('hides the 2 of midsommarafton with more, in region and delregion alike; the whole and the empty days show', () => {
  for (const unit of ['region|12', 'delregion|mellersta']) {
    const rows = shown.rows('helgtabell').filter((r) => `${r.niva}|${r.enhet_id}` === unit);
    const hidden = rows.filter((r) => r.status === 'skyddad').map((r) => r.kategori);
    // Not the 7 of the 26th: the day is read before its destinations (4, 2 and 1), and none of them is shown.
    expect(hidden).toEqual(['2023-06-23', '2023-06-24']);
    const open = rows.filter((r) => r.status === 'visas');
    expect(open.map((r) => [r.taljare, r.namnare])).toEqual(
      ['0', '0', '7', '0', '0'].map((cases) => [cases, '15']),
    );
  }
});

it('shows no row of a kommun with cases, in any table', () => {
  const kommuner = ['1231', '1285', '1266', '1267', '1261', '1281', '1230'];
  for (const id of shown.catalogue.indikatorer.map((i) => i.id)) {
    const rows = shown.rows(id).filter((r) => r.niva === 'kommun' && kommuner.includes(r.enhet_id!));
    expect(
      rows.filter((r) => Number(r.antal) > 0),
      id,
    ).toEqual([]);
  }
});

it('gives no hidden count back by subtraction', async () => {
  const system = systemOf(readCounts(tables(shown), HEADERS), MAP);
  // Nobody in this file comes from elsewhere; suppose that the reader knows it.
  for (const region of system.counts.blocks.values()) {
    if (region.niva !== 'region') continue;
    const kommuner = [...system.counts.blocks.values()].filter(
      (b) => b.niva === 'kommun' && b.period === region.period,
    );
    for (const [key, v] of region.keys)
      addSum(
        system,
        v,
        kommuner.map((b) => b.keys.get(key)!),
      );
  }
  const truth = truthOf(system, readCounts(tables(all), HEADERS));
  const { tight, targets } = await attack(system, 5, (v) => truth[v]! > 0);
  expect(targets.length).toBeGreaterThan(20);
  const recovered = [...tight].filter(([v, [low, high]]) => truth[v]! > 0 && high - low < 1);
  expect(recovered.map(([v]) => labelOf(system, v))).toEqual([]);
});
