import type { Niva, PubliceradRad } from '../../../data-loaders/types.ts';
import {
  addDays,
  addMonths,
  bandName,
  cellAttributes,
  dataTable,
  escapeHtml,
  figure,
  formatDate,
  formatMonth,
  formatNumber,
  latestFinal,
  monthTable,
  tableDetails,
  trendChart,
} from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { cellOf, indicatorOf, lageOf, type Page, spanOf, unitHref, unitsOf } from '../page.ts';
import { inPeriod, sourceText, spanText } from '../words.ts';
import { definitionHref } from './unit.ts';
import { nothing } from './waiting.ts';
import { all, NONE, of } from './weekday.ts';

const BEDS = 'vantedygn';

/** Beds used for waiting, month by month, for the page's unit: chart and the latest 13 months in a table. */
export const vardplatser: Block = (page) => {
  const none = nothing(page, BEDS);
  if (none !== undefined) return none;
  const lage = lageOf(page, BEDS);
  const { rader, indikator } = lage;
  const [first, last, latest] = [rader[0], rader.at(-1), latestFinal(rader)];
  if (!first || !last) return NONE;
  const titel =
    latest?.varde == null
      ? `${page.unit.namn}: vårdplatser som används för väntan`
      : `${page.unit.namn}: ${formatNumber(latest.varde, 1)} vårdplatser om dagen användes för väntan i ${formatMonth(latest.period)}`;
  const column = (falt: 'varde' | 'taljare' | 'antal', rubrik: string) => ({
    indikator,
    rader,
    falt,
    rubrik,
  });
  return figure({
    id: 'figur-vardplatser',
    titel,
    undertitel: 'Väntedygn som inföll i månaden delat med månadens dagar: vårdplatser i genomsnitt per dag',
    innehall:
      trendChart({
        ...lage,
        // A count of beds has no limits of its own: the line is shown as it is.
        punkter: [],
        diagram: null,
        id: 'diagram-vardplatser',
        titel: `${titel}. ${indikator.titel} per månad.`,
        beskrivning: 'Samma tal står i tabellen under diagrammet.',
      }) +
      tableDetails(
        'Siffrorna i tabell',
        monthTable({
          id: 'tabell-vardplatser',
          caption: `Vårdplatser och väntedygn per månad, ${page.unit.namn}`,
          antal: 13,
          troskel: page.katalog.troskel,
          kolumner: [
            column('varde', 'Vårdplatser'),
            column('taljare', 'Väntedygn'),
            column('antal', 'Vårdtillfällen'),
          ],
        }),
      ),
    bildtext: `${sourceText(page)}, ${formatMonth(first.period)}–${formatMonth(last.period)}. <a href="${definitionHref(BEDS)}">Så är siffran räknad</a>.`,
  });
};

/** Beds, waiting days and the stays behind them, one row per unit: `niva` delregion or vardgivare. */
export const vardplatser_per_enhet: Block = (page, { niva = 'delregion' }) => {
  const span = spanOf(page, BEDS, page.region);
  const none = nothing(page, BEDS, page.region);
  if (none !== undefined || !span) return none ?? NONE;
  return dataTable({
    id: `tabell-vardplatser-${niva}`,
    caption: `Vårdplatser som användes för väntan, per ${niva === 'vardgivare' ? 'vårdgivare' : 'delregion'}, ${spanText(span)}`,
    radrubrik: niva === 'vardgivare' ? 'Vårdgivare' : 'Delregion',
    kolumner: [
      { rubrik: 'Vårdplatser', enhet: 'per dag' },
      { rubrik: 'Väntedygn', enhet: 'antal' },
      { rubrik: 'Vårdtillfällen', enhet: 'antal' },
    ],
    rader: [...unitsOf(page.katalog, niva as Niva), page.region].map((unit) => {
      const rad = page.data.cell(BEDS, unit, span.typ, span.period);
      return {
        rubrik: unit.namn,
        ...(unit.niva === 'region' ? { fokus: true } : { href: unitHref(unit) }),
        celler: [cellOf(page, rad), { rad, falt: 'taljare' as const }, { rad, falt: 'antal' as const }],
      };
    }),
    troskel: page.katalog.troskel,
  });
};

