import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MIDSUMMER, type Publication, publication, type Row } from './publication.ts';

/** The table shown to the delregional meeting: kommun, day of discharge, destination, cases. */
const PUBLISHED = [
  ['Burlöv', '2023-06-24+ordinart_boende', 2],
  ['Eslöv', '2023-06-23+ordinart_boende', 1],
  ['Eslöv', '2023-06-24+ordinart_boende', 1],
  ['Eslöv', '2023-06-26+ordinart_boende', 1],
  ['Hörby', '2023-06-24+sarskilt_boende', 1],
  ['Hörby', '2023-06-26+sarskilt_boende', 1],
  ['Höör', '2023-06-26+korttid', 1],
  ['Lomma', '2023-06-26+korttid', 1],
  ['Lund', '2023-06-23+ordinart_boende', 1],
  ['Lund', '2023-06-26+ordinart_boende', 2],
  ['Staffanstorp', '2023-06-24+ordinart_boende', 2],
  ['Staffanstorp', '2023-06-26+ordinart_boende', 1],
];

let shown: Publication;
let protectedFigures: Publication;
beforeAll(async () => {
  shown = await publication(MIDSUMMER, 1);
  protectedFigures = await publication(MIDSUMMER, 5);
});
afterAll(() => {
  shown.remove();
  protectedFigures.remove();
});

const ofLevel = (rows: Row[], niva: string) => rows.filter((row) => row.niva === niva);

describe('threshold 1', () => {
  it('gives 2, 6, 0 and 7 for 23 to 26 June in the region', () => {
    const region = ofLevel(shown.rows('helgtabell'), 'region');
    expect(
      region.map(({ period, kategori, taljare, status }) => [period, kategori, taljare, status]),
    ).toEqual([
      ['2023-06-23', '2023-06-22', '0', 'visas'],
      ['2023-06-23', '2023-06-23', '2', 'visas'],
      ['2023-06-23', '2023-06-24', '6', 'visas'],
      ['2023-06-23', '2023-06-25', '0', 'visas'],
      ['2023-06-23', '2023-06-26', '7', 'visas'],
      ['2023-06-23', 'senare', '0', 'visas'],
      ['2023-06-23', 'kvar', '0', 'visas'],
    ]);
  });

  it('gives every row of the published table', () => {
    const rows = ofLevel(shown.rows('helgtabell_destination'), 'kommun').filter(
      (row) => Number(row.taljare) > 0,
    );
    const found = rows.map(({ enhet, kategori, taljare }) => [enhet, kategori, Number(taljare)]);
    expect(found.sort()).toEqual(PUBLISHED);
  });

  it('hides nothing', () => {
    const ids = shown.catalogue.indikatorer.map(({ id }) => id);
    const hidden = ids.flatMap((id) => shown.rows(id).filter((row) => row.status === 'skyddad'));
    expect(hidden).toEqual([]);
  });
});

describe('threshold 5', () => {
  it('hides the 2 of the region and at least one cell more, so that the total does not give it back', () => {
    const region = ofLevel(protectedFigures.rows('helgtabell'), 'region');
    const hidden = region.filter((row) => row.status === 'skyddad').map((row) => row.kategori);
    expect(hidden).toContain('2023-06-23');
    expect(hidden.length).toBeGreaterThanOrEqual(2);
  });

  it('shows no kommun that had a case', () => {
    const kommuner = new Set(PUBLISHED.map(([kommun]) => kommun));
    const rows = ofLevel(protectedFigures.rows('helgtabell'), 'kommun').filter((row) =>
      kommuner.has(row.enhet!),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => row.status !== 'skyddad')).toEqual([]);
  });

  it('leaves all six numbers of a hidden row empty, in every file', () => {
    for (const { id } of protectedFigures.catalogue.indikatorer)
      for (const row of protectedFigures.rows(id).filter(({ status }) => status === 'skyddad'))
        expect([row.taljare, row.namnare, row.antal, row.varde, row.nedre, row.ovre]).toEqual([
          '',
          '',
          '',
          '',
          '',
          '',
        ]);
  });
});
