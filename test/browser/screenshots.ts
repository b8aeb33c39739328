/** Takes the README's pictures from the built site in dist/: `npm run build && npm run screenshots`. */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArgs, findChromium } from './chromium.ts';
import { serve } from './server.ts';

const folder = 'docs/skarmbilder';
const pictures = [
  { name: 'kommun', page: 'kommun/1285.html', width: 1280, height: 1500, colorScheme: 'light' },
  { name: 'kommun-mork-telefon', page: 'kommun/1285.html', width: 390, height: 1500, colorScheme: 'dark' },
  { name: 'veckodagar', page: 'veckodagar.html', width: 1280, height: 1500, colorScheme: 'light' },
] as const;

const site = await serve(resolve('dist'), '/');
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
mkdirSync(folder, { recursive: true });
for (const { name, page: path, width, height, colorScheme } of pictures) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  await page.goto(site.origin + path);
  await page.screenshot({ path: `${folder}/${name}.png` });
  await page.close();
}
await browser.close();
await site.close();
