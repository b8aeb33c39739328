import type { Niva, PubliceradRad } from '../../../data-loaders/types.ts';
import {
  bandName,
  type Cell,
  categoryBars,
  dataTable,
  figure,
  formatNumber,
  missingText,
  tableDetails,
} from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { cellOf, indicatorOf, lageOf, type Page, spanOf, unitHref, unitsOf } from '../page.ts';
import { sourceText, spanText } from '../words.ts';
import { all, allHidden, hiddenText, NONE, of, unitFor } from './weekday.ts';

const BANDS = ['0', '1', '2-3', '4-6', '7-13', '14-20', '21-'];
const HOURS = [...Array.from({ length: 24 }, (_, hour) => String(hour)), 'okand'];

/** What is said instead of a figure: the column that is missing, or that there is no period. Undefined where there is a figure. */
export function nothing(page: Page, id: string, unit = page.unit): string | undefined {
  if (indicatorOf(page, id).avstangd_saknar.length > 0) return `<p>${missingText(lageOf(page, id))}</p>`;
  return spanOf(page, id, unit) ? undefined : NONE;
}

const counted = (rad: PubliceradRad | undefined, falt: 'antal' | 'taljare'): Cell => ({
  rad,
  falt,
  decimaler: 0,
});

/** Cases and their days by length of the wait, side by side: `niva` delregion or region for another unit than the page's. */
export const varaktighet: Block = (page, { niva }) => {
  const unit = unitFor(page, niva);
  const span = spanOf(page, 'varaktighet', unit);
  const none = nothing(page, 'varaktighet', unit);
  if (none !== undefined || !span) return none ?? NONE;
  const fall = all(page, 'varaktighet', unit, span);
  const dagar = all(page, 'varaktighet_dagar', unit, span);
  const caption = `Väntans längd, ${unit.namn}, ${spanText(span)}`;
  return figure({
    id: 'figur-varaktighet',
    titel: lengthTitle(fall, dagar),
    undertitel: `Andel av fallen och av väntedagarna efter hur länge fallet väntade, ${unit.namn}, ${spanText(span)}`,
    innehall: allHidden([...fall, ...dagar])
      ? hiddenText(page)
      : categoryBars({
          id: 'varaktighet',
          titel: `${caption}: andel av fallen och av väntedagarna`,
          kategorier: BANDS,
          namn: bandName,
          paneler: [
            { rubrik: 'Andel av fallen, procent', kort: 'Av fallen, %', rader: fall },
            { rubrik: 'Andel av väntedagarna, procent', kort: 'Av dagarna, %', rader: dagar },
          ],
        }) +
        dataTable({
          id: 'tabell-varaktighet',
          caption,
          doldCaption: true,
          radrubrik: 'Väntan',
          kolumner: [
            { rubrik: 'Fall', enhet: 'antal' },
            { rubrik: 'Fall', enhet: 'procent' },
            { rubrik: 'Väntedagar', enhet: 'antal' },
            { rubrik: 'Väntedagar', enhet: 'procent' },
          ],
          rader: BANDS.map((band) => ({
            rubrik: bandName(band),
            celler: [
              counted(of(fall, band), 'taljare'),
              cellOf(page, of(fall, band)),
              counted(of(dagar, band), 'taljare'),
              cellOf(page, of(dagar, band)),
            ],
          })),
          troskel: page.katalog.troskel,
        }),
    bildtext: `${sourceText(page)}. Avslutade fall, efter perioden då de skrevs ut.`,
  });
};

/** The length of wait that weighs most: whose share of the days is furthest above its share of the cases. */
function lengthTitle(fall: PubliceradRad[], dagar: PubliceradRad[]): string {
  const shares = BANDS.flatMap((band) => {
    const [cases, days] = [of(fall, band)?.varde, of(dagar, band)?.varde];
    return cases == null || days == null ? [] : [{ band, cases, days }];
  });
  const heaviest = shares.sort((a, b) => b.days - b.cases - (a.days - a.cases))[0];
  if (!heaviest || heaviest.days <= heaviest.cases) return 'Hur länge fallen väntade';
  const { band, cases, days } = heaviest;
  return `De som väntade ${bandName(band)} är ${formatNumber(cases, 1)} procent av fallen och har ${formatNumber(days, 1)} procent av väntedagarna`;
}

