import type MarkdownIt from 'markdown-it';
import { footer, head, header, SITE, type Where } from './chrome.ts';
import { openData } from './data.ts';
import { pagePlugin, scriptPlugin } from './markdown.ts';
import { MOULDS, unitPaths } from './page.ts';
import { drawNow, leavePlaces } from './places.ts';

/** From the environment; undefined where it says nothing. */
export type Settings = {
  /** The folder a build writes to; absent in the preview, which draws every page whole. */
  ut: string | undefined;
  /** The address the site is served under, `/` if absent. */
  bas: string | undefined;
  /** The folder the pages read, `src/data` if absent. */
  data: string | undefined;
};

/** Observable Framework's configuration. */
export function siteConfig({ ut, bas = '/', data: dir = 'src/data' }: Settings) {
  const data = openData(dir);
  const build = ut !== undefined;
  const plugin = pagePlugin((build ? leavePlaces : drawNow)(data));
  return {
    root: 'src',
    output: ut ?? 'dist',
    base: bas,
    title: SITE,
    style: 'style.css',
    preserveExtension: true,
    preserveIndex: true,
    pages: [],
    sidebar: false,
    toc: false,
    pager: false,
    search: false,
    linkify: false,
    globalStylesheets: [],
    head: (where: Where) => (build ? null : head(data, where)),
    header: (where: Where) => (build ? null : header(data, where)),
    footer: (where: Where) => (build ? null : footer(data, where)),
    *dynamicPaths() {
      yield* build ? MOULDS : unitPaths(data.katalog());
    },
    markdownIt: (md: MarkdownIt) => plugin(md).use(scriptPlugin),
  };
}
