import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { fileOf, launch, watchFaults } from './pages.ts';

/** A fresh page on a desktop for each test of a file; none may end with a fault in the console. */
export function desktopPage(): { page: Page } {
  let browser: Browser;
  let faults: string[];
  const at = {} as { page: Page };
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    at.page = await context.newPage();
    faults = watchFaults(at.page);
  });
  afterEach(async () => {
    await at.page.context().close();
    expect(faults).toEqual([]);
  });
  return at;
}

/** The list of all kommuner. */
export const LIST = 'kommun/index.html';

/** What a screen reader is told of the reader's own doings. */
export const status = ({ page }: { page: Page }) => page.locator('body > [role="status"]').textContent();

export const csvRows = (file: string) =>
  Papa.parse<Record<string, string>>(readFileSync(fileOf(`data/${file}.csv`), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;

/** The number a cell shows. */
export const shown = (text: string | null): number =>
  Number(
    (text ?? '')
      .replace(/[\s\u00a0]/g, '')
      .replace(',', '.')
      .replace('−', '-'),
  );

/** The kommun with most months shown and the one with fewest of those that have some of both kinds. */
export function kommuner(): { most: string; mixed: string } {
  const shown = new Map<string, number>();
  const hidden = new Map<string, number>();
  for (const { niva, periodtyp, grupp, enhet_id, status } of csvRows('medeldagar_alla'))
    if (niva === 'kommun' && periodtyp === 'manad' && grupp === 'alla') {
      const counts = status === 'visas' ? shown : hidden;
      counts.set(enhet_id!, (counts.get(enhet_id!) ?? 0) + (status === 'saknas' ? 0 : 1));
    }
  const order = [...shown].sort(([, a], [, b]) => b - a).map(([id]) => id);
  const mixed = order.filter((id) => shown.get(id)! > 3 && hidden.get(id));
  return { most: order[0]!, mixed: mixed[0]! };
}
