/**
 * Observable Plot drawn into one shared jsdom document, made into a small, accessible SVG string.
 * Colours come from CSS classes only (dark mode, print); sizes are CSS pixels.
 */
import * as Plot from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import { attributes, escapeHtml } from './html.ts';

export { Plot };

let shared: Document | undefined;
function chartDocument(): Document {
  shared ??= new JSDOM('').window.document;
  return shared;
}

/** Width classes: `bred` 744 px from 761 px viewport, `smal` 358 px below that and in print, `enda` always. */
export type Bredd = 'bred' | 'smal' | 'enda';

/** Chart text beside the marks: id prefix, `<title>`, `<desc>`. */
export type ChartText = {
  id: string;
  titel: string;
  beskrivning?: string;
  /** Pixels of the first month and between months, for what reads the chart month by month. */
  steg?: { forsta: number; steg: number };
};

/** Draws the plot and returns `<svg role="img">` without inline style, font or English labels. */
export function drawSvg(options: Plot.PlotOptions, text: ChartText, bredd: Bredd): string {
  drawn = [];
  const svg = Plot.plot({ ...options, document: chartDocument() } as Plot.PlotOptions) as SVGSVGElement;
  const { width, height } = options as { width: number; height: number };
  for (const style of svg.querySelectorAll('style')) style.remove();
  const marks = tidy(svg.innerHTML).replace(/<g id="hand-(\d+)"><\/g>/g, (_, index) => drawn[Number(index)]!);
  const id = bredd === 'enda' ? text.id : `${text.id}-${bredd}`;
  const labels = text.beskrivning ? `${id}-t ${id}-d` : `${id}-t`;
  const description = text.beskrivning ? `<desc id="${id}-d">${escapeHtml(text.beskrivning)}</desc>` : '';
  const steps = attributes({ 'data-forsta': text.steg?.forsta, 'data-steg': text.steg?.steg });
  const open = `<svg class="${bredd}" role="img" aria-labelledby="${labels}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"${steps}>`;
  return `${open}<title id="${id}-t">${escapeHtml(text.titel)}</title>${description}${marks}</svg>`;
}

/** Attributes that Plot sets: style.css decides instead, and the labels are English. */
const DROPPED = / (?:aria-[a-z]+|fill|stroke|stroke-(?:width|miterlimit|linejoin|linecap))="[^"]*"/g;

/** Plot's own markup without those, and coordinates to a tenth of a pixel. Done on text: jsdom is slow at attributes. */
function tidy(markup: string): string {
  return markup
    .replace(DROPPED, '')
    .replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10));
}

/** `<div class="diagram">` with both widths; CSS shows one, so screen readers and print meet one. */
export function bothWidths(draw: (bredd: 'bred' | 'smal') => string): string {
  return `<div class="diagram">${draw('bred')}${draw('smal')}</div>`;
}

/** Pixel positions of a mark: x and y scales of the plot in hand. */
export type Pixels = { x: (value: number) => number; y: (value: number) => number };

/** Markup of the hand marks of the plot in hand, put into the serialized SVG: parsing it in jsdom would cost ten times as much. */
let drawn: string[] = [];

/** A Plot mark drawn by hand, for what Plot has no mark for: `draw` returns SVG markup from pixel positions. */
export function handMark(draw: (pixels: Pixels) => string): Plot.Markish {
  return ((_index: unknown, scales: unknown) => {
    const { x, y } = scales as Partial<Pixels>;
    const place = chartDocument().createElementNS('http://www.w3.org/2000/svg', 'g');
    const index = drawn.push(draw({ x: x ?? ((value) => value), y: y ?? ((value) => value) })) - 1;
    place.setAttribute('id', `hand-${index}`);
    return place;
  }) as unknown as Plot.Markish;
}

/** `<text>` at a pixel position. `anchor` as in SVG; text is escaped. */
export function svgText(
  x: number,
  y: number,
  text: string,
  options: { anchor?: 'start' | 'middle' | 'end'; klass?: string } = {},
): string {
  const klass = options.klass ? ` class="${options.klass}"` : '';
  const anchor = options.anchor ? ` text-anchor="${options.anchor}"` : '';
  return `<text x="${x}" y="${y}"${anchor}${klass}>${escapeHtml(text)}</text>`;
}

/** Rough width in px of 12 px text in the page's font, a little on the wide side. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/[ilj.,:;'|!() {2}]/.test(character)) width += 3.5;
    else if (/[mwMW%–−]/.test(character)) width += 10;
    else if (/[A-ZÅÄÖ]/.test(character)) width += 8.4;
    else width += 6.5;
  }
  return width;
}

/** Text cut with … to fit `width` px. */
export function fitText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let cut = text;
  while (cut.length > 1 && textWidth(`${cut}…`) > width) cut = cut.slice(0, -1).trimEnd();
  return `${cut}…`;
}
