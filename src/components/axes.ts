/** Axes of the time charts: value grid with labels from 0, month ticks with January long and years centred. */
import { exactDecimals, formatMonth, formatNumber } from './format.ts';
import { handMark, type Pixels, type Plot, svgText, textWidth } from './plot.ts';

/** Grid lines and labels left of `left` at each tick; the line at 0 is the axis. */
export function valueAxis(ticks: number[], left: number, right: number): Plot.Markish {
  const decimals = exactDecimals(ticks);
  return handMark(({ y }) =>
    ticks
      .map((tick) => {
        const at = Math.round(y(tick)) + 0.5;
        const klass = tick === 0 ? 'd-axel' : 'd-rutnat';
        const line = `<path class="${klass}" d="M${left},${at}H${right}"/>`;
        return line + svgText(left - 6, at + 4, formatNumber(tick, decimals), { anchor: 'end' });
      })
      .join(''),
  );
}

/** Month ticks under the axis; long at January; the year centred under its months, the first month named where it fits. */
export function monthAxis(
  periods: string[],
  bottom: number,
  options: { manadsnamn?: boolean; baraAr?: boolean } = {},
): Plot.Markish {
  return handMark(
    ({ x }) =>
      monthTicks(periods, bottom, x, options.baraAr) + yearLabels(periods, bottom, x, options.manadsnamn),
  );
}

function monthTicks(periods: string[], bottom: number, x: Pixels['x'], onlyYears = false): string {
  const d = periods
    .map((period, index) => {
      const january = period.slice(5, 7) === '01';
      return january || !onlyYears ? `M${px(x(index))},${bottom + 0.5}v${january ? 8 : 4}` : '';
    })
    .join('');
  return `<path class="d-axel" d="${d}"/>`;
}

function yearLabels(periods: string[], bottom: number, x: Pixels['x'], named = false): string {
  const years = new Map<string, number[]>();
  periods.forEach((period, index) => {
    const year = period.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), index]);
  });
  const start = x(0) - 4;
  let free = Number.NEGATIVE_INFINITY;
  let labels = '';
  const first = periods[0];
  if (named && first && first.slice(5, 7) !== '01') {
    const name = formatMonth(first, true);
    labels += svgText(px(start), bottom + 24, name, { anchor: 'start' });
    free = start + textWidth(name) + 8;
  }
  for (const [year, indexes] of years) {
    if (named && free > 0 && indexes[0] === 0 && first?.slice(5, 7) !== '01') continue;
    const middle = (x(indexes[0]!) + x(indexes.at(-1)!)) / 2;
    const half = textWidth(year) / 2;
    if (middle - half < Math.max(free, start - 10)) continue;
    labels += svgText(px(middle), bottom + 24, year, { anchor: 'middle' });
    free = middle + half + 6;
  }
  return labels;
}

/** Rounded to a tenth of a pixel. */
export function px(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Dots at months, as one group. Plot's own dot mark would set each attribute in jsdom, which is most of a chart's cost. */
export function dots(
  months: { index: number; varde: number | null }[],
  radius: number,
  klass: string,
): Plot.Markish {
  return handMark(({ x, y }) => {
    const circles = months.flatMap(({ index, varde }) =>
      varde === null ? [] : [`<circle cx="${px(x(index))}" cy="${px(y(varde))}" r="${radius}"/>`],
    );
    return circles.length ? `<g class="${klass}">${circles.join('')}</g>` : '';
  });
}
