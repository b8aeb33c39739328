import type { Niva, PubliceradRad } from '../../../data-loaders/types.ts';
import {
  categoryName,
  dataTable,
  dischargeTitle,
  escapeHtml,
  figure,
  heatMatrix,
  link,
  list,
  protectedBasis,
  topDay,
  valueCell,
  weekdayBars,
  weekdayTitle,
} from '../../components/index.ts';
import type { Unit } from '../data.ts';
import type { Block } from '../markdown.ts';
import { cellOf, delregionOf, type Page, type Span, spanOf, unitHref, unitsOf } from '../page.ts';
import { sourceText, spanText } from '../words.ts';

const DAYS = ['1', '2', '3', '4', '5', '6', '7'];

/** The unit a block is about: `niva` region or delregion, else the page's own. */
export function unitFor(page: Page, niva?: string): Page['unit'] {
  if (niva === 'region') return page.region;
  return niva === 'delregion' ? (delregionOf(page, page.unit.id) ?? page.region) : page.unit;
}

export const all = (page: Page, id: string, unit: Unit, span: Span) =>
  page.data.categories(id, unit, span.typ, span.period);

/** The row of one category. */
export const of = (rows: PubliceradRad[], kategori: string) => rows.find((row) => row.kategori === kategori);

export const NONE = '<p>Det finns ingen period att visa.</p>';

/** Instead of a table in which no cell can be shown. */
export const hiddenText = ({ katalog }: Page): string =>
  `<p>Alla rutor är <strong>${link('skyddade', '/skydd')}</strong>: varje siffra ${protectedBasis(katalog.troskel)}.</p>`;

export const allHidden = (rows: PubliceradRad[]): boolean =>
  rows.length > 0 && rows.every(({ status }) => status === 'skyddad');

/** Readiness by discharge weekday, 7 × 7: `niva` delregion or region for another unit than the page's. */
export const matris: Block = (page, { niva }) => {
  const unit = unitFor(page, niva);
  const span = spanOf(page, 'veckodag_matris', unit);
  if (!span) return NONE;
  const medel = all(page, 'medeldagar_veckodag', unit, span);
  const overall = page.data.cell('medeldagar_alla', unit, span.typ, span.period);
  const own = unit === page.unit;
  const matris = all(page, 'veckodag_matris', unit, span);
  const klar = all(page, 'veckodag_utskrivningsklar', unit, span);
  const ut = all(page, 'veckodag_utskrivning', unit, span);
  const hidden = allHidden([...matris, ...klar, ...ut, ...medel]);
  return figure({
    id: `figur-matris-${niva ?? 'egen'}`,
    titel: own || page.unit.niva === 'region' ? weekdayTitle(medel, overall) : `${unit.namn} som jämförelse`,
    undertitel: `Antal fall efter dag då personen blev utskrivningsklar (rad) och dag då personen skrevs ut (kolumn), ${unit.namn}, ${spanText(span)}`,
    bildtext: `${sourceText(page)}.`,
    innehall: hidden
      ? hiddenText(page)
      : heatMatrix({
          id: `matris-${niva ?? 'egen'}`,
          caption: `Veckodag för utskrivningsklar och för utskrivning, ${unit.namn}, ${spanText(span)}`,
          doldCaption: true,
          matris,
          klar,
          ut,
          medel,
          ...(overall ? { medelAlla: overall } : {}),
          troskel: page.katalog.troskel,
        }),
    noter: own
      ? hidden
        ? []
        : [
            {
              rubrik: 'Klar eller utskriven?',
              text: 'Raderna svarar på när sjukhuset bedömer att vården är klar. Kolumnerna svarar på när människor åker hem. Upplevelsen att många skickas hem på fredagar prövas i kolumnen.',
            },
            {
              rubrik: 'Starkare färg',
              text: 'Större andel av radens fall. Ram: samma veckodag, nästan alltid samma dag.',
            },
          ]
      : [
          {
            rubrik: 'Varför två tabeller?',
            text: `${page.katalog.metod === 'ckm' ? 'Ju färre fall, desto större är skyddsbruset bredvid antalet.' : 'Ju färre fall, desto fler rutor är skyddade.'} Tabellen för det större området visar mönstret med fler fall.`,
          },
        ],
  });
};

