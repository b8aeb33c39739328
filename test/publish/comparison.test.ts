import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMPARISON, extractsOf, MIDSUMMER, type Publication, publication } from './publication.ts';

let built: Publication;
beforeAll(async () => {
  built = await publication(
    extractsOf({}, [COMPARISON, `${MIDSUMMER}/vardtillfallen-midsommar-2023.csv`]),
    5,
  );
});
afterAll(() => built.remove());

it('shows all 126 cells as in the source, its two empty ones as saknas with antal kept', () => {
  const source = readFileSync(COMPARISON, 'utf8').trim().split(/\r?\n/).slice(1);
  const expected = source.map((line) => {
    const [indikator, niva, enhet, period, varde, antal, kalla] = line.split(';') as [string, ...string[]];
    const value = varde === '' ? '' : String(Number(varde!.replace(',', '.')));
    const status = varde === '' ? 'saknas' : 'visas';
    return {
      indikator,
      niva,
      enhet,
      periodtyp: 'manad',
      period: `${period}-01`,
      varde: value,
      antal,
      kalla,
      status,
    };
  });
  expect(expected).toHaveLength(126);
  expect(built.rows('jamforelse')).toEqual(expected);
  expect(
    built
      .rows('jamforelse')
      .filter(({ status }) => status === 'saknas')
      .map(({ enhet, period, antal }) => [enhet, period, antal]),
  ).toEqual([
    ['PV', '2022-08-01', '79'],
    ['PV', '2023-07-01', '85'],
  ]);
});

it('has the contract’s columns', () => {
  expect(built.text('jamforelse.csv').split('\r\n')[0]).toBe(
    'indikator,niva,enhet,periodtyp,period,varde,antal,kalla,status',
  );
});

it('is never mixed with our own figures', () => {
  const own = built.catalogue.indikatorer.flatMap(({ id }) => built.rows(id).map((row) => row.indikator));
  expect(new Set(own)).not.toContain('aterinlaggning_qlik');
});
