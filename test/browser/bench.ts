/** First views of a built site with the processor slowed four times: `npm run build && npm run bench:pages [-- SITE]`. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { pageSize } from '../../data-loaders/bench/pages.ts';
import { chromiumArgs, findChromium } from './chromium.ts';
import { type FirstView, firstView } from './firstview.ts';
import { serve } from './server.ts';

const SLOWDOWN = 4;
const TIMES = 7;
const PAGES = [
  'index.html',
  'kommun/1280.html',
  'kommun/index.html',
  'delregion/mellersta.html',
  'vardgivare/sus.html',
  'kartlaggning/1285.html',
  'revision.html',
  'veckodagar.html',
  'metod.html',
];

const folder = resolve(process.argv[2] ?? 'dist');
const site = await serve(folder, '/');
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
const median = (views: FirstView[], of: (view: FirstView) => number): number =>
  views.map(of).sort((a, b) => a - b)[Math.floor(views.length / 2)]!;

console.log(
  '| page | first part drawn, ms | largest part drawn, ms | layout shift | HTML + CSS, kB | JavaScript, kB |',
);
console.log('|---|--:|--:|--:|--:|--:|');
for (const page of PAGES.filter((page) => existsSync(join(folder, page)))) {
  const views: FirstView[] = [];
  for (let time = 0; time < TIMES; time++) views.push(await firstView(browser, site.origin + page, SLOWDOWN));
  const { html, css, js } = pageSize(folder, page);
  const cells = [
    median(views, ({ first }) => first).toFixed(0),
    median(views, ({ largest }) => largest).toFixed(0),
    Math.max(...views.map(({ shift }) => shift)).toFixed(3),
    ((html + css) / 1000).toFixed(1),
    (js / 1000).toFixed(1),
  ];
  console.log(`| ${page} | ${cells.join(' | ')} |`);
}
await browser.close();
await site.close();
