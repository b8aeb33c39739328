import type { Browser, Page } from 'playwright-core';

/** Milliseconds from the request until the first and the largest part is drawn; layout shift by the browser's own score. */
export type FirstView = { first: number; largest: number; shift: number };

/** How much of the page moved after it was drawn: 0 is nothing. */
export const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        // Entries of the past arrive in a task of their own.
        setTimeout(() => resolve(sum), 50);
      }),
  );

/** A page seen for the first time, by a computer `slowdown` times slower than this one. */
export async function firstView(browser: Browser, url: string, slowdown: number): Promise<FirstView> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(url, { waitUntil: 'networkidle' });
  const drawn = await page.evaluate(
    () =>
      new Promise<{ first: number; largest: number }>((resolve) => {
        let largest = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) largest = entry.startTime;
        }).observe({ type: 'largest-contentful-paint', buffered: true });
        // On a busy machine nothing may be drawn yet when all has come.
        new PerformanceObserver((list) => {
          const [paint] = list.getEntriesByName('first-contentful-paint');
          if (paint) setTimeout(() => resolve({ first: paint.startTime, largest }), 200);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  const shift = await layoutShift(page);
  await context.close();
  return { ...drawn, shift };
}
