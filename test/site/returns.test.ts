/** What is said of readmission by a property of the discharge. */
import { expect, it } from 'vitest';
import { breakdownOf } from '../../src/lib/blocks/returns.ts';
import type { Page } from '../../src/lib/page.ts';
import { hidden, row } from '../components/rows.ts';

const day = (kategori: string, over: object = {}) =>
  row({ indikator: 'aterinskrivning_veckodag', kategori, varde: 14, nedre: 12, ovre: 16, ...over });
const whole = row({ indikator: 'aterinskrivning_30d', varde: 14.5 });
const title = (rader: ReturnType<typeof day>[], over: object = {}) => {
  const data = { categories: () => rader, cell: () => ({ ...whole, ...over }) };
  const page = { data, unit: { niva: 'kommun', id: '1285' } } as unknown as Page;
  return breakdownOf(page, 'aterinskrivning_veckodag', { typ: 'ar', period: '2025-01-01', final: true })!
    .titel;
};

it('names the days whose interval is clear of the unit, and no other', () => {
  expect(title([day('1'), day('2', { nedre: 9, ovre: 13, varde: 11 })])).toBe(
    'Den som skrivs ut på en tisdag kommer mer sällan tillbaka än genomsnittet',
  );
  expect(title([day('1'), day('2')])).toBe(
    'Ingen veckodag skiljer sig från genomsnittet, med osäkerheten inräknad',
  );
});

it('a hidden day is not acquitted, and nothing is compared with a hidden whole', () => {
  expect(title([day('1'), day('2', hidden)])).toBe(
    'Ingen veckodag som visas skiljer sig från genomsnittet, med osäkerheten inräknad',
  );
  expect(title([day('1', hidden), day('2', hidden)])).toBe('Återinskrivning med osäkerhet');
  expect(title([day('1')], hidden)).toBe('Återinskrivning med osäkerhet');
});
