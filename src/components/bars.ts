/** Bars by category from nought: one panel, or two side by side on one scale. */
import { px } from './axes.ts';
import { formatNumber } from './format.ts';
import { bothWidths, drawSvg, handMark, type Plot, svgText } from './plot.ts';
import { zeroTicks } from './scale.ts';
import type { CategoryBars, PubliceradRad } from './types.ts';

const STEP = 26;
const TOP = 26;

type Panel = { rubrik: string; rader: Map<string, PubliceradRad>; left: number; right: number };

/** One row per category, in percent. A hidden share has the word and no bar. Nothing where no panel has a row. */
export function categoryBars(options: CategoryBars): string {
  if (options.paneler.every(({ rader }) => rader.length === 0)) return '';
  return bothWidths((bredd) => drawBars(options, bredd));
}

function drawBars(options: CategoryBars, bredd: 'bred' | 'smal'): string {
  const { paneler, kategorier, namn, steg = STEP } = options;
  const narrow = bredd === 'smal';
  const values = paneler.flatMap(({ rader }) => rader.map(({ varde }) => varde ?? 0));
  const ticks = zeroTicks(Math.max(...values), 4, true);
  const width = narrow ? 358 : 744;
  const height = TOP + kategorier.length * steg + 6;
  const places = placed(options, narrow);
  const panels = paneler.map(
    ({ rubrik, kort, rader }, i): Panel => ({
      rubrik: narrow ? kort : rubrik,
      rader: new Map(rader.map((rad) => [rad.kategori, rad])),
      ...places[i]!,
    }),
  );
  const plot: Plot.PlotOptions = {
    width,
    height,
    x: { type: 'linear', domain: [0, 1], range: [0, width], axis: null },
    y: { type: 'linear', domain: [-0.5, kategorier.length - 0.5], range: [TOP, height - 6], axis: null },
    marks: [
      handMark(({ y }) =>
        kategorier
          .map((category, i) => svgText(0, px(y(i)) + 4, namn(category, narrow), { klass: 'd-text' }))
          .join(''),
      ),
      ...panels.map((panel) => handMark(({ y }) => bars(panel, kategorier, ticks.at(-1)!, y))),
    ],
  };
  const beskrivning = options.beskrivning ?? 'Samma tal står i tabellen intill.';
  return drawSvg(plot, { id: options.id, titel: options.titel, beskrivning }, bredd);
}

/** Where each panel's bars begin and end; the names stand left of the first. */
function placed(
  { paneler, namnbredd = 92 }: CategoryBars,
  narrow: boolean,
): { left: number; right: number }[] {
  if (paneler.length === 1) return [narrow ? { left: namnbredd, right: 318 } : { left: 112, right: 696 }];
  if (narrow)
    return [
      { left: namnbredd, right: 186 },
      { left: 232, right: 318 },
    ];
  return [
    { left: 112, right: 368 },
    { left: 440, right: 696 },
  ];
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
