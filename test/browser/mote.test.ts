import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { address, allPages, launch } from './pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const delregioner = allPages().filter((page) => /^delregion\/(?!index)/.test(page));

it('compares with the month the reader picks, which stays in the address and goes with the way back', async () => {
  const page = await browser.newPage();
  await page.goto(address('delregion/mellersta.html'));
  const seen = () =>
    page.evaluate(() => ({
      head: document.querySelector('#sedan-kommuner th[data-sedan]')!.textContent,
      titles: [...document.querySelectorAll('figure:has(table.sedan) h3')].map((h) => h.textContent),
      before: [...document.querySelectorAll('table.sedan td:nth-child(2)')].map((td) => [
        td.getAttribute('data-cell'),
        td.textContent?.trim(),
      ]),
      words: [...document.querySelectorAll('table.sedan td.omdome > span')].map((td) => td.textContent),
      search: location.search,
    }));
  const usual = await seen();
  expect(usual).toMatchObject({ head: 'okt 2025', search: '' });
  await page.selectOption('#sedan', '2024-06');
  const chosen = await seen();
  expect(chosen).toMatchObject({ head: 'juni 2024', search: '?sedan=2024-06' });
  expect(chosen.titles.every((title) => title?.includes('juni 2024'))).toBe(true);
  for (const [cell] of chosen.before) expect(cell).toContain('|manad|2024-06-01|');
  // The same figures and words as a page whose own month it is: each is in the tables of all months.
  for (const [cell, value] of chosen.before)
    expect(await page.locator(`table.manader [data-cell="${cell}"]`).textContent()).toContain(value!);
  expect(chosen.words).not.toEqual(usual.words);
  await page.goBack();
  expect(await seen()).toEqual(usual);
  await page.goto(`${address('delregion/mellersta.html')}?sedan=2024-06`);
  expect(await seen()).toEqual(chosen);
  await page.goto(`${address('delregion/mellersta.html')}?sedan=1999-01`);
  expect({ ...(await seen()), search: '' }).toEqual(usual);
  await page.close();
});

it('without a script the choice leads to the tables of all months', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address('delregion/mellersta.html'));
  await page.selectOption('#sedan', '2024-06');
  await page.click('form.sedan button');
  expect(page.url()).toMatch(/\?sedan=2024-06#alla-manader$/);
  expect(await page.locator('#alla-manader table.manader').count()).toBe(2);
  await context.close();
});

describe.each(delregioner)('%s', (kind) => {
  it('prints on two A4 pages with all that the meeting needs', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(address(kind));
    await page.emulateMedia({ media: 'print' });
    const seen = await page.evaluate(() => {
      const visible = (selector: string) =>
        [...document.querySelectorAll(selector)].some((part) => part.getBoundingClientRect().height > 0);
      return {
        needed: [
          '.lagen',
          '.mal-enhet',
          '.rutkarta',
          '.varme.par',
          '.smaserier',
          '#helgtabell',
          'table.sedan',
          '.notis',
        ].filter((part) => !visible(`main ${part}, header ${part}`)),
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

it('prints on two A4 pages with 33 kommuner', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(address('delregion/mellersta.html'));
  const counts = await page.evaluate((kommuner) => {
    const lists = ['.smaserier', '#sedan-kommuner tbody', '.varme.par tbody', '.rutkarta'].map(
      (selector) => document.querySelector(selector)!,
    );
    for (const list of lists) {
      const own = [...list.children];
      for (let i = own.length; i < kommuner; i++) own[0]!.after(own[i % (own.length - 1)]!.cloneNode(true));
    }
    return lists.map((list) => list.children.length);
  }, 33);
  expect(counts).toEqual([33, 33, 33, 33]);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  await page.close();
});

it('prints on two A4 pages where a few cases make every sentence long', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(address('delregion/mellersta.html'));
  const long = await page.evaluate(() => {
    const cells = [...document.querySelectorAll('.lagen tbody td:nth-child(4)')];
    for (const cell of cells)
      cell.textContent =
        'Mellersta Skåne hade 12 fall som väntade i oktober 2026. Få fall, tolkas med försiktighet; ingen bedömning görs. De som väntade från Mellersta Skåne och skrevs ut under tredje kvartalet 2026 hade i genomsnitt väntat 2,47 dagar (79 väntedagar på 32 fall som väntade).';
    return cells.length;
  });
  expect(long).toBe(6);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  await page.close();
});
