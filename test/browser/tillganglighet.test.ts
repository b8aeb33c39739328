import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessFaults, scrollsSideways } from './axe.ts';
import { address, launch, pageKinds } from './pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Besides one of each kind: the most figures, and the most that is hidden. */
const DENSEST = ['kommun/1280.html', 'kartlaggning/1273.html'];

describe.each([...pageKinds(), ...DENSEST])('%s', (kind) => {
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
      expect(await accessFaults(page)).toEqual([]);
      for (const narrow of zoomed) {
        await page.setViewportSize({ width: narrow, height: 450 });
        expect(await scrollsSideways(page), `${narrow}`).toBe(false);
      }
      await context.close();
    },
  );
});
