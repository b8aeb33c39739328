import { escapeHtml } from '../components/index.ts';
import { drawBlock } from './blocks/index.ts';
import { footer, head, header } from './chrome.ts';
import type { Data } from './data.ts';
import { idWithWords, withWords, wordPlace } from './headings.ts';
import type { Filling } from './markdown.ts';
import { openPage, type Page } from './page.ts';
import { words } from './words.ts';

/**
 * Framework parses a page's HTML seven times with jsdom, which costs seconds for figures and tables, and does it for every
 * unit. A build therefore leaves a place per word and block and no header or footer: one page is the mould of all units of
 * its folder, and the finishing step, which parses once, fills them.
 */
export const leavePlaces = (data: Data): Filling => ({
  word: (_, name) => wordPlace(name),
  block: (_, name, args) => `<div data-plats="${escapeHtml(JSON.stringify({ name, args }))}"></div>`,
  metod: () => data.katalog().metod,
});

/** Draws at once: the preview has no finishing step. */
export function drawNow(data: Data): Filling {
  let page: Page | undefined;
  const pageAt = (path: string): Page => {
    if (page?.path !== path) page = openPage(data, path);
    return page;
  };
  return {
    word: (path, name) => wordOf(pageAt(path), name),
    block: (path, name, args) => drawBlock(pageAt(path), name, args),
    metod: () => data.katalog().metod,
  };
}

function wordOf(page: Page, name: string): string {
  const word = words[name];
  if (!word) throw new Error(`unknown word: ${name}`);
  return word(page);
}

const PLACE = /<div data-plats="([^"]*)"><\/div>/g;
const ID = /(?<= (?:id="|href="#))[^"]*__[^"]*(?=")/g;

/** A page as Framework wrote it with head, header, footer, every word and block in place. `path`: address without extension. */
export function fillPlaces(html: string, path: string, data: Data): string {
  const page = openPage(data, path);
  const worded = withWords(
    html.replace(ID, (id) => idWithWords(id, (name) => wordOf(page, name))),
    (name) => escapeHtml(wordOf(page, name)),
  );
  const title = titleOf(worded);
  const filled = worded.replace(PLACE, (_, json: string) => {
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
