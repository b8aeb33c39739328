import { parse, parseFragment, serialize } from 'parse5';
import { sayOnce } from './legends.ts';
import {
  attribute,
  childElements,
  detach,
  drop,
  type Element,
  elements,
  type Parent,
  set,
  unwrap,
} from './tree.ts';

const LINKS = new Set(['href', 'src', 'action']);

/**
 * What a page may load: its own site's files, and nothing inline but styles (charts place their marks with them). `data:` is the
 * empty icon.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

/** Extensions of published files: a link to one saves it. */
const DOWNLOADS = /\/data\/[\w.-]+\.(csv|xlsx|parquet|arrow)$/;

/** Where a page stands: address without extension from the site's root, and the address the site is served under. */
export type PagePlace = { path: string; base: string };

/** A mended page: its text, the addresses it loads or links to, and its tree. */
export type Finished = { html: string; references: string[]; document: Parent };

/**
 * One built page, mended: Swedish `lang`, a viewport that allows zoom, no trace of the generator, no inline script, plain
 * landmarks with ids of ours, links relative to the page. Same page in, same bytes out. Throws an Error when a page has
 * live code, which would be lost: figures are drawn when the site is built.
 */
export function finishPage(html: string, place: PagePlace): Finished {
  const document = parse(html);
  for (const element of elements(document)) {
    assertInert(element, place);
    mend(element, place);
    if (element.tagName === 'head') protectHead(element);
  }
  sayOnce(document);
  const text = serialize(document)
    .replace(/\n{2,}/g, '\n')
    .trimEnd()
    .concat('\n');
  return { html: text, references: references(document), document };
}

/** Addresses a page loads or links to, as written. */
function references(document: Parent): string[] {
  return elements(document).flatMap((element) =>
    ['href', 'src'].map((name) => attribute(element, name)).filter((value) => value !== undefined),
  );
}

/** Nothing on a page runs because of what it says: an attribute that would is a fault of ours. */
function assertInert(element: Element, { path }: PagePlace): void {
  for (const { name, value } of element.attrs) {
    if (/^on/i.test(name) || (LINKS.has(name) && /^\s*javascript:/i.test(value)))
      throw new Error(`attribute that runs: ${name} of ${element.tagName}: ${path}`);
  }
}

/** A page is drawn when all of it has come: a table drawn before its last row would change its widths before the reader's eyes. */
const WHOLE = '<link rel="expect" href="#sidfot" blocking="render">';

/** The policy stands after the charset and before anything that loads. A server's headers may say more (docs/publicera.md). */
function protectHead(head: Element): void {
  const tags = `<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">\n<meta name="referrer" content="no-referrer">\n${WHOLE}\n`;
  const place = 1 + head.childNodes.findIndex((node) => 'attrs' in node && attribute(node, 'charset'));
  const added = parseFragment(tags).childNodes;
  for (const node of added) node.parentNode = head;
  head.childNodes.splice(place, 0, ...added);
}

function mend(element: Element, place: PagePlace): void {
  for (const attr of element.attrs) if (LINKS.has(attr.name)) attr.value = address(attr.value, place);
  MENDERS[element.tagName]?.(element, place);
}

const MENDERS: Record<string, (element: Element, place: PagePlace) => void> = {
  html: (element) => set(element, 'lang', 'sv'),
  base: detach,
  meta: mendMeta,
  link: mendLink,
  script: mendScript,
  a: mendAnchor,
  // Long lines of an example roll sideways: also with the keyboard.
  pre: (element) => set(element, 'tabindex', '0'),
  div: mendFrame,
  header: mendFrame,
  footer: mendFrame,
  main: (element) => {
    set(element, 'id', 'innehall');
    drop(element, 'class');
    set(element, 'tabindex', '-1');
  },
};

function mendMeta(element: Element): void {
  const name = attribute(element, 'name');
  if (name === 'generator') detach(element);
  if (name === 'viewport') set(element, 'content', 'width=device-width, initial-scale=1');
}

/**
 * An address as the page's file needs it: `/kommun/1281#a` becomes relative with its ending. The page for unknown addresses
 * is shown at any depth, so its links start from the site's base.
 */
function address(value: string, { path, base }: PagePlace): string {
  const site = siteAddress(value);
  if (path === '/404') return site ? base + site : value.replace(/^\.\//, base);
  if (!site) return value;
  const up = path.split('/').length - 2;
  return `${'../'.repeat(up) || './'}${site}`;
}

/** `/kommun/1281?a#b` → `kommun/1281.html?a#b`; null for an address that does not start from the site's root. */
function siteAddress(value: string): string | null {
  const [, page, rest] = /^\/(?!\/)([^?#]*)(.*)$/s.exec(value) ?? [];
  if (page === undefined) return null;
  const file = page === '' || page.endsWith('/') ? `${page}index` : page;
  return `${/\.\w+$/.test(file) ? file : `${file}.html`}${rest}`;
}

/** Preloads name the stylesheet a second time and the scripts that are gone. */
function mendLink(element: Element): void {
  const rel = attribute(element, 'rel');
  if (rel === 'preload' || rel === 'modulepreload') detach(element);
  drop(element, 'type');
}

/** Only a page's own module file stays; Framework's inline runtime start and its 404 redirect go. */
function mendScript(element: Element, { path }: PagePlace): void {
  const src = attribute(element, 'src');
  const own = src !== undefined && attribute(element, 'type') === 'module' && src.includes('_import/');
  const source = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
  if (/\bdefine\(\{/.test(source)) throw new Error(`page with live code: ${path}`);
  if (!own) detach(element);
}

function mendAnchor(element: Element): void {
  if (attribute(element, 'class') === 'observablehq-header-anchor') unwrap(element);
  drop(element, 'target');
  if (DOWNLOADS.test(attribute(element, 'href') ?? '')) set(element, 'download', '');
}

/** The config's header and footer are whole elements: Framework's own around them go. */
function mendFrame(element: Element): void {
  const id = attribute(element, 'id');
  if (!id?.startsWith('observablehq-')) return;
  if (id === 'observablehq-footer') for (const child of childElements(element)) unwrap(child);
  unwrap(element);
}
