/** Funnel: units against the region's value, with limits by the number of cases. */

import { tickStep } from 'd3';
import type { TrattGrans, TrattRad } from '../../data-loaders/judgement-types.ts';
import { px } from './axes.ts';
import { exactDecimals, formatNumber, formatPercent, list } from './format.ts';
import { unitDots } from './funneldots.ts';
import { bothWidths, drawSvg, handMark, type Plot, svgText, textWidth } from './plot.ts';
import { spreadLabels } from './scale.ts';
import type { IndikatorHuvud } from './types.ts';
import { denominatorNoun } from './vocabulary.ts';

export type FunnelChart = {
  id: string;
  titel: string;
  indikator: IndikatorHuvud;
  /** Units of one level and period; those with few cases are left out of the chart. */
  rader: TrattRad[];
  granser: TrattGrans[];
  /** Units drawn filled and named. */
  namnda: string[];
  region: string;
};

const CASES = [20, 30, 50, 100, 200, 300, 500, 1000, 2000, 3000, 5000, 10000, 20000, 50000, 100000];

/** Units outside the 99.8 % limits, in words. Plain text. */
export function funnelTitle(rader: TrattRad[], region: string, noun: string, hidden = false): string {
  const names = (lage: TrattRad['lage']) =>
    rader.filter((rad) => rad.lage === lage).map(({ enhet }) => enhet);
  const [over, under] = [names('over_998'), names('under_998')];
  const parts = [
    ...(over.length ? [`${list(over)} ligger över`] : []),
    ...(under.length ? [`${list(under)} ligger under`] : []),
  ];
  if (parts.length > 0) return `${parts.join(', ')} gränserna kring ${region}`;
  const near = [...names('over_95'), ...names('under_95')];
  const weak = near.length > 0 ? `; ${list(near)} ligger nära dem` : '';
  if (rader.every(({ lage }) => lage === 'fa_fall')) return `Ingen ${noun} kan jämföras med ${region}`;
  return `Ingen ${noun}${hidden ? ' som visas' : ''} ligger utanför gränserna kring ${region}${weak}`;
}

/** 95 % and 99.8 % as two bands, the region as a line, x the log of the cases, y zoomed to what is there. */
export function funnelChart(options: FunnelChart): string {
  const rader = options.rader.filter(({ lage }) => lage !== 'fa_fall');
  if (rader.length === 0 || options.granser.length === 0) return '';
  return bothWidths((bredd) => draw({ ...options, rader }, bredd));
}

function draw(options: FunnelChart, bredd: 'bred' | 'smal'): string {
  const { rader, granser, indikator } = options;
  const narrow = bredd === 'smal';
  const [width, left, right, top, bottom] = narrow ? [358, 34, 280, 20, 260] : [744, 40, 620, 20, 320];
  const percent = indikator.enhet === 'procent';
  const inner = granser.flatMap(({ nedre95, ovre95 }) => [nedre95, ovre95]);
  const reach = [...rader.map(({ varde }) => varde), ...inner];
  const ticks = valueTicks(Math.min(...reach), Math.max(...reach), percent);
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const within = (value: number) => Math.min(high, Math.max(low, value));
  const plot: Plot.PlotOptions = {
    width,
    height: bottom + 44,
    x: { type: 'log', domain: [granser[0]!.fall, granser.at(-1)!.fall], range: [left, right], axis: null },
    y: { type: 'linear', domain: [low, high], range: [bottom, top], axis: null },
    marks: [
      handMark(({ x, y }) => {
        const area = (lower: 'nedre95' | 'nedre998', upper: 'ovre95' | 'ovre998', klass: string) =>
          `<path class="${klass}" d="M${granser.map((g) => `${px(x(g.fall))},${px(y(within(g[upper])))}`).join('L')}L${[
            ...granser,
          ]
            .reverse()
            .map((g) => `${px(x(g.fall))},${px(y(within(g[lower])))}`)
            .join('L')}Z"/>`;
        const middle = px(y(granser[0]!.centrum));
        return (
          area('nedre998', 'ovre998', 'd-band') +
          area('nedre95', 'ovre95', 'd-band95') +
          ticks
            .map(
              (tick) =>
                `<path class="d-rutnat" d="M${left},${px(y(tick))}H${right}"/>${svgText(left - 6, px(y(tick)) + 4, formatNumber(tick, exactDecimals(ticks)), { anchor: 'end' })}`,
            )
            .join('') +
          `<path class="d-referens" d="M${left},${middle}H${right}"/>` +
          caseTicks(granser, x, bottom, narrow) +
          svgText(0, 12, indikator.enhet) +
          svgText(right, bottom + 36, `antal ${denominatorNoun(indikator)}`, { anchor: 'end' }) +
          sideLabels(options, within, y, right, top, bottom) +
          unitDots(options, x, y, { left, right, bottom })
        );
      }),
    ],
  };
  return drawSvg(plot, { id: options.id, titel: options.titel, beskrivning: describe(options) }, bredd);
}

function valueTicks(min: number, max: number, percent: boolean): number[] {
  const step = tickStep(min, max, 4);
  const low = Math.max(0, Math.floor(min / step) * step);
  const high = Math.ceil(max / step) * step;
  const count = Math.round(((percent ? Math.min(100, high) : high) - low) / step);
  return Array.from({ length: Math.max(1, count) + 1 }, (_, i) => Number((low + i * step).toFixed(9)));
}

function caseTicks(granser: TrattGrans[], x: (n: number) => number, bottom: number, narrow: boolean): string {
  let free = Number.NEGATIVE_INFINITY;
  return CASES.filter((n) => n >= granser[0]!.fall && n <= granser.at(-1)!.fall)
    .map((n) => {
      const at = px(x(n));
      const text = formatNumber(n);
      const half = textWidth(text) / 2;
      if (at - half < free) return `<path class="d-axel" d="M${at},${bottom}v4"/>`;
      free = at + half + (narrow ? 10 : 8);
      return `<path class="d-axel" d="M${at},${bottom}v4"/>${svgText(at, bottom + 18, text, { anchor: 'middle' })}`;
    })
    .join('');
}

function sideLabels(
  { granser, indikator, region }: FunnelChart,
  within: (v: number) => number,
  y: (v: number) => number,
  right: number,
  top: number,
  bottom: number,
): string {
  const last = granser.at(-1)!;
  const value =
    indikator.enhet === 'procent'
      ? formatPercent(last.centrum)
      : formatNumber(last.centrum, indikator.decimaler);
  const labels = [
    { y: px(y(within(last.ovre998))), text: '99,8 %', klass: '' },
    { y: px(y(within(last.ovre95))), text: '95 %', klass: '' },
    { y: px(y(last.centrum)), text: `${region} ${value}`, klass: 'd-text' },
  ];
  return spreadLabels(labels, top, bottom)
    .map(({ plats, text, klass }) => svgText(right + 6, plats + 4, text, { klass }))
    .join('');
}

function describe({ rader, region }: FunnelChart): string {
  const of = (...lagen: TrattRad['lage'][]) =>
    rader.filter(({ lage }) => lagen.includes(lage)).map(({ enhet }) => enhet);
  const outside = of('over_998', 'under_998');
  const near = of('over_95', 'under_95');
  return [
    outside.length ? `Utanför 99,8 procent: ${list(outside)}.` : 'Ingen enhet ligger utanför 99,8 procent.',
    near.length ? `Mellan 95 och 99,8 procent: ${list(near)}.` : '',
    `Mittlinjen är ${region}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
