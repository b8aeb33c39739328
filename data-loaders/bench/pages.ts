import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type PageSize = {
  page: string;
  /** Compressed bytes of the HTML itself, of its style sheets and fonts, and of the scripts it loads unasked. */
  html: number;
  css: number;
  js: number;
};

type Node = DefaultTreeAdapterTypes.Node;

/** What a reader downloads to see a page of the built site in `dir`. */
export function pageSize(dir: string, page: string): PageSize {
  const html = readFileSync(join(dir, page), 'utf8');
  const styles = new Set<string>();
  const scripts = new Set<string>();
  const add = (set: Set<string>, href: string | undefined) => {
    if (href && !/^[a-z]+:/.test(href)) set.add(resolve(dir, dirname(page), href));
  };
  visit(parse(html), (name, attributes) => {
    if (name === 'script') add(scripts, attributes.src);
    if (name !== 'link') return;
    if (attributes.rel === 'stylesheet') add(styles, attributes.href);
    if (attributes.rel === 'modulepreload') add(scripts, attributes.href);
  });
  for (const script of scripts) for (const module of imported(script)) scripts.add(module);
  return { page, html: gzipSync(html).length, css: compressed(styles), js: compressed(scripts) };
}

/** Modules that a script loads before it runs; what it loads when the reader acts is called like a function. */
const imported = (script: string): string[] =>
  existsSync(script)
    ? [...readFileSync(script, 'utf8').matchAll(/(?:\bfrom|\bimport) ?"(\.[^"]+)"/g)].map(([, path]) =>
        resolve(dirname(script), path!),
      )
    : [];

const compressed = (files: Set<string>): number =>
  [...files]
    .filter((file) => existsSync(file))
    .reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);

function visit(node: Node, see: (name: string, attributes: Record<string, string>) => void): void {
  if ('tagName' in node)
    see(node.tagName, Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])));
  if ('childNodes' in node) for (const child of node.childNodes) visit(child, see);
}
