import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, inject, it } from 'vitest';
import {
  all,
  attribute,
  classesOf,
  type Element,
  isElement,
  mainOf,
  textOf,
} from '../../data-loaders/word/dom.ts';
import { openWord } from '../word/open.ts';
import { fileOf } from './pages.ts';

const wordFiles = () => readdirSync(join(inject('site'), 'word')).sort();
const readWord = (file: string) => openWord(readFileSync(join(inject('site'), 'word', file)));
const pageOf = (file: string) => {
  const [, folder, id] = /^(\w+)-(.+)\.docx$/.exec(file)!;
  const page = folder === 'rapport' && id === '12' ? 'rapport/index.html' : `${folder}/${id}.html`;
  return mainOf(parse(readFileSync(fileOf(page), 'utf8')));
};
const blank = (text: string) => text.replace(/[\s\u00a0]+/g, '');

/** One of each kind: a large kommun, a small one, the region, a delregion. */
const KINDS = [
  'kartlaggning-1281.docx',
  'kartlaggning-1273.docx',
  'rapport-1281.docx',
  'rapport-12.docx',
  'aktiviteter-mellersta.docx',
];

describe('the Word files', () => {
  it('are there for every kommun, delregion and the region, and are linked from their page', () => {
    const of = (folder: string) => wordFiles().filter((file) => file.startsWith(`${folder}-`));
    expect(of('kartlaggning')).toHaveLength(33);
    expect(of('rapport')).toHaveLength(34);
    expect(of('aktiviteter').length).toBeGreaterThan(1);
    for (const file of wordFiles())
      expect(all(pageOf(file), 'a').map((a) => attribute(a, 'href'))).toContain(`../word/${file}`);
  });

  it.each(KINDS)(
    '%s has every section, table and picture of its page, in order, and the notice',
    async (file) => {
      const word = await readWord(file);
      const page = pageOf(file);
      const headings = headingsOf(page).map((h) => blank(textOf(h)));
      expect(word.headings.map(blank)).toEqual(headings);
      expect(headings.length).toBeGreaterThan(3);
      const tables = shown(page, 'table');
      expect(word.tables).toHaveLength(tables.length);
      for (const [i, table] of tables.entries()) {
        expect(word.tables[i]!.repeated).toBe(1);
        expect(word.tables[i]!.rows.map((row) => row.map(blank))).toEqual(textsOf(table));
      }
      const charts = shown(page, 'svg').filter((svg) => classesOf(svg).includes('bred') && insideFigure(svg));
      expect(word.pictures).toHaveLength(charts.length);
      for (const alt of word.pictures) expect(alt.length).toBeGreaterThan(20);
      expect(word.header).toContain('Syntetiska uppgifter');
    },
  );
});

const insideFigure = (node: DefaultTreeAdapterMap['node']): boolean =>
  'parentNode' in node &&
  node.parentNode !== null &&
  (node.parentNode.nodeName === 'figure' || insideFigure(node.parentNode as Element));

/** The texts of a page's table, row by row; a column of drawings alone is not in the document. */
function textsOf(table: Element): string[][] {
  const rows = all(table, 'tr').map((row) => ({
    head: row.parentNode?.nodeName === 'thead',
    texts: row.childNodes.filter(isElement).map((cell) => blank(textOf(cell))),
  }));
  const drawn = (column: number) =>
    !classesOf(table).includes('fyll') && rows.every(({ head, texts }) => head || texts[column] === '');
  return rows.map(({ texts }) => texts.filter((_, column) => !drawn(column)));
}

/** The elements of a tag that are for paper too: not the months behind a trend, which are in the files. */
const shown = (page: Element, tag: string): Element[] =>
  all(page, tag).filter((element) => !onScreenOnly(element));

/** The headings that are for paper too, in order. */
const headingsOf = (element: Element): Element[] =>
  element.childNodes
    .filter(isElement)
    .flatMap((child) => (/^h[1-4]$/.test(child.tagName) ? [child] : headingsOf(child)))
    .filter((heading) => !onScreenOnly(heading));

const onScreenOnly = (node: DefaultTreeAdapterMap['node']): boolean =>
  ('attrs' in node && classesOf(node).some((name) => ['ej-utskrift', 'serie'].includes(name))) ||
  ('parentNode' in node && node.parentNode !== null && onScreenOnly(node.parentNode));