/** Share of the cases by weekday: readiness beside discharge. */
export const veckodagar: Block = (page, { niva }) => {
  const unit = unitFor(page, niva);
  const span = spanOf(page, 'veckodag_utskrivning', unit);
  if (!span) return NONE;
  const klar = all(page, 'veckodag_utskrivningsklar', unit, span);
  const ut = all(page, 'veckodag_utskrivning', unit, span);
  const alla = all(page, 'veckodag_utskrivning_alla', unit, span);
  const medel = all(page, 'medeldagar_veckodag', unit, span);
  const caption = `Veckodag, ${unit.namn}, ${spanText(span)}`;
  return figure({
    id: 'figur-veckodagar',
    titel: dischargeTitle(ut),
    undertitel: `Procent av fallen per veckodag, ${unit.namn}, ${spanText(span)}`,
    innehall: allHidden([...klar, ...ut, ...alla, ...medel])
      ? hiddenText(page)
      : weekdayBars({ id: 'veckodagar', titel: `${caption}: utskrivningsklara och utskrivna`, klar, ut }) +
        dataTable({
          id: 'tabell-veckodagar',
          caption,
          doldCaption: true,
          radrubrik: 'Veckodag',
          kolumner: [
            { rubrik: 'Blev klara', enhet: 'fall' },
            { rubrik: 'Blev klara', enhet: 'procent' },
            { rubrik: 'Skrevs ut', enhet: 'fall' },
            { rubrik: 'Skrevs ut', enhet: 'procent' },
            { rubrik: 'Alla utskrivningar', enhet: 'antal' },
            { rubrik: 'Alla utskrivningar', enhet: 'procent' },
            { rubrik: 'Medelväntan', enhet: 'dagar' },
          ],
          rader: DAYS.map((day) => ({
            rubrik: categoryName(day),
            celler: [
              ...both(page, klar, day),
              ...both(page, ut, day),
              ...both(page, alla, day),
              cellOf(page, of(medel, day)),
            ],
          })),
          troskel: page.katalog.troskel,
        }),
    bildtext: `${sourceText(page)}. Fall är vårdtillfällen med besked om utskrivningsklar. Alla utskrivningar omfattar även vårdtillfällen utan sådant besked.`,
  });
};

export const both = (page: Page, rows: PubliceradRad[], kategori: string) => [
  cellOf(page, of(rows, kategori), 'taljare'),
  cellOf(page, of(rows, kategori)),
];

/** Readiness or discharge by weekday, one row per unit: `niva`, `indikator`. */
export const veckodag_per_enhet: Block = (
  page,
  { niva = 'vardgivare', indikator = 'veckodag_utskrivning' },
) => {
  const units = unitsOf(page.katalog, niva as Niva);
  const span = spanOf(page, indikator, page.region);
  const head = page.data.indicator(indikator);
  if (!span || !head) return NONE;
  return dataTable({
    id: `tabell-${indikator}-${niva}`,
    caption: `${head.titel} per enhet, ${spanText(span)}`,
    radrubrik: niva === 'vardgivare' ? 'Vårdgivare' : 'Enhet',
    kolumner: DAYS.map((day) => ({ rubrik: categoryName(day), enhet: head.enhet })),
    rader: [...units, page.region].map((unit) => {
      const rows = all(page, indikator, unit, span);
      return {
        rubrik: unit.namn,
        ...(unit.niva === 'region' ? { fokus: true } : { href: unitHref(unit) }),
        celler: DAYS.map((day) => cellOf(page, of(rows, day))),
      };
    }),
    troskel: page.katalog.troskel,
  });
};

/** The vårdgivare of which one weekday stands out in the discharges, in a sentence; the others by name. */
export const fredagseffekt: Block = (page) => {
  const span = spanOf(page, 'veckodag_utskrivning', page.region);
  if (!span) return '';
  const found = unitsOf(page.katalog, 'vardgivare').map((unit) => {
    const rows = all(page, 'veckodag_utskrivning', unit, span);
    return { unit, top: topDay(rows), hidden: rows.some(({ status }) => status === 'skyddad') };
  });
  const clear = found.flatMap(({ unit, top }) =>
    top
      ? [
          `<strong>${escapeHtml(unit.namn)}</strong> skriver ut flest på ${categoryName(top.kategori)}ar, ${valueCell(cellOf(page, top), 'span')} procent av fallen`,
        ]
      : [],
  );
  const names = (units: typeof found) => list(units.map(({ unit }) => escapeHtml(unit.namn)));
  const others = found.filter(({ top, hidden }) => !top && !hidden);
  const unknown = found.filter(({ hidden }) => hidden);
  const first = clear.length > 0 ? `${list(clear)}. ` : '';
  const rest =
    others.length > 0 ? `Hos ${names(others)} har ingen veckodag säkert flest utskrivningar. ` : '';
  const not =
    unknown.length > 0
      ? `För ${names(unknown)} går det inte att avgöra, för att några dagars siffror är skyddade. `
      : '';
  return `<p>${first}${rest}${not}Säkert betyder att dagens hela 95 procents intervall ligger över de andra dagarnas.</p>`;
};
