import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { type Data, openData } from '../../src/lib/data.ts';
import { pagePlugin } from '../../src/lib/markdown.ts';
import { unitPaths } from '../../src/lib/page.ts';
import { drawNow } from '../../src/lib/places.ts';
import { PAGES } from '../../src/lib/sitemap.ts';
import { type Settings, writeFixture } from './fixture.ts';

/** Folder of the pages. */
export const SOURCE = join(import.meta.dirname, '../../src');

const drawn = new Map<string, Map<string, string>>();

/** The text of every page of a data set, by address; drawn once. */
export function drawAll(settings: Settings): Map<string, string> {
  const key = JSON.stringify(settings);
  const pages = drawn.get(key) ?? drawFrom(openData(writeFixture(settings)));
  drawn.set(key, pages);
  return pages;
}

/** The text of pages of published data: every one, if none is named. */
export function drawFrom(data: Data, named?: string[]): Map<string, string> {
  const md = new MarkdownIt({ html: true }).use((md) => pagePlugin(drawNow(data))(md));
  const paths = named ?? [...PAGES.map(({ path }) => path), ...unitPaths(data.katalog())];
  return new Map(paths.map((path) => [path, md.render(readFileSync(sourceOf(path), 'utf8'), { path })]));
}

function sourceOf(path: string): string {
  const [, folder, id] = path.split('/');
  if (!id || id === 'index') return join(SOURCE, `${path}.md`);
  const page = readdirSync(join(SOURCE, folder!)).find((file) => file.startsWith('['));
  return join(SOURCE, folder!, page!);
}
