import type { Enhet } from '../../../data-loaders/catalogue-types.ts';
import { comparisonTitle, escapeHtml, figure, pairTable, tileMap } from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { indicatorOf, lageOf, membersOf, type Page, rowsAcross, spanOf, unitHref, unitsOf } from '../page.ts';
import { sourceText, spanText } from '../words.ts';
import { NONE } from './weekday.ts';

/** Kommuner as squares in the profile's rough geography, else in alphabetical order: `indikator`. */
export const karta: Block = (page, { indikator = 'medeldagar_alla' }) => {
  const span = spanOf(page, indikator, page.region);
  if (!span) return NONE;
  const head = indicatorOf(page, indikator);
  const units = membersOf(page, page.unit.id);
  const rows = squares(page, units);
  return figure({
    id: `figur-karta-${indikator}`,
    titel: comparisonTitle({
      indikator: head,
      rader: rowsAcross(page, indikator, units, span),
      referens: page.data.cell(indikator, page.unit, span.typ, span.period) ?? null,
    }),
    undertitel: `${head.titel}, ${head.enhet}, ${spanText(span)}`,
    innehall: tileMap({
      id: `karta-${indikator}`,
      indikator: head,
      placerade: rows.placed,
      rader: rows.squares.map((row) =>
        row.map(
          (unit) =>
            unit && {
              enhet: unit.namn,
              href: unitHref(unit),
              rad: page.data.cell(indikator, unit, span.typ, span.period),
              lage: lageOf(page, indikator, unit),
            },
        ),
      ),
      troskel: page.katalog.troskel,
    }),
    bildtext: `${sourceText(page, head.rojande.mangd)}.`,
  });
};

/** Columns of a map without geography. */
const ACROSS = 3;

/** The units' own rows and columns of the profile's map; in rows of three where a unit is not on it. */
function squares({ katalog }: Page, units: Enhet[]): { placed: boolean; squares: (Enhet | null)[][] } {
  const named = new Map(units.map((unit) => [unit.id, unit]));
  const on = (code: string | undefined): boolean => code !== undefined && named.has(code);
  const rows = katalog.rutkarta.filter((row) => row.some(on));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, i) => i).filter((i) => rows.some((row) => on(row[i])));
  const placed = rows.map((row) => columns.map((i) => named.get(row[i] ?? '') ?? null));
  if (placed.flat().filter((unit) => unit !== null).length === units.length)
    return { placed: true, squares: placed };
  const lines = units.flatMap((_, i) => (i % ACROSS === 0 ? [units.slice(i, i + ACROSS)] : []));
  return { placed: false, squares: lines };
}

/** Kommun × vårdgivare as a heat table, the delregion's kommuner: `indikator`. */
export const kommun_vardgivare: Block = (page, { indikator = 'medeldagar_alla' }) => {
  const span = spanOf(page, indikator, page.region, ['ar']);
  if (!span) return NONE;
  const head = indicatorOf(page, indikator);
  const kommuner = membersOf(page, page.unit.id);
  const row = (unit: { niva: Enhet['niva']; id: string }) =>
    page.data.cell(indikator, unit, span.typ, span.period);
  const pair = (kommun: Enhet, vardgivare: Enhet) =>
    row({ niva: 'kommun_vardgivare', id: `${kommun.id}+${vardgivare.id}` });
  const vardgivare = unitsOf(page.katalog, 'vardgivare').filter((unit) =>
    kommuner.some((kommun) => !['saknas', undefined].includes(pair(kommun, unit)?.status)),
  );
  const pairs = kommuner.flatMap((kommun) => vardgivare.map((unit) => pair(kommun, unit)));
  return figure({
    id: `figur-kommun-vardgivare-${indikator}`,
    titel: comparisonTitle({
      indikator: head,
      rader: pairs.filter((rad) => rad !== undefined),
      referens: row(page.unit) ?? null,
    }),
    undertitel: `${head.titel}, ${head.enhet}, ${spanText(span)}, kommun och vårdgivare`,
    innehall: pairTable({
      id: `par-${indikator}`,
      caption: `${head.titel} per kommun och vårdgivare, ${page.unit.namn}, ${spanText(span)}`,
      indikator: head,
      kolumner: vardgivare.map(({ namn }) => namn),
      rader: kommuner.map((kommun) => ({
        rubrik: kommun.namn,
        href: unitHref(kommun),
        celler: [...vardgivare.map((unit) => pair(kommun, unit)), row(kommun)],
      })),
      summa: {
        rubrik: `hela ${page.region.namn}`,
        celler: [...vardgivare.map(row), row(page.region)],
      },
      troskel: page.katalog.troskel,
    }),
    bildtext: `${sourceText(page, head.rojande.mangd)}, ${spanText(span)}. Nedersta raden: alla fall hos vårdgivaren, också från kommuner utanför ${escapeHtml(page.unit.namn)}.`,
  });
};
