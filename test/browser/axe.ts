import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Other colours can break these rules of axe and no others. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Only what is wrong is told: nodes that pass are thousands on a page of tables. */
const ONLY_FAULTS = { resultTypes: ['violations' as const], preload: false };

type Rules = Pick<Parameters<AxeBuilder['options']>[0], 'runOnly'>;
const COLOURS: Rules = { runOnly: { type: 'rule', values: COLOUR_RULES } };
/** What axe finds, in light and dark: rules that colours cannot break are asked once. */
async function violations(page: Page, rules: Rules = {}): Promise<string[]> {
  // Legacy mode gathers no results from frames, in half the time: no page has one.
  expect(page.frames()).toHaveLength(1);
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ ...ONLY_FAULTS, ...rules });
  const found = await builder.analyze();
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
}

export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** What axe finds in a page, in light and in dark, and whether it scrolls sideways: `[]` if all is well. */
export async function accessFaults(page: Page): Promise<string[]> {
  const light = await violations(page);
  const sideways = await scrollsSideways(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page, COLOURS);
  return [...light, ...dark, ...(sideways ? ['scrolls sideways'] : [])];
}
