/** Which published row stands in for a month that is not shown. */
import { expect, it } from 'vitest';
import { instead } from '../../src/lib/instead.ts';
import type { Page } from '../../src/lib/page.ts';
import { hidden, medel, missing, row } from '../components/rows.ts';

const kommun = { niva: 'kommun' as const, id: '1285' };
const wider = ['mellersta', '12'].map((id) => ({
  enhet: { niva: 'delregion' as const, id, namn: id },
  href: `/${id}`,
}));
const latest = { manad: '2026-10-01', kvartal: '2026-07-01', halvar: '2026-01-01', ar: '2025-01-01' };
type Row = ReturnType<typeof row>;

/** What stands in, for rows of the kommun and of the wider units by id. */
function found(own: Row[], others: Record<string, Row> = {}, off: string[] = [], changes: object[] = []) {
  const data = {
    changes: () => changes,
    series: () => own.filter(({ periodtyp }) => periodtyp === 'manad'),
    cell: (_: string, { id }: { id: string }, typ: string, period: string) =>
      id === kommun.id ? own.find((rad) => rad.periodtyp === typ && rad.period === period) : others[id],
  };
  const page = { data, katalog: { senaste_slutliga: { utskrivning: latest } } } as unknown as Page;
  const head = { ...medel, avstangd_saknar: off } as unknown as Parameters<typeof instead>[1];
  return instead(page, head, kommun, wider, 'alla');
}

const quarter = row({ periodtyp: 'kvartal', period: latest.kvartal });
const half = row({ periodtyp: 'halvar', period: latest.halvar });
const year = row({ periodtyp: 'ar', period: latest.ar });

it('a month that is shown with cases enough needs nothing', () => {
  expect(found([row(), quarter])).toEqual({});
});

it('a hidden month has the finest latest period that is shown, whatever its cases', () => {
  expect(found([row(hidden), { ...quarter, ...hidden }, half, year]).langre).toBe(half);
  expect(found([row(hidden), { ...quarter, antal: 6 }, half]).langre?.antal).toBe(6);
  expect(found([row(hidden), { ...half, ...hidden }])).toEqual({});
});

it('a month of few cases has the finest period with twenty', () => {
  expect(
    found([row({ antal: 19 }), { ...quarter, antal: 19 }, { ...half, antal: 20 }]).langre?.periodtyp,
  ).toBe('halvar');
  expect(found([row({ antal: 19 }), { ...quarter, antal: 19 }])).toEqual({});
});

it('what is not counted by month has its longest period, shown or not; what is switched off has none', () => {
  expect(found([half, year]).langre).toBe(half);
  expect(found([{ ...year, ...hidden }]).langre?.status).toBe('skyddad');
  expect(found([row(missing), year], {}, ['kommunklar'])).toEqual({});
});

it('the wider unit is the nearest whose month is shown', () => {
  const region = row({ enhet_id: '12' });
  expect(found([row(hidden)], { mellersta: row(hidden), 12: region }).overordnad).toEqual({
    href: '/12',
    rad: region,
  });
  expect(found([row(hidden)], { mellersta: row(hidden), 12: row(hidden) }).overordnad).toBeUndefined();
});

it('the longer period stands beside the same of the year before', () => {
  const change = { periodtyp: 'halvar', period: latest.halvar, mot: 'fjol', tidigare: '2025-01-01' };
  const before = row({ periodtyp: 'halvar', period: '2025-01-01' });
  const other = { ...change, mot: 'foregaende', tidigare: '2025-07-01' };
  const { jamfort } = found([row(hidden), half, before], {}, [], [other, change]);
  expect(jamfort).toEqual({ rad: change, tidigare: before });
  expect(found([row(hidden), quarter, half], {}, [], [change]).jamfort).toBeUndefined();
  const years = { ...change, periodtyp: 'ar', period: latest.ar, mot: 'foregaende', tidigare: '2024-01-01' };
  expect(found([row(hidden), year], {}, [], [years]).jamfort?.rad).toBe(years);
});
