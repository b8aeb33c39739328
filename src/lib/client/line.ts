import { exactDecimals, formatNumber } from '../../components/format.js';
import type { Figure } from './choice.js';

type Point = { namn: string; period: string; figure: Figure | 'skyddad' | null };

const SVG = 'http://www.w3.org/2000/svg';
const [TOP, LOW, HEIGHT, LEFT, RIGHT] = [24, 208, 244, 44, 16];

/** The chosen figures from 0: a line through what is shown and final, an open dot for what is not final, a gap for the rest. */
export function lineChart(points: Point[], { titel, enhet }: { titel: string; enhet: string }): HTMLElement {
  const width = Math.min(744, Math.max(280, document.querySelector('main')!.clientWidth - 32));
  const shown = points.map(({ figure }) => (figure === null || figure === 'skyddad' ? null : figure));
  const step = (width - LEFT - RIGHT) / Math.max(1, points.length);
  const x = (index: number) => round(LEFT + (index + 0.5) * step);
  const ticks = ticksTo(Math.max(0, ...shown.map((figure) => figure?.[0] ?? 0)));
  const y = (value: number) => round(LOW - (value * (LOW - TOP)) / ticks.at(-1)!);
  const svg = make('svg', {
    class: 'enda',
    role: 'img',
    width,
    height: HEIGHT,
    viewBox: `0 0 ${width} ${HEIGHT}`,
    'data-forsta': x(0),
    'data-steg': round(step),
  });
  const title = make('title', {});
  title.textContent = `${titel}. Siffrorna står i tabellen under.`;
  svg.append(title, text(0, 12, enhet));
  for (const tick of ticks)
    svg.append(
      make('path', { class: tick === 0 ? 'd-axel' : 'd-rutnat', d: `M${LEFT},${y(tick)}H${width - RIGHT}` }),
      text(LEFT - 6, y(tick) + 4, formatNumber(tick, exactDecimals(ticks)), 'end'),
    );
  for (const [index, { period }] of points.entries()) {
    const year = period.slice(0, 4);
    if (index > 0 && points[index - 1]!.period.slice(0, 4) === year) continue;
    svg.append(
      make('path', { class: 'd-axel', d: `M${x(index)},${LOW}v8` }),
      text(x(index), LOW + 24, year, 'middle'),
    );
  }
  let d = '';
  for (const [index, figure] of shown.entries()) {
    if (!figure) continue;
    const [value, , , , final] = figure;
    const joined = final && shown[index - 1]?.[4];
    if (final) d += `${joined ? 'L' : 'M'}${x(index)},${y(value)}`;
    svg.append(
      make('circle', {
        class: final ? 'd-punkt' : 'd-oppen',
        cx: x(index),
        cy: y(value),
        r: final ? 3 : 3.5,
      }),
    );
  }
  svg.append(make('path', { class: 'd-linje', d }));
  const diagram = document.createElement('div');
  diagram.className = 'diagram';
  diagram.append(svg);
  return diagram;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Round steps from 0 to above the highest value: 1, 2 or 5 times a power of ten. */
function ticksTo(max: number): number[] {
  const rough = (max || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough)!;
  const count = Math.max(1, Math.ceil((max || 1) / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toFixed(9)));
}

function make(tag: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

function text(x: number, y: number, words: string, anchor = 'start'): SVGElement {
  const element = make('text', { x, y, 'text-anchor': anchor });
  element.textContent = words;
  return element;
}
