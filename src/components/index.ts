/**
 * Everything a page draws or writes, as pure functions from published rows to HTML strings.
 *
 * Input: rows as published (`PubliceradRad`), control charts (`Styrdiagram`, `StyrdiagramPunkt`), the indicator's head.
 * Output: HTML or SVG with every value from data escaped. Nothing is counted here; a hidden month has no coordinate.
 */

// --- charts: each returns <div class="diagram"> with a 744 px and a 358 px wide SVG, of which CSS shows one ---
export { comparisonChart } from './comparison.ts';
// --- pieces ---
export { figure, sideNotes, tableDetails } from './figure.ts';
export {
  categoryName,
  formatDate,
  formatDistinct,
  formatInterval,
  formatMonth,
  formatNumber,
  formatPercent,
  formatPeriod,
  genitive,
  groupName,
  levelName,
  numberWord,
  plural,
  unitWord,
} from './format.ts';
export { funnel } from './funnel.ts';
export { holidayTable, sameHolidayDays } from './holiday.ts';
export { attributes, escapeHtml, link, plainText } from './html.ts';
export { keyFigure } from './keyfigure.ts';
export { heatMatrix } from './matrix.ts';
export { smallMultiples } from './multiples.ts';
export { sparkline } from './sparkline.ts';
// --- tables ---
export { cellAttributes, dataTable, explanation, valueCell } from './table.ts';
export { comparisonTable, monthTable } from './tables.ts';
// --- text ---
export {
  chartTitle,
  comparisonTitle,
  countPhrase,
  leadParagraph,
  shortVerdict,
  verdictGlyph,
  verdictSentence,
  weekdayTitle,
} from './text.ts';
export { trendChart } from './trend.ts';
export type * from './types.ts';
export { weekdayBars } from './weekdays.ts';
