import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateDemo } from '../../data-loaders/demo/generate.ts';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { accessFaults } from './axe.ts';
import { figureFaults, ofFigures } from './figures.ts';
import { launch, watchFaults } from './pages.ts';
import { type SmallSite, smallSite } from './small-site.ts';

/** Two kommuner of which no figure is hidden and every count has noise. */
const PROFILE = {
  namn: 'Brus',
  utgar_fran: 'skane',
  kommuner: ['1281', '1285'],
  delregioner: [{ kod: 'mellersta', namn: 'Mellersta', fran: '2018-01-01', kommuner: ['1281', '1285'] }],
  rojandekontroll: { metod: 'ckm', ckm: { fro: 'ett frö för prov' } },
};
/** Where the method changes what a page is made of; the other site has every kind. */
const OF_THE_METHOD = [
  'index.html',
  'datakvalitet.html',
  'jamforelse.html',
  'metod.html',
  'skydd.html',
  'kommun/1285.html',
  'delregion/mellersta.html',
  'vardgivare/sus.html',
  'kartlaggning/1285.html',
  'rapport/index.html',
];

let site: SmallSite;
let browser: Browser;
beforeAll(async () => {
  site = await smallSite(PROFILE, async (out, file) => {
    const profile = readProfile(file);
    await generateDemo({ profile, out, rows: 1200, from: '2024-10-01', to: '2026-03-31' });
  });
  browser = await launch();
}, 300_000);
afterAll(async () => {
  await browser.close();
  await site.close();
});

it('every figure on a page is the published one', () => {
  const { faults, counts } = figureFaults(site.folder);
  expect(faults.slice(0, 20)).toEqual([]);
  for (const [page, count] of [...counts].filter(([name]) => ofFigures(name)))
    expect(count, page).toBeGreaterThan(10);
});

it.each(OF_THE_METHOD.map((page, nr) => ({ page, width: nr % 2 ? 320 : 1280 })))(
  '$page has no axe violation at $width px, light or dark, and no fault while it loads',
  async ({ page: path, width }) => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: 'light' });
    const faults = watchFaults(page, site.origin);
    await page.goto(site.origin + path);
    expect(await accessFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.close();
  },
);
