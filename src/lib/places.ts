import { escapeHtml } from '../components/index.ts';
import { drawBlock } from './blocks/index.ts';
import { footer, head, header } from './chrome.ts';
import type { Data } from './data.ts';
import type { Place } from './markdown.ts';
import { openPage } from './page.ts';

/**
 * Framework parses a page's HTML seven times with jsdom, which costs seconds for figures and tables. A build therefore
 * leaves a place per block and no header or footer; the finishing step, which parses once, fills them in.
 */
export const leavePlace: Place = (_page, name, args) =>
  `<div data-plats="${escapeHtml(JSON.stringify({ name, args }))}"></div>`;

/** Draws at once: the preview has no finishing step. */
export const drawNow: Place = drawBlock;

const PLACE = /<div data-plats="([^"]*)"><\/div>/g;

/** A page as Framework wrote it with head, header, footer and every block in place. `path`: address without extension. */
export function fillPlaces(html: string, path: string, data: Data): string {
  const page = openPage(data, path);
  const title = titleOf(html);
  const filled = html.replace(PLACE, (_, json: string) => {
    const { name, args } = JSON.parse(decoded(json)) as { name: string; args: Record<string, string> };
    return drawBlock(page, name, args);
  });
  return [
    ['</head>', (tag: string) => head(data, { title, path }) + tag] as const,
    ['<main', (tag: string) => header(data, { title, path }) + tag] as const,
    ['</main>', (tag: string) => tag + footer(data, { path })] as const,
  ].reduce((text, [tag, put]) => text.replace(tag, () => put(tag)), filled);
}

/** The heading of the page. */
function titleOf(html: string): string {
  const heading = /<h1[^>]*>(?:<a[^>]*>)?([^<]*)/.exec(html)?.[1] ?? '';
  return decoded(heading);
}

const decoded = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&amp;', '&');
