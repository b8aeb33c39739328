/** Where the waiting days lie: the leg up to kommunklar and the one after it, in days per case. */
import { px } from './axes.ts';
import { formatNumber } from './format.ts';
import { bothWidths, drawSvg, handMark, type Plot, svgText } from './plot.ts';
import type { LegsChart, PubliceradRad } from './types.ts';

const STEP = 84;

type Layout = { width: number; left: number; right: number };

/** One bar of two legs per unit, from utskrivningsklar to discharge, all on one scale from 0; the page's unit thicker. */
export function legsChart(options: LegsChart): string {
  if (options.rader.length === 0) return '';
  return bothWidths((bredd) => drawLegs(options, bredd));
}

function drawLegs({ rader, ...text }: LegsChart, bredd: 'bred' | 'smal'): string {
  const layout: Layout =
    bredd === 'smal' ? { width: 358, left: 6, right: 350 } : { width: 744, left: 134, right: 730 };
  const most = Math.max(...rader.map(({ ben, rest }) => (ben?.varde ?? 0) + (rest?.varde ?? 0)));
  const height = rader.length * STEP + 8;
  const plot: Plot.PlotOptions = {
    width: layout.width,
    height,
    x: { type: 'linear', domain: [0, most > 0 ? most : 1], range: [layout.left, layout.right], axis: null },
    y: { type: 'linear', domain: [0, rader.length], range: [0, height - 8], axis: null },
    marks: [
      handMark(({ x, y }) =>
        rader.map((row, index) => legsOf(row, x, px(y(index)), layout, bredd === 'smal')).join(''),
      ),
    ],
  };
  return drawSvg(plot, { beskrivning: 'Samma tal står i tabellen intill.', ...text }, bredd);
}

function legsOf(
  { enhet, fokus, ben, rest }: LegsChart['rader'][number],
  x: (value: number) => number,
  top: number,
  { left }: Layout,
  narrow: boolean,
): string {
  const middle = top + 34;
  const klass = fokus ? 'd-fokusnamn' : 'd-text';
  const name = narrow ? svgText(0, top + 12, enhet, { klass }) : svgText(0, middle + 4, enhet, { klass });
  if (!shown(ben) || !shown(rest)) {
    const word = ben?.status === 'skyddad' || rest?.status === 'skyddad' ? 'skyddad' : 'saknas';
    return name + svgText(left + 6, middle + 4, word, { klass: 'd-text2' });
  }
  const half = fokus ? 11 : 7;
  const [a, b] = [px(x(ben.varde)), px(x(ben.varde + rest.varde))];
  const bar = (from: number, to: number, which: string) =>
    `<rect class="${which}${fokus ? '' : ' d-jamford'}" x="${from}" y="${middle - half}" width="${px(to - from)}" height="${2 * half}"/>`;
  const ring = (at: number) => `<circle class="d-matpunkt" cx="${at}" cy="${middle}" r="${half - 2}"/>`;
  const label = (at: number, line: number, words: string, anchor: 'start' | 'end') =>
    svgText(at, middle + half + 15 + line, words, { anchor, klass: 'd-text' });
  const days = (rad: { varde: number }) => `${formatNumber(rad.varde, 2)} dagar`;
  return (
    name +
    bar(left, a, 'd-ben') +
    bar(a, b, 'd-rest') +
    [left, a, b].map(ring).join('') +
    label(left, 0, `till kommunklar ${days(ben)}`, 'start') +
    label(
      narrow ? left : Math.max(b, left + 320),
      narrow ? 15 : 0,
      `därefter ${days(rest)}`,
      narrow ? 'start' : 'end',
    )
  );
}

const shown = (rad: PubliceradRad | undefined): rad is PubliceradRad & { varde: number } =>
  rad?.status === 'visas' && rad.varde !== null;
