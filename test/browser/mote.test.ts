import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { address, allPages, launch } from './pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const delregioner = allPages().filter((page) => /^delregion\/(?!index)/.test(page));

describe.each(delregioner)('%s', (kind) => {
  it('prints on two A4 pages with all that the meeting needs', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(address(kind));
    await page.emulateMedia({ media: 'print' });
    const seen = await page.evaluate(() => {
      const visible = (selector: string) =>
        [...document.querySelectorAll(selector)].some((part) => part.getBoundingClientRect().height > 0);
      return {
        needed: ['.lagen', '.rutkarta', '.varme.par', '.smaserier', '#helgtabell', '.notis'].filter(
          (part) => !visible(`main ${part}, header ${part}`),
        ),
        cut: [...document.querySelectorAll('main table')].filter(
          (table) => table.getBoundingClientRect().right > document.documentElement.clientWidth,
        ).length,
        tables: visible('#manader'),
      };
    });
    expect(seen).toEqual({ needed: [], cut: 0, tables: false });
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
    await page.close();
  });
});