/** Beds used for waiting in the latest final year, in a sentence. */
export const vardplatser_ar: Block = (page) => {
  const none = nothing(page, BEDS);
  const span = spanOf(page, BEDS);
  if (none !== undefined || !span) return none ?? NONE;
  const rad = page.data.cell(BEDS, page.unit, span.typ, span.period);
  const more = `Dygnen räknas när de inföll, också för den som är kvar på sjukhus. Det är en annan fråga än hur länge de avslutade fallen väntade: se <a href="/vantan#hur-manga-vardplatser-anvands-for-vantan">Väntan</a>.`;
  if (rad?.status !== 'visas')
    return `<p>Antalet vårdplatser som användes för väntan ${inPeriod(span)} ${rad?.status === 'skyddad' ? 'är <strong>skyddat</strong>' : 'saknas'}. ${more}</p>`;
  const number = (falt: 'varde' | 'taljare' | 'antal') =>
    `<span${cellAttributes(rad, falt)}>${formatNumber(rad[falt]!, falt === 'varde' ? indicatorOf(page, BEDS).decimaler : 0)}</span>`;
  return (
    `<p>${inPeriod(span).replace(/^u/, 'U').replace(/^i/, 'I')} användes i genomsnitt ${number('varde')} vårdplatser om dagen för väntan: ` +
    `${number('taljare')} väntedygn för ${number('antal')} vårdtillfällen ${escapeHtml(fromUnit(page))}. ${more}</p>`
  );
};

const fromUnit = ({ unit }: Page): string =>
  unit.niva === 'vardgivare' ? `på ${unit.namn}` : `från ${unit.namn}`;

const BANDS = ['0', '1', '2-3', '4-6', '7-13', '14-20', '21-'];

/** Who is still in on the last day of data, by days waited so far: region, delregioner and vårdgivare. */
export const pagaende: Block = (page) => {
  const none = nothing(page, 'pagaende', page.region);
  const latest = page.data.series('pagaende', page.region, 'manad', { kategori: '0' }).at(-1);
  if (none !== undefined || !latest) return none ?? NONE;
  const units = [page.region, ...unitsOf(page.katalog, 'delregion'), ...unitsOf(page.katalog, 'vardgivare')];
  const day = lastDay(page, latest);
  return figure({
    id: 'figur-pagaende',
    titel:
      latest.namnare === null
        ? `Utskrivningsklara som var kvar på sjukhus den ${day}`
        : `${formatNumber(latest.namnare)} utskrivningsklara var kvar på sjukhus den ${day}`,
    undertitel: `Fall som väntade den dagen, efter hur länge de hittills hade väntat`,
    innehall: dataTable({
      id: 'tabell-pagaende',
      caption: `Fall som väntade den ${day}, efter dagar hittills`,
      doldCaption: true,
      radrubrik: 'Enhet',
      kolumner: [
        { rubrik: 'Alla', enhet: 'fall' },
        ...BANDS.map((band) => ({ rubrik: bandName(band), enhet: 'fall' })),
      ],
      rader: units.map((unit) => {
        const rows = all(page, 'pagaende', unit, { typ: 'manad', period: latest.period, final: true });
        return {
          rubrik: unit.namn,
          ...(unit.niva === 'region' ? { fokus: true } : { href: unitHref(unit) }),
          celler: [
            cellOf(page, rows[0], 'namnare'),
            ...BANDS.map((band) => cellOf(page, of(rows, band), 'taljare')),
          ],
        };
      }),
      korta: true,
      troskel: page.katalog.troskel,
    }),
    bildtext: `${sourceText(page)}. Den som blev klar samma dag har väntat 0 dagar.`,
  });
};

/** The last day of the row's month that the data reaches. */
function lastDay({ katalog }: Page, { period }: PubliceradRad): string {
  const end = addDays(addMonths(period, 1), -1);
  return formatDate(katalog.sista_datadag < end ? katalog.sista_datadag : end);
}
