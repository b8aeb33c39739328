/**
 * Everything a page draws or writes, as pure functions from published rows to HTML strings.
 *
 * Input: rows as published (`PubliceradRad`), control charts (`Styrdiagram`, `StyrdiagramPunkt`), the indicator's head.
 * Output: HTML or SVG with every value from data escaped. Nothing is counted here; a hidden month has no coordinate.
 *
 * Charts: categoryBars, comparisonChart, smallMultiples, sparkline, trendChart, weekdayBars. Each draws a 744 px and a 358 px SVG, of
 * which CSS shows one. Tables: dataTable, monthTable, comparisonTable, heatMatrix, holidayTable. Pieces: figure,
 * keyFigure. Text: verdicts, lead, titles, Swedish formats.
 */

export { missingReason, protectedBasis, quantileFloors } from './absent.ts';
export { categoryBars } from './bars.ts';
export { cellBar } from './bartable.ts';
export { bridgeChart, bridgeTitle, visibleSteps } from './bridge.ts';
export { cellAttributes, valueCell } from './cells.ts';
export { changedMembers } from './changed.ts';
export {
  newSince,
  type Serie,
  type SinceTable,
  sinceTable,
  sinceWords,
  verdictMonths,
  verdictsSince,
} from './changes.ts';
export { comparisonChart } from './comparison.ts';
export { DIFFERENT, differenceText, differenceWord } from './earlier.ts';
export { explainHref } from './explain.ts';
export { figure, sideNotes, tableDetails } from './figure.ts';
export {
  addDays,
  addMonths,
  capitalize,
  distinctDecimals,
  duringPeriod,
  formatDate,
  formatDecided,
  formatInterval,
  formatMonth,
  formatNumber,
  formatPercent,
  formatPeriod,
  genitive,
  list,
  numberWord,
  plural,
  unitWord,
} from './format.ts';
export { funnelChart, funnelTitle } from './funnel.ts';
export { geoMap } from './geomap.ts';
export { glyph, verdictGlyph } from './glyphs.ts';
export { goalMark, goalText, outcomeText, outcomeWord } from './goalmark.ts';
export { holidaySpan, holidayTable, sameHolidayDays } from './holiday.ts';
export { attributes, escapeHtml, link, plainText } from './html.ts';
export { shownRow } from './instead.ts';
export { judgedAttributes, judgedBounds, judgedNumber } from './judged.ts';
export { keyFigure } from './keyfigure.ts';
export { lastKnown, verdictIn } from './known.ts';
export { legsChart } from './legs.ts';
export { heatMatrix } from './matrix.ts';
export { smallMultiples } from './multiples.ts';
export {
  bandName,
  categoryName,
  columnName,
  groupName,
  levelName,
  outcomeName,
  positionName,
  stateName,
  stepName,
} from './names.ts';
export { noiseAfter, noiseBeside, noiseSize } from './noise.ts';
export { nearestUnits, sortUnits } from './order.ts';
export { type PairTable, pairTable } from './pairs.ts';
export {
  changeWord,
  lastJudged,
  leadParagraph,
  shortVerdict,
  verdictSentence,
  verdictWord,
} from './sentences.ts';
export { hasSeries, latestFinal } from './series.ts';
export { isNew, type Omdome, type Omdomen, sinceTitle, sinceWord, UNJUDGED } from './since.ts';
export { sparkline } from './sparkline.ts';
export { stateSentence } from './state.ts';
export { countPhrase } from './statement.ts';
export { dataTable, explanation } from './table.ts';
export {
  type ComparisonTable,
  comparisonTable,
  intervalCell,
  type Manadskolumn,
  type MonthTable,
  monthTable,
} from './tables.ts';
export { mapNotes, type Ruta, tileMap } from './tilemap.ts';
export { chartTitle, comparisonTitle, dischargeTitle, topDay, weekdayTitle } from './titles.ts';
export { saveTools } from './tools.ts';
export { trendChart } from './trend.ts';
export type * from './types.ts';
export { FEW, isJudged, missingText, normalRange, situation, valueText } from './verdict.ts';
export { denominatorNoun, hasChart, hasInterval, unitPhrase } from './vocabulary.ts';
export { weekdayBars } from './weekdays.ts';
