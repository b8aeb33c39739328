import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parse } from 'parse5';
import { attribute, type Element, elements } from '../../data-loaders/site/tree.ts';

/** A built page: its path below the site's root, its text and its elements. */
export type BuiltPage = { path: string; html: string; elements: Element[] };

export function readPages(site: string): BuiltPage[] {
  return readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((path) => {
      const html = readFileSync(join(site, path), 'utf8');
      return { path, html, elements: elements(parse(html)) };
    });
}

/** Links and sources of the pages that lead to no file, or to no anchor in it: `page → address`. */
export function brokenLinks(site: string, base: string): string[] {
  const pages = readPages(site);
  const files = new Set(readdirSync(site, { recursive: true, encoding: 'utf8' }));
  const anchors = new Map(
    pages.map(({ path, elements }) => [path, new Set(elements.map((e) => attribute(e, 'id')))]),
  );
  return pages.flatMap(({ path, elements }) =>
    elements
      .flatMap((element) => ['href', 'src', 'action'].map((name) => attribute(element, name)))
      .filter((address) => address !== undefined && !/^(data|https?|mailto):/.test(address))
      .filter((address) => !resolves(address!, path))
      .map((address) => `${path} → ${address}`),
  );
  function resolves(address: string, from: string): boolean {
    const [, file = '', anchor] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(address)!;
    const rooted = file.startsWith('/') ? file.startsWith(base) && file.slice(base.length) : null;
    const target = file === '' ? from : rooted === null ? posix.join(posix.dirname(from), file) : rooted;
    if (target === false || !files.has(target)) return false;
    return anchor === undefined || anchors.get(target)?.has(decodeURIComponent(anchor)) === true;
  }
}
