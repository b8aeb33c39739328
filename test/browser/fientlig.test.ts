import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HOSTILE_PROFILE, hostile, writeHostileExtracts } from './hostile.ts';
import { allPages, launch, watchFaults } from './pages.ts';
import { type SmallSite, smallSite } from './small-site.ts';

/** How many pages load at once: each waits half a second until nothing more is asked for. */
const AT_ONCE = 4;
const REACHES_A_PAGE = [
  'vardgivare',
  'delregion',
  'region',
  'rubrik',
  'aktivitet',
  'kalla',
  'enhet',
  'kontakt',
  'ansvarig',
  'granskare',
  'brist',
  'atgard',
];

let site: SmallSite;
let browser: Browser;
beforeAll(async () => {
  site = await smallSite(HOSTILE_PROFILE, writeHostileExtracts);
  browser = await launch();
}, 300_000);
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** What the pages made of the hostile texts (their own part, and every fault seen meanwhile), and all text a reader sees. */
async function visit(files: Iterator<string>): Promise<{ made: object[]; text: string }> {
  const page = await browser.newPage();
  const faults = watchFaults(page, site.origin);
  page.on('dialog', (dialog) => faults.push(`dialog: ${dialog.message()}`));
  page.on('request', (request) => request.url().endsWith('/x') && faults.push(`loaded: ${request.url()}`));
  const seen = { made: [] as object[], text: '' };
  for (let next = files.next(); !next.done; next = files.next()) {
    await page.goto(site.origin + next.value, { waitUntil: 'networkidle' });
    const { text, ...made } = await page.evaluate(() => ({
      ran: (globalThis as { intrang?: unknown }).intrang ?? null,
      images: document.querySelectorAll('img[src="x"], svg[onload], [onclick]').length,
      scripts: [...document.scripts].filter((script) => script.textContent !== '').length,
      links: document.querySelectorAll('a[href^="javascript"]').length,
      text: document.body.textContent ?? '',
    }));
    seen.made.push({ file: next.value, ...made, faults: faults.splice(0) });
    seen.text += text;
  }
  await page.close();
  return seen;
}

it('names and texts from extracts and the profile are text on every page', async () => {
  const files = allPages(site.folder);
  expect(files.length).toBeGreaterThan(12);
  const left = files.values();
  const seen = await Promise.all(Array.from({ length: AT_ONCE }, () => visit(left)));
  const nothing = { ran: null, images: 0, scripts: 0, links: 0, faults: [] };
  const made = seen.flatMap((of) => of.made);
  expect(made).toHaveLength(files.length);
  for (const page of made) expect(page).toEqual({ ...page, ...nothing });
  const shown = seen.map(({ text }) => text).join('');
  for (const field of REACHES_A_PAGE) expect(shown, field).toContain(hostile(field).split('<script>')[0]);
});
