import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { address, launch, watchFaults } from './pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('leads in one click from a figure to how it is counted, with the command for that figure', async () => {
  const page = await browser.newPage();
  const faults = watchFaults(page);
  await page.goto(address('kommun/1285.html'));
  const cell = await page.locator('#nyckeltal-medeldagar_alla [data-cell]').first().getAttribute('data-cell');
  const shown = await page
    .locator(`[data-cell="${cell}"]`)
    .evaluateAll((found) => [...new Set(found.map((element) => element.textContent!.trim()))]);
  await page
    .locator('#nyckeltal-medeldagar_alla')
    .getByRole('link', { name: 'Så är siffran räknad' })
    .click();
  await page.waitForURL(/sa-raknas\/medeldagar_alla\.html\?siffra=/);
  await page.getByText('Kommandot är ifyllt för siffran som du kom ifrån.').waitFor();
  const from = page.locator('#kom-fran');
  await from.getByRole('link', { name: 'Eslöv' }).waitFor();
  for (const number of shown) expect(await from.innerText()).toContain(number);
  expect(await from.innerText()).toMatch(/^Du kom från Eslöv\. Eslöv, \w+ \d{4}: .*värde /);
  expect(await page.locator('#kommando').innerText()).toMatch(
    new RegExp(`^npm run explain -- --cell "${cell!.replaceAll('|', '\\|')}" --extracts MAPP`),
  );
  await from.getByRole('link', { name: 'Eslöv' }).click();
  await page.waitForURL(/kommun\/1285\.html$/);
  expect(faults).toEqual([]);
  await page.close();
});

it.each([
  'medeldagar_alla|$(rm)|1|ar|2025-01-01|alla|alla',
  'pagaende|kommun|1281|ar|2025-01-01|alla|alla',
  'x" ; y',
])('puts nothing but an address of the indicator into the command: %s', async (given) => {
  const page = await browser.newPage();
  const plain = address('sa-raknas/medeldagar_alla.html');
  await page.goto(plain);
  const example = await page.locator('#kommando').innerText();
  await page.goto(`${plain}?siffra=${encodeURIComponent(given)}`, { waitUntil: 'networkidle' });
  expect(await page.locator('#kommando').innerText()).toBe(example);
  await page.close();
});

it('offers the reviewer the workbook and the manifest, and each query as the program runs it', async () => {
  const page = await browser.newPage();
  await page.goto(address('revision.html'));
  for (const name of ['revisionspaket.xlsx', 'manifest.json']) {
    const href = await page.getByRole('link', { name, exact: true }).getAttribute('href');
    const answer = await page.request.get(new URL(href!, page.url()).href);
    expect(answer.status(), name).toBe(200);
    expect((await answer.body()).length, name).toBeGreaterThan(5000);
  }
  await page.goto(address('sa-raknas/medeldagar_alla.html'));
  const link = page.getByRole('link', { name: '3_indikatorer/medeldagar_alla.sql' }).first();
  const answer = await page.request.get(new URL((await link.getAttribute('href'))!, page.url()).href);
  expect(await answer.text()).toContain('id: medeldagar_alla');
  await page.close();
});
