import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractsOf, type Publication, publication, type Row, SMALL } from './publication.ts';

const UTAN =
  '{kommun: {perioder: [kvartal, rullande12], grupper: [80plus]}, vardgivare: {grupper: [somatik, psykiatri]}, kommun_vardgivare: allt}';

/** True for a row that the profile above does without. */
const isLeftOut = ({ niva, periodtyp, grupp }: Row): boolean =>
  (niva === 'kommun' && (['kvartal', 'rullande12'].includes(periodtyp!) || grupp === '80plus')) ||
  (niva === 'vardgivare' && ['somatik', 'psykiatri'].includes(grupp!)) ||
  niva === 'kommun_vardgivare';

let all: Publication;
let narrow: Publication;
beforeAll(async () => {
  const extracts = extractsOf(SMALL);
  all = await publication(extracts, 1);
  narrow = await publication(extracts, 1, undefined, UTAN);
});
afterAll(() => {
  all.remove();
  narrow.remove();
});

describe('breakdowns that the profile does without', () => {
  it('are in no file, and every other row is what it was', () => {
    let left = 0;
    for (const { id } of all.catalogue.indikatorer) {
      const rows = all.rows(id);
      left += rows.filter(isLeftOut).length;
      expect(narrow.rows(id), id).toEqual(rows.filter((row) => !isLeftOut(row)));
    }
    expect(left).toBeGreaterThan(1000);
  });

  it('are in no header of the catalogue', () => {
    const head = narrow.catalogue.indikatorer.find(({ id }) => id === 'medeldagar_alla')!;
    expect(head.nivaer).toEqual(['kommun', 'delregion', 'region', 'vardgivare', 'klinik']);
    expect(head.undantag).toEqual({
      kommun: { perioder: ['manad', 'halvar', 'ar'], grupper: ['alla', 'somatik', 'psykiatri', '65plus'] },
      vardgivare: {
        perioder: ['manad', 'kvartal', 'halvar', 'ar', 'rullande12'],
        grupper: ['alla', '65plus', '80plus'],
      },
      klinik: { perioder: ['ar'], grupper: ['alla'] },
    });
  });

  it('are told in the manifest, which is silent where there are none', () => {
    const told = (p: Publication) => JSON.parse(p.text('manifest.json')).rojandekontroll;
    expect(told(all)).toEqual({ troskel: 1, metod: 'undertryck' });
    expect(told(narrow).utan.kommun).toEqual({ perioder: ['kvartal', 'rullande12'], grupper: ['80plus'] });
  });
});
