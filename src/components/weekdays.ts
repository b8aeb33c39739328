/** Readiness and discharge by weekday (or day class), side by side. */
import { px } from './axes.ts';
import { capitalize, categoryName, formatNumber, shortWeekdays } from './format.ts';
import { bothWidths, drawSvg, handMark, type Plot, svgText } from './plot.ts';
import { zeroTicks } from './scale.ts';
import type { PubliceradRad, WeekdayBars } from './types.ts';

const STEP = 26;
const TOP = 26;

type Panel = { rubrik: string; rader: Map<string, PubliceradRad>; left: number; right: number };

/** Two panels of bars from 0, in percent of the cases: the day they became ready, the day they left. A hidden share has the word. */
export function weekdayBars(options: WeekdayBars): string {
  if (options.klar.length === 0 && options.ut.length === 0) return '';
  return bothWidths((bredd) => drawBars(options, bredd));
}

function drawBars(options: WeekdayBars, bredd: 'bred' | 'smal'): string {
  const { klar, ut, kategorier = ['1', '2', '3', '4', '5', '6', '7'] } = options;
  const narrow = bredd === 'smal';
  const ticks = zeroTicks(Math.max(...[...klar, ...ut].map(({ varde }) => varde ?? 0)), 4, true);
  const max = ticks.at(-1)!;
  const panels: Panel[] = narrow
    ? [
        { rubrik: 'Blir klara', rader: byCategory(klar), left: namesWidth(kategorier, true), right: 186 },
        { rubrik: 'Skrivs ut', rader: byCategory(ut), left: 232, right: 318 },
      ]
    : [
        { rubrik: 'Blir utskrivningsklara, procent', rader: byCategory(klar), left: 112, right: 368 },
        { rubrik: 'Skrivs ut, procent', rader: byCategory(ut), left: 440, right: 696 },
      ];
  const width = narrow ? 358 : 744;
  const height = TOP + kategorier.length * STEP + 6;
  const plot: Plot.PlotOptions = {
    width,
    height,
    x: { type: 'linear', domain: [0, 1], range: [0, width], axis: null },
    y: { type: 'linear', domain: [-0.5, kategorier.length - 0.5], range: [TOP, height - 6], axis: null },
    marks: [
      handMark(({ y }) => names(kategorier, y, narrow)),
      ...panels.map((panel) => handMark(({ y }) => bars(panel, kategorier, max, y))),
    ],
  };
  const beskrivning = options.beskrivning ?? 'Samma tal står i tabellen intill.';
  return drawSvg(plot, { id: options.id, titel: options.titel, beskrivning }, bredd);
}

function byCategory(rader: PubliceradRad[]): Map<string, PubliceradRad> {
  return new Map(rader.map((rad) => [rad.kategori, rad]));
}

function namesWidth(kategorier: string[], narrow: boolean): number {
  return narrow && kategorier.every((category) => /^[1-7]$/.test(category)) ? 40 : 92;
}

function names(kategorier: string[], y: (value: number) => number, narrow: boolean): string {
  return kategorier
    .map((category, index) => {
      const weekday = /^[1-7]$/.test(category);
      const name = narrow && weekday ? shortWeekdays[Number(category) - 1]! : categoryName(category);
      return svgText(0, px(y(index)) + 4, narrow ? name : capitalize(name), { klass: 'd-text' });
    })
    .join('');
}

function bars(panel: Panel, kategorier: string[], max: number, y: (value: number) => number): string {
  const { left, right, rubrik, rader } = panel;
  const bottom = px(y(kategorier.length - 0.5));
  const base = `<path class="d-axel" d="M${left},${TOP - 4}V${bottom}"/>`;
  const rows = kategorier.map((category, index) => {
    const rad = rader.get(category);
    const at = px(y(index));
    if (rad?.status !== 'visas' || rad.varde === null) {
      const word = rad?.status === 'skyddad' ? 'skyddad' : 'saknas';
      return svgText(left + 6, at + 4, word, { klass: 'd-text2' });
    }
    const width = px((rad.varde / max) * (right - left));
    const bar = `<rect class="d-stapel" x="${left}" y="${at - 7}" width="${width}" height="14"/>`;
    return bar + svgText(px(left + width + 5), at + 4, formatNumber(rad.varde, 1), { klass: 'd-text' });
  });
  return svgText(left, 12, rubrik, { klass: 'd-text' }) + base + rows.join('');
}