/** Share of the cases by length of the wait, one row per unit: `niva` delregion or vardgivare. */
export const varaktighet_per_enhet: Block = (page, { niva = 'delregion' }) => {
  const units = unitsOf(page.katalog, niva as Niva);
  const span = spanOf(page, 'varaktighet', page.region);
  const none = nothing(page, 'varaktighet', page.region);
  if (none !== undefined || !span) return none ?? NONE;
  return dataTable({
    id: `tabell-varaktighet-${niva}`,
    caption: `Väntans längd per ${NOUN[niva] ?? 'enhet'}, procent av fallen, ${spanText(span)}`,
    radrubrik: niva === 'vardgivare' ? 'Vårdgivare' : 'Delregion',
    kolumner: [
      { rubrik: 'Fall', enhet: 'antal' },
      ...BANDS.map((band) => ({ rubrik: bandName(band), enhet: 'procent' })),
    ],
    rader: [...units, page.region].map((unit) => {
      const rows = all(page, 'varaktighet', unit, span);
      return {
        rubrik: unit.namn,
        ...(unit.niva === 'region' ? { fokus: true } : { href: unitHref(unit) }),
        celler: [cellOf(page, rows[0], 'namnare'), ...BANDS.map((band) => cellOf(page, of(rows, band)))],
      };
    }),
    troskel: page.katalog.troskel,
  });
};

const NOUN: Record<string, string> = { vardgivare: 'vårdgivare', delregion: 'delregion' };

/** Discharges by hour of the day, for the page's unit. */
export const utskrivningstimme: Block = (page) => {
  const span = spanOf(page, 'utskrivningstimme');
  const none = nothing(page, 'utskrivningstimme');
  if (none !== undefined || !span) return none ?? NONE;
  const rows = all(page, 'utskrivningstimme', page.unit, span);
  const caption = `Timme för utskrivning, ${page.unit.namn}, ${spanText(span)}`;
  if (allHidden(rows)) return hiddenText(page);
  const unknown = of(rows, 'okand');
  if (unknown?.varde === 100) return '<p>Utdragen har bara datum för utskrivningen, inga klockslag.</p>';
  return figure({
    id: 'figur-utskrivningstimme',
    titel: hourTitle(rows),
    undertitel: `Procent av fallen efter timmen då personen skrevs ut, ${page.unit.namn}, ${spanText(span)}`,
    innehall:
      categoryBars({
        id: 'utskrivningstimme',
        titel: caption,
        kategorier: HOURS,
        namn: hourName,
        steg: 20,
        paneler: [{ rubrik: 'Skrivs ut, procent', kort: 'Skrivs ut, procent', rader: rows }],
      }) +
      tableDetails(
        'Siffrorna i tabell',
        dataTable({
          id: 'tabell-utskrivningstimme',
          caption,
          radrubrik: 'Klockan',
          kolumner: [
            { rubrik: 'Skrevs ut', enhet: 'fall' },
            { rubrik: 'Skrevs ut', enhet: 'procent' },
          ],
          rader: HOURS.map((hour) => ({
            rubrik: hourName(hour),
            celler: [counted(of(rows, hour), 'taljare'), cellOf(page, of(rows, hour))],
          })),
          troskel: page.katalog.troskel,
        }),
      ),
    bildtext: `${sourceText(page)}. Där bara datum finns är klockslaget okänt.`,
  });
};

/** `9–10`: the hour from nine to ten. */
function hourName(hour: string): string {
  return hour === 'okand' ? 'okänt' : `${hour}–${Number(hour) + 1}`;
}

/** The hour with the greatest share that is shown; nothing is claimed where an hour is hidden. */
function hourTitle(rows: PubliceradRad[]): string {
  const hours = rows.filter(({ kategori, varde }) => kategori !== 'okand' && varde !== null);
  const top = hours.reduce<PubliceradRad | undefined>(
    (best, rad) => (best && best.varde! >= rad.varde! ? best : rad),
    undefined,
  );
  if (!top || rows.some(({ status }) => status === 'skyddad')) return 'När på dygnet fallen skrevs ut';
  return `Flest skrivs ut mellan klockan ${top.kategori} och ${Number(top.kategori) + 1}: ${formatNumber(top.varde!, 1)} procent`;
}
