/** The one place that ties shown figures to how they are computed: every block's HTML passes here. */
import { FILE_TITLES } from '../../data-loaders/file-titles.ts';
import { escapeHtml, explainHref, list } from '../components/index.ts';
import type { Page } from './page.ts';

const SHOWN = /data-(?:cell|bedomning)="([a-z0-9_]+)\|([^"]*)"/g;
const LINKED = /href="\/sa-raknas\/([a-z0-9_]+)"/g;
const FIGURE = /<figure[\s\S]*?<\/figure>/g;

/**
 * A block's HTML with a link to the explanation of each indicator it shows: in the caption of its figure, under a table that
 * stands alone; links that the block has already get the figure they stand by. `page.unit` is preferred where many units are shown.
 */
export function explained(page: Page, html: string): string {
  const cells = shownCells(page, html);
  if (cells.size === 0 || page.path.startsWith('/sa-raknas/')) return html;
  const linked = html.replace(LINKED, (whole, id: string) =>
    cells.has(id) ? `href="${explainHref(id, cells.get(id))}"` : whole,
  );
  const done = new Set([...html.matchAll(LINKED)].map(([, id]) => id!));
  const inFigures = linked.replace(FIGURE, (figure) => {
    const own = [...shownCells(page, figure)].filter(([id]) => !done.has(id));
    return own.length === 0 ? figure : withLine(figure, line(page, own));
  });
  const beside = [...shownCells(page, html.replace(FIGURE, ''))].filter(([id]) => !done.has(id));
  return beside.length === 0
    ? inFigures
    : `${inFigures}<p class="bildtext hur-raknad">${line(page, beside)}</p>`;
}

/** Id → the address of a figure of it: the page's own unit's, else the first. */
function shownCells({ unit }: Page, html: string): Map<string, string> {
  const found = new Map<string, string>();
  const own = new Set<string>();
  for (const [, id, rest] of html.matchAll(SHOWN)) {
    const isOwn = rest!.startsWith(`${unit.niva}|${unit.id}|`);
    if (found.has(id!) && (own.has(id!) || !isOwn)) continue;
    found.set(id!, `${id}|${rest}`);
    if (isOwn) own.add(id!);
  }
  return found;
}

/** At the end of the figure's caption, or in one of its own. */
const withLine = (figure: string, text: string): string =>
  figure.includes('</figcaption>')
    ? figure.replace(
        /<\/figcaption>(?![\s\S]*<\/figcaption>)/,
        ` <span class="hur-raknad">${text}</span></figcaption>`,
      )
    : figure.replace(/<\/figure>$/, `<figcaption class="hur-raknad">${text}</figcaption></figure>`);

/** "Så är siffran räknad: medeldagar." Each link says which. HTML. */
function line({ data }: Page, cells: [string, string][]): string {
  const links = cells.map(
    ([id, cell]) =>
      `<a href="${explainHref(id, cell)}">${escapeHtml(data.indicator(id)?.kort ?? FILE_TITLES[id] ?? id)}</a>`,
  );
  return `Så är ${links.length === 1 ? 'siffran räknad' : 'siffrorna räknade'}: ${list(links)}.`;
}
