import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { ImageRun, LineRuleType, Paragraph } from 'docx';
import { serializeOuter } from 'parse5';
import { PROJECT } from '../places.ts';
import { all, attribute, type Element, textOf } from './dom.ts';

/** Dots of the picture per CSS pixel: sharp on paper, a few tens of kB. */
const SCALE = 1.5;
/** CSS pixels that fit between the margins of the sheet. */
const ROOM = 640;

const FONTS = ['DejaVuSansCondensed.ttf', 'DejaVuSansCondensed-Bold.ttf'].map((file) =>
  join(PROJECT, 'node_modules/dejavu-fonts-ttf/ttf', file),
);
const FAMILY = 'DejaVu Sans Condensed';

let style: string | undefined;

/** The charts' stylesheet in the light theme, with the font that comes along: a picture has neither tokens nor themes. */
function chartStyle(): string {
  const css = (name: string) => readFileSync(join(PROJECT, 'src/style', name), 'utf8');
  const light = new Map(
    [...css('tokens.css').matchAll(/(--[\w-]+): light-dark\((#\w+),/g)].map(([, k, v]) => [k!, v!]),
  );
  style ??= css('charts.css')
    .replace(
      /font: (\d+) (\d+px) var\(--teckensnitt\);/g,
      `font-weight: $1; font-size: $2; font-family: "${FAMILY}", "DejaVu Sans";`,
    )
    .replace(/var\((--[\w-]+)\)/g, (_, token: string) => light.get(token) ?? 'none');
  return style;
}

/** Drawn charts by their SVG: a kommun's documents have several in common. */
const drawn = new Map<string, Buffer>();
const MOST_DRAWN = 50;

/** A chart as PNG. `svg`: as the chart functions draw it, coloured by class. */
function chartPng(svg: string): Buffer {
  const whole = roomier(svg)
    .replace(/^<svg /, '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace('>', `><style>${chartStyle()}</style>`)
    // Only for the page's own references: nothing in a picture points at them.
    .replace(/ (?:id|aria-labelledby)="[^"]*"/g, '')
    .replaceAll('&nbsp;', '\u00a0');
  const png = drawn.get(whole) ?? draw(whole);
  if (drawn.size >= MOST_DRAWN) drawn.clear();
  drawn.set(whole, png);
  return png;
}

const draw = (svg: string): Buffer =>
  new Resvg(svg, {
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: FAMILY },
    fitTo: { mode: 'zoom', value: SCALE },
    background: '#ffffff',
  })
    .render()
    .asPng();

/** The font that comes along is wider than the page's: the word for a goal's line, the longest beside a chart, needs more room. */
const roomier = (svg: string): string =>
  svg.includes('d-malord')
    ? svg.replace(/width="744"([^>]*) viewBox="0 0 744 /, 'width="780"$1 viewBox="0 0 780 ')
    : svg;

/** A chart as a paragraph with a picture; `id` counts the pictures of the document from 1. */
export function pictureParagraph(svg: Element, id: number): Paragraph {
  const drawing = serializeOuter(svg);
  const width = Number(/ width="(\d+)"/.exec(roomier(drawing))![1]);
  const height = Number(attribute(svg, 'height'));
  const fit = Math.min(1, ROOM / width);
  const [title, description] = ['title', 'desc'].map((tag) => all(svg, tag).map(textOf).join(' '));
  return new Paragraph({
    keepNext: true,
    // Without the rule a picture is cut to the height of a line.
    spacing: { line: 240, lineRule: LineRuleType.AUTO },
    children: [
      new ImageRun({
        type: 'png',
        data: chartPng(drawing),
        transformation: { width: Math.round(width * fit), height: Math.round(height * fit) },
        altText: {
          id: String(id),
          name: `Diagram ${id}`,
          title: title!,
          description: [title, description].filter(Boolean).join(' '),
        },
      }),
    ],
  });
}
