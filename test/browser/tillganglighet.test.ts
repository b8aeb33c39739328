import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { address, launch, pageKinds } from './pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Other colours can break these rules of axe and no others. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

async function violations(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const found = await (rules ? axe.withRules(rules) : axe).analyze();
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
}

const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe.each(pageKinds())('%s', (kind) => {
  // 1280 px seen at 200 percent is 640, at 400 percent 320.
  it.each([
    { width: 320, zoomed: [] },
    { width: 1280, zoomed: [640] },
  ])(
    'has no axe violation at $width px, light or dark, and never scrolls sideways',
    async ({ width, zoomed }) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: 'light' });
      const page = await context.newPage();
      await page.goto(address(kind));
      expect(await violations(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(page, COLOUR_RULES)).toEqual([]);
      for (const narrow of zoomed) {
        await page.setViewportSize({ width: narrow, height: 450 });
        expect(await scrollsSideways(page), `${narrow}`).toBe(false);
      }
      await context.close();
    },
  );
});
