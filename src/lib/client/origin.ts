/** Where the reader of "Så är siffran räknad" came from: told by the page left, in the link that was followed. */

/** The address of a page on this site, from the page of a link to it; `vantan.html`, `kommun/1281.html`. */
const PAGE = /^(?:[\w-]+\/)?[\w-]+(?:\.html)?$/;

/** Adds the page left to a link that carries a figure. */
export function tellOrigin(target: EventTarget | null): void {
  const link = (target as Element).closest<HTMLAnchorElement>('a[href*="?siffra="]');
  if (!link) return;
  const to = new URL(link.href);
  const site = new URL('..', to).pathname;
  to.searchParams.set('fran', location.pathname.slice(site.length) || 'index.html');
  link.href = to.href;
}

/** The page left, as its reader saw it; null where the address names none or it cannot be read. */
export async function readOrigin(
  search: URLSearchParams,
): Promise<{ href: string; document: Document } | null> {
  const from = search.get('fran') ?? '';
  if (!PAGE.test(from)) return null;
  const { href } = new URL(`../${from}`, location.href);
  try {
    const answer = await fetch(href);
    if (!answer.ok) return null;
    return { href, document: new DOMParser().parseFromString(await answer.text(), 'text/html') };
  } catch {
    return null;
  }
}

const text = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** What the page is called. */
export const titleOf = (page: Document): string => text(page.querySelector('h1'));

/** A figure's numbers as the page shows them, by column, with most decimals where it shows several; empty where it shows none. */
export function numbersOf(page: Document, figure: string): Map<string, string> {
  const cells = [...page.querySelectorAll<HTMLElement>('[data-cell], [data-bedomning]')].filter(
    ({ dataset }) => (dataset.cell ?? dataset.bedomning) === figure,
  );
  const found = new Map<string, string>();
  for (const cell of cells) {
    const [column, shown] = [cell.dataset.falt ?? 'varde', text(cell)];
    if (shown.length > (found.get(column) ?? '').length) found.set(column, shown);
  }
  return found;
}

/** The unit's name as the page has it: its heading, the text of a link to the unit's page, or its code. */
export function unitOf(page: Document, from: string, level: string, id: string): string {
  const own = `${level}/${id}.html`;
  if (from.endsWith(own)) return titleOf(page);
  if (level === 'region') return text(page.querySelector('nav a[href$="index.html"]')) || id;
  return text(page.querySelector(`main a[href$="${CSS.escape(id)}.html"]`)) || id;
}
