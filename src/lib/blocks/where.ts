import type { Enhet } from '../../../data-loaders/catalogue-types.ts';
import type { PubliceradRad } from '../../../data-loaders/types.ts';
import {
  comparisonTable,
  comparisonTitle,
  escapeHtml,
  figure,
  geoMap,
  mapNotes,
  pairTable,
  type Ruta,
  tableDetails,
  tileMap,
} from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { indicatorOf, lageOf, membersOf, type Page, rowsAcross, spanOf, unitHref, unitsOf } from '../page.ts';
import { sourceText, spanText } from '../words.ts';
import { NONE } from './weekday.ts';

/**
 * Kommuner as the areas of one's own map, else as squares in the profile's rough geography, else in alphabetical order:
 * `indikator`.
 */
export const karta: Block = (page, { indikator = 'medeldagar_alla' }) => {
  const span = spanOf(page, indikator, page.region);
  if (!span) return NONE;
  const head = indicatorOf(page, indikator);
  const units = membersOf(page, page.unit.id);
  const ruta = (unit: Enhet): Ruta => ({
    enhet: unit.namn,
    href: unitHref(unit),
    rad: page.data.cell(indikator, unit, span.typ, span.period),
    lage: lageOf(page, indikator, unit),
  });
  const rader = rowsAcross(page, indikator, units, span);
  const referens = page.data.cell(indikator, page.unit, span.typ, span.period) ?? null;
  const titel = comparisonTitle({ indikator: head, rader, referens });
  return figure({
    id: `figur-karta-${indikator}`,
    titel,
    undertitel: `${head.titel}, ${head.enhet}, ${spanText(span)}`,
    innehall: page.katalog.karta
      ? ownMap(page, `${titel}. ${head.titel}, ${spanText(span)}.`, head, units.map(ruta), {
          rader,
          referens,
        })
      : squareMap(page, head, units, ruta),
    bildtext: `${sourceText(page, head.rojande.mangd)}.`,
  });
};

type Head = ReturnType<typeof indicatorOf>;

function squareMap(page: Page, head: Head, units: Enhet[], ruta: (unit: Enhet) => Ruta): string {
  const { placed, squares } = placesOf(page, units);
  return tileMap({
    id: `karta-${head.id}`,
    indikator: head,
    placerade: placed,
    rader: squares.map((row) => row.map((unit) => unit && ruta(unit))),
    troskel: page.katalog.troskel,
  });
}

/** The areas, and their figures as a table. */
function ownMap(
  page: Page,
  titel: string,
  indikator: Head,
  rutor: Ruta[],
  { rader, referens }: { rader: PubliceradRad[]; referens: PubliceradRad | null },
): string {
  const { karta, troskel } = page.katalog;
  const kommuner = membersOf(page, page.unit.id);
  const ytor = kommuner.flatMap(({ id }, i) => {
    const yta = karta!.find(({ kommun }) => kommun === id);
    return yta ? [{ ruta: rutor[i]!, yta }] : [];
  });
  const id = `karta-${indikator.id}`;
  return (
    geoMap({ id, titel, indikator, ytor }) +
    mapNotes(
      indikator,
      rutor,
      'Gränserna är ur den egna kartan; namn som inte får plats står i tabellen på webbsidan.',
      troskel,
    ) +
    tableDetails(
      'Siffrorna i tabell',
      comparisonTable({ id: `tabell-${id}`, caption: titel, indikator, rader, referens, troskel }),
    )
  );
}

/** Columns of a map without geography. */
const ACROSS = 3;

/** The units' own rows and columns of the profile's map; in rows of three where a unit is not on it. */
function placesOf({ katalog }: Page, units: Enhet[]): { placed: boolean; squares: (Enhet | null)[][] } {
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
  if (page.katalog.utan.kommun_vardgivare)
    return '<p>Kommun och vårdgivare visas inte tillsammans: profilen har valt bort den indelningen.</p>';
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
