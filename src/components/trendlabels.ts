/** Direct labels of the trend chart: right-hand values with leaders, activity flags. */
import { px } from './axes.ts';
import {
  distinctDecimals,
  formatDate,
  formatDecided,
  formatMonth,
  formatNumber,
  shortMonths,
} from './format.ts';
import { goalText } from './goalmark.ts';
import { fitText, handMark, type Plot, svgText, textWidth } from './plot.ts';
import { type SideLabel, spreadLabels } from './scale.ts';
import { type Manad, shownLimits } from './series.ts';
import type { Aktivitet, TrendChart } from './types.ts';

/** Plot area in px and its y ticks. */
export type Frame = { left: number; right: number; top: number; bottom: number; ticks: number[] };

/** Limits, mean, goal, latest final value and latest not final month, pushed apart, with leaders where moved. */
export function sideLabels(
  options: TrendChart,
  manader: Manad[],
  frame: Frame,
  narrow: boolean,
): Plot.Markish {
  return handMark(({ x, y }) => {
    const labels = labelsOf(options, manader, narrow).map((label) => ({ ...label, y: y(label.y) }));
    const start = frame.right + (narrow ? 12 : 11);
    return spreadLabels(labels, frame.top, frame.bottom)
      .map((label) => {
        const from = label.index === undefined ? frame.right : x(label.index) + 4;
        const moved = Math.abs(label.plats - label.y) > 1.5 || label.index !== undefined;
        const leader = moved
          ? `<path class="d-ledare" d="M${px(from)},${px(label.y)}L${px(Math.max(from, frame.right + 1))},${px(label.y)}L${start - 2},${px(label.plats)}"/>`
          : '';
        return leader + svgText(start, px(label.plats + 4), label.text, { klass: label.klass });
      })
      .join('');
  });
}

type ValueLabel = SideLabel & { index?: number };

function labelsOf(options: TrendChart, manader: Manad[], narrow: boolean): ValueLabel[] {
  const { diagram, indikator, mal } = options;
  const labels: ValueLabel[] = [];
  const last = manader.filter(({ varde, slutlig }) => slutlig && varde !== null).at(-1);
  const number = (value: number) => formatNumber(value, placesOf(options, last));
  if (last) labels.push(monthLabel(last, number(last.varde!), narrow));
  const open = manader.at(-1);
  if (open && !open.slutlig && open.varde !== null) {
    const text = narrow
      ? `${shortMonth(open.period)} ej slutlig`
      : `${formatMonth(open.period, true)}: ej slutlig`;
    labels.push({ y: open.varde, text, klass: 'd-text2', index: open.index });
  }
  if (diagram) {
    const { nedre, ovre } = shownLimits(diagram, indikator.enhet === 'procent');
    const label = (y: number | null, long: string, short: string) =>
      y === null ? [] : [{ y, text: `${narrow ? short : long} ${number(y)}`, klass: 'd-text2' }];
    labels.push(
      ...label(ovre, 'övre gräns', 'övre'),
      ...label(diagram.medel, 'medelvärde', 'medel'),
      ...label(nedre, 'undre gräns', 'undre'),
    );
  }
  if (mal) {
    const word = mal.exempel ? 'målexempel' : 'mål';
    const text = narrow
      ? `${mal.exempel ? 'exempel' : 'mål'} ${formatDecided(mal.varde)}`
      : `${word}: ${goalText(mal.riktning, mal.varde)}`;
    labels.push({ y: mal.varde, text, klass: 'd-malord' });
  }
  return labels;
}

/** One number of decimals for the labels of a chart but the goal: what keeps limits from looking like the value judged, and the last one like the goal. */
function placesOf({ diagram, indikator, mal }: TrendChart, last: Manad | undefined): number {
  const pairs: [number, number][] = [];
  if (diagram) {
    const { nedre, ovre } = shownLimits(diagram, indikator.enhet === 'procent');
    for (const line of [nedre, ovre, diagram.medel]) if (line !== null) pairs.push([line, diagram.varde]);
  }
  if (mal && last) pairs.push([mal.varde, last.varde!]);
  return Math.max(indikator.decimaler, ...pairs.map((pair) => distinctDecimals(pair, indikator.decimaler)));
}

function monthLabel({ period, varde, index }: Manad, value: string, narrow: boolean): ValueLabel {
  const text = narrow ? `${shortMonth(period)} ${value}` : `${formatMonth(period, true)}: ${value}`;
  return { y: varde!, text, klass: 'd-varde', index };
}

function shortMonth(period: string): string {
  return shortMonths[Number(period.slice(5, 7)) - 1]!;
}

type Flag = Aktivitet & { at: number; rad: number; text: string; anchor: 'start' | 'end' };

/** Position on the month axis of a date: its month's slot, in parts of the month. */
function slotOf(start: string, manader: Manad[]): number | null {
  const month = manader.find(({ period }) => period.slice(0, 7) === start.slice(0, 7));
  return month ? month.index - 0.5 + (Number(start.slice(8, 10)) - 1) / 31 : null;
}

function placeFlags(
  { aktiviteter = [] }: TrendChart,
  manader: Manad[],
  left: number,
  right: number,
  narrow: boolean,
): Flag[] {
  const step = (right - left) / manader.length;
  const edge = narrow ? 358 : 744;
  const rows: [number, number][][] = [[[0, 96]]];
  const flags: Flag[] = [];
  for (const activity of [...aktiviteter].sort((a, b) => a.start.localeCompare(b.start))) {
    const slot = slotOf(activity.start, manader);
    if (slot === null) continue;
    const at = left + (slot + 0.5) * step;
    const date = narrow ? formatMonth(activity.start, true) : formatDate(activity.start);
    const whole = `${date}: ${activity.rubrik}`;
    const anchor = edge - at - 12 >= Math.min(textWidth(whole), at - 12) ? 'start' : 'end';
    const text = fitText(whole, anchor === 'start' ? edge - at - 12 : at - 12);
    const width = textWidth(text) + 12;
    const [from, to] = anchor === 'start' ? [at - 6, at + width] : [at - width, at + 6];
    let rad = rows.findIndex((taken) => taken.every(([a, b]) => to < a || from > b));
    if (rad < 0) rad = rows.push([]) - 1;
    rows[rad]!.push([from, to]);
    flags.push({ ...activity, at, rad, text, anchor });
  }
  return flags;
}

/** Rows of text needed above the plot: 1, or more where flags would collide. */
export function flagRows(
  options: TrendChart,
  manader: Manad[],
  left: number,
  right: number,
  narrow: boolean,
): number {
  return 1 + Math.max(0, ...placeFlags(options, manader, left, right, narrow).map(({ rad }) => rad));
}

/** Full-height line with flag, date and heading of each activity that starts within the series. */
export function activityFlags(
  options: TrendChart,
  manader: Manad[],
  frame: Frame,
  narrow: boolean,
): Plot.Markish {
  return handMark(() => {
    const flags = placeFlags(options, manader, frame.left, frame.right, narrow).map((flag) => ({
      ...flag,
      x: px(flag.at),
      y: 12 + 16 * flag.rad,
    }));
    const lines = flags.map(
      ({ x, y }) =>
        `<path class="d-aktivitet" d="M${x},${y - 2}V${frame.bottom}"/><path class="d-flagga" d="M${px(x - 4)},${y - 8}h8l-4,6z"/>`,
    );
    const texts = flags.map(({ x, y, text, anchor }) =>
      svgText(px(x + (anchor === 'start' ? 9 : -9)), y, text, { anchor, klass: 'd-text d-halo' }),
    );
    return [...lines, ...texts].join('');
  });
}
