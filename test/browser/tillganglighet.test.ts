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

/** Only what is wrong is told: nodes that pass are thousands on a page of tables. */
const ONLY_FAULTS = { resultTypes: ['violations' as const], preload: false };

type Rules = Pick<Parameters<AxeBuilder['options']>[0], 'runOnly'>;
const COLOURS: Rules = { runOnly: { type: 'rule', values: COLOUR_RULES } };
async function violations(page: Page, rules: Rules = {}): Promise<string[]> {
  // Legacy mode gathers no results from frames, in half the time: no page has one.
  expect(page.frames()).toHaveLength(1);
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ ...ONLY_FAULTS, ...rules });
  const found = await builder.analyze();
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
      expect(await violations(page, COLOURS)).toEqual([]);
      for (const narrow of zoomed) {
        await page.setViewportSize({ width: narrow, height: 450 });
        expect(await scrollsSideways(page), `${narrow}`).toBe(false);
      }
      await context.close();
    },
  );
});
