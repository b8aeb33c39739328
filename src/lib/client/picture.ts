import type { Saved } from './download.js';
import { type Line, layoutOf } from './layout.js';

const SVG = 'http://www.w3.org/2000/svg';
/** What the stylesheet gives the marks: a picture outside the page has no stylesheet. */
const STYLES = [
  ...[
    'fill',
    'fill-opacity',
    'stroke',
    'stroke-width',
    'stroke-dasharray',
    'stroke-linejoin',
    'stroke-linecap',
  ],
  ...['stroke-opacity', 'opacity', 'paint-order', 'font-family', 'font-size', 'font-weight', 'font-style'],
  ...['text-anchor', 'font-variant-numeric', 'dominant-baseline'],
];
const MARGIN = 16;
const LINE = 18;
/** Sharp on a screen of twice as many dots. */
const ZOOM = 2;

export type Picture = { text: string; width: number; height: number };

/** The figure's charts in light colours under the title and over source and notice, as one SVG that stands alone. */
export function pictureOf({ part, title, subtitle, notes }: Saved): Picture {
  const layout = layoutOf(part);
  const width = layout.width + 2 * MARGIN;
  const out = document.createElementNS(SVG, 'svg');
  let y = MARGIN;
  const write = (text: string, size: number, weight: number) => {
    for (const line of wrapped(text, (width - 2 * MARGIN) / (size * 0.54))) {
      y += size * 1.4;
      out.append(textLine({ text: line, x: MARGIN, y, size, weight }));
    }
  };
  write(title, 18, 700);
  if (subtitle) write(subtitle, 14, 400);
  y += LINE;
  withLightColours(() => {
    for (const { drawing, x, y: down } of layout.drawings) {
      const { width: w, height: h } = drawing.viewBox.baseVal;
      const copy = withStyles(drawing);
      for (const [name, value] of Object.entries({ x: MARGIN + x, y: y + down, width: w, height: h }))
        copy.setAttribute(name, String(value));
      out.append(copy);
    }
  });
  for (const line of layout.lines) out.append(textLine({ ...line, x: MARGIN + line.x, y: y + line.y }));
  y += layout.height;
  for (const note of notes) write(note, 12, 400);
  const height = Math.ceil(y + MARGIN);
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` }))
    out.setAttribute(name, String(value));
  out.prepend(ground(width, height));
  return { text: new XMLSerializer().serializeToString(out), width, height };
}

/** The same as a PNG. */
export async function pixelsOf({ text, width, height }: Picture): Promise<Blob> {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * ZOOM;
  canvas.height = height * ZOOM;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return await new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}

/** Colours are read while the page is light; nothing is painted in between. */
function withLightColours(use: () => void): void {
  const { dataset } = document.documentElement;
  const former = dataset.tema;
  dataset.tema = 'ljus';
  use();
  if (former === undefined) delete dataset.tema;
  else dataset.tema = former;
}

/** A hidden drawing (the wide one, on a phone) has its styles all the same. */
function withStyles(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const from = [...drawing.querySelectorAll<SVGElement>('*')];
  for (const [index, element] of [...copy.querySelectorAll<SVGElement>('*')].entries()) {
    const style = getComputedStyle(from[index]!);
    for (const name of STYLES) {
      const value = style.getPropertyValue(name);
      if (value && value !== 'normal') element.style.setProperty(name, value);
    }
    for (const name of ['class', 'id', 'data-cell']) element.removeAttribute(name);
  }
  for (const name of ['class', 'aria-labelledby', 'style']) copy.removeAttribute(name);
  return copy;
}

function wrapped(text: string, signs: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < signs) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function textLine({ text, x, y, size, weight, anchor }: Line): SVGTextElement {
  const element = document.createElementNS(SVG, 'text');
  element.setAttribute('x', String(x));
  element.setAttribute('y', String(y));
  element.setAttribute(
    'style',
    `font: ${weight} ${size}px "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; fill: #16202a${anchor ? `; text-anchor: ${anchor}` : ''}`,
  );
  element.textContent = text;
  return element;
}

function ground(width: number, height: number): SVGRectElement {
  const rect = document.createElementNS(SVG, 'rect');
  for (const [name, value] of Object.entries({ width, height, fill: '#ffffff' }))
    rect.setAttribute(name, String(value));
  return rect;
}
