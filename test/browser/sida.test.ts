import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layoutShift } from './firstview.ts';
import { address, launch, pageKinds, watchFaults } from './pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** What a reader gets from a page: its words, its tables, its drawings. */
const content = (page: Page) =>
  page.evaluate(() => {
    // What scripts work with is there only where they run.
    const tools = [...document.querySelectorAll<HTMLElement>('.verktyg:not([hidden])')];
    for (const tool of tools) tool.hidden = true;
    const seen = {
      cells: [...document.querySelectorAll('[data-cell]')].map(
        (cell) => `${cell.getAttribute('data-cell')} ${cell.textContent}`,
      ),
      tables: document.querySelectorAll('table').length,
      drawings: [...document.querySelectorAll('main svg')].map((svg) => svg.outerHTML.length),
      words: (document.querySelector('main') as HTMLElement).innerText,
    };
    for (const tool of tools) tool.hidden = false;
    return seen;
  });

/** The page as loaded on a desktop, its content, and every fault seen while it loaded. */
async function visit(kind: string, javaScriptEnabled: boolean) {
  const page = await browser.newPage({ javaScriptEnabled, viewport: { width: 1280, height: 900 } });
  const faults = watchFaults(page);
  await page.goto(address(kind), { waitUntil: 'networkidle' });
  // Without scripts no timer runs: what has not moved with them is compared with nothing having moved.
  const shift = javaScriptEnabled ? await layoutShift(page) : 0;
  return { page, seen: { ...(await content(page)), faults, shift } };
}

describe.each(pageKinds())('%s', (kind) => {
  let page: Page;
  let withScript: Awaited<ReturnType<typeof visit>>['seen'];
  let without: typeof withScript;
  beforeAll(async () => {
    const visits = await Promise.all([visit(kind, true), visit(kind, false)]);
    [{ page, seen: withScript }, { seen: without }] = visits;
    await visits[1].page.close();
  });
  afterAll(() => page.close());

  it('shows the same with JavaScript off, moves nothing, without faults or requests off the site', () => {
    expect(withScript.faults).toEqual([]);
    expect(without.faults).toEqual([]);
    expect(withScript).toEqual(without);
    expect(without.words.length).toBeGreaterThan(200);
  });

  it('says in Swedish what it is, how fresh and that the data are synthetic', async () => {
    expect(await page.locator('html').getAttribute('lang')).toBe('sv');
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.title()).toContain('Utskrivningsklar');
    const body = await page.locator('body').innerText();
    expect(body).toContain('Syntetiska uppgifter');
    expect(body).toMatch(/31\s+oktober\s+2026/);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('Syntetiska uppgifter').first().isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
  });

  it('prints with its drawings', async () => {
    // Bars in table cells are drawings too, but low ones, signs of verdicts are words; a figure of nothing else is judged by them.
    // What a delregion's two pages have no room for is for the screen alone.
    const figures = await page
      .locator('main figure:has(svg:not(.stav, .glyf, details:not([open]) svg)):not(.bara-skarm *)')
      .count();
    const bars = await page.locator('main svg.stav rect').count();
    await page.emulateMedia({ media: 'print' });
    const drawn = await page.evaluate(
      () =>
        [
          ...document.querySelectorAll('main figure:has(svg:not(.stav, .glyf, details:not([open]) svg))'),
        ].filter((figure) =>
          [...figure.querySelectorAll('svg:not(.stav, .glyf)')].some((svg) => {
            const box = svg.getBoundingClientRect();
            return (
              box.width > 40 && box.height > 20 && svg.querySelector('path, line, circle, rect') !== null
            );
          }),
        ).length,
    );
    expect(drawn).toBe(figures);
    const drawnBars = await page.evaluate(
      () =>
        [...document.querySelectorAll('main svg.stav rect')].filter(
          (bar) => bar.getBoundingClientRect().height >= 8 && bar.hasAttribute('width'),
        ).length,
    );
    expect(drawnBars).toBe(bars);
    const pdf = await page.pdf({ format: 'A4', printBackground: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(0);
    await page.emulateMedia({ media: null });
  });

  it('can be walked with the keyboard, the way past the navigation first', async () => {
    await page.keyboard.press('Tab');
    const first = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    expect(first).toMatch(/#/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const stops = new Set<string>();
    for (let step = 0; step < 12; step++) {
      const stop = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const style = getComputedStyle(element);
        const seen = Number.parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none';
        return { name: element.outerHTML.slice(0, 120), seen, body: element === document.body };
      });
      if (stop.body) break;
      expect(stop, 'focus is visible').toMatchObject({ seen: true });
      stops.add(stop.name);
      await page.keyboard.press('Tab');
    }
    expect(stops.size).toBeGreaterThan(1);
  });
});
