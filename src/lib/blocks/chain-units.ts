import type { Niva } from '../../../data-loaders/types.ts';
import { capitalize, categoryName, dataTable, levelName } from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { cellOf, indicatorOf, spanOf, unitHref, unitsOf } from '../page.ts';
import { spanText } from '../words.ts';
import { absent } from './chain.ts';
import { all, NONE, of } from './weekday.ts';

/** An indicator's categories as columns, one row per unit of a level and the region last: `indikator`, `niva`. */
export const per_enhet: Block = (page, { indikator = 'process_samma_dag', niva = 'vardgivare' }) => {
  const span = spanOf(page, indikator, page.region);
  const nothing = absent(page, indikator, span);
  if (nothing || !span) return nothing ?? NONE;
  const { titel, enhet } = indicatorOf(page, indikator);
  const columns = all(page, indikator, page.region, span).map(({ kategori }) => kategori);
  return dataTable({
    id: `tabell-${indikator}-${niva}`,
    caption: `${titel} per ${levelName(niva as Niva)}, ${spanText(span)}`,
    radrubrik: capitalize(levelName(niva as Niva)),
    kolumner: columns.map((kategori) => ({
      rubrik: kategori === 'alla' ? 'Andel' : capitalize(categoryName(kategori)),
      enhet,
    })),
    rader: [...unitsOf(page.katalog, niva as Niva), page.region].map((unit) => {
      const rows = all(page, indikator, unit, span);
      return {
        rubrik: unit.namn,
        ...(unit.niva === 'region' ? { fokus: true } : { href: unitHref(unit) }),
        celler: columns.map((kategori) => cellOf(page, of(rows, kategori))),
      };
    }),
    troskel: page.katalog.troskel,
  });
};

/** Clinics: waiting and process of the latest final year, in the order of their vårdgivare. */
export const kliniker: Block = (page) => {
  const units = unitsOf(page.katalog, 'klinik').filter(
    ({ id }) => page.unit.niva !== 'vardgivare' || id.startsWith(`${page.unit.id}+`),
  );
  const first = units[0];
  const span = first && spanOf(page, 'medeldagar_alla', first);
  if (page.katalog.utan.klinik) return '<p>Klinikerna visas inte: profilen har valt bort dem.</p>';
  if (!span)
    return '<p>Klinikerna visas inte: kolumnen klinik saknas i utdragen, eller har inga namn på kliniker.</p>';
  const columns: [rubrik: string, id: string, kategori: string][] = [
    ['Väntan', 'medeldagar_alla', 'alla'],
    ['Utskrivna samma dag', 'andel_utskrivningsklardagen', 'alla'],
    ['Grön', 'process', 'gron'],
    ['Gul', 'process', 'gul'],
    ['Röd', 'process', 'rod'],
    ['Gul, samma dag', 'process_samma_dag', 'gul'],
  ];
  return dataTable({
    id: 'tabell-kliniker',
    caption: `Väntan och process per klinik, ${spanText(span)}`,
    radrubrik: 'Klinik',
    kolumner: [
      { rubrik: 'Fall', enhet: 'antal' },
      ...columns.map(([rubrik, id]) => ({
        rubrik,
        enhet: id === 'medeldagar_alla' ? 'dagar per fall' : 'procent',
      })),
    ],
    rader: units.map((unit) => {
      const cell = (id: string, kategori: string) =>
        page.data.cell(id, unit, span.typ, span.period, { kategori });
      return {
        rubrik: unit.namn,
        celler: [
          cellOf(page, cell('medeldagar_alla', 'alla'), 'namnare'),
          ...columns.map(([, id, kategori]) => cellOf(page, cell(id, kategori))),
        ],
      };
    }),
    troskel: page.katalog.troskel,
  });
};
