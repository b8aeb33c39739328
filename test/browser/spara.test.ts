import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import type { Download } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { address } from './pages.ts';
import { csvRows, desktopPage, kommuner } from './tools.ts';

const at = desktopPage();
let most: string;
let KOMMUN: string;
beforeAll(() => {
  most = kommuner().most;
  KOMMUN = `kommun/${most}.html`;
});

describe('files to save', () => {
  const text = async (download: Download) => readFileSync(await download.path(), 'utf8');
  const save = async (figure: string, type: string): Promise<Download> => {
    const coming = at.page.waitForEvent('download');
    await at.page.locator(`${figure} [data-ladda="${type}"]`).first().click();
    return await coming;
  };

  it('saves the table of a figure with headings, notice and source, as a Swedish spreadsheet opens it', async () => {
    await at.page.goto(address(KOMMUN));
    const file = await save('#trend-medeldagar_alla', 'csv');
    expect(file.suggestedFilename()).toMatch(/^[a-z0-9-]+\.csv$/);
    const saved = await text(file);
    expect(saved.startsWith('\ufeff')).toBe(true);
    const rows = Papa.parse<string[]>(saved.slice(1), { delimiter: ';' }).data;
    expect(rows[0]![0]).toBe('Månad');
    const published = csvRows('medeldagar_alla').find(
      (row) =>
        row.enhet_id === most &&
        row.periodtyp === 'manad' &&
        row.period === '2026-09-01' &&
        row.grupp === 'alla',
    )!;
    const september = rows.find(([month]) => month === 'september 2026')!;
    expect(Number(september[1]!.replace(',', '.'))).toBeCloseTo(Number(published.varde), 2);
    expect(saved).toContain('Syntetiska uppgifter');
    expect(saved).toContain('Källa: ');
    expect(saved).not.toMatch(/[\u00a0\u2212]/);
  });

  it('saves the table for Excel: numbers are numbers, words words, with headings, notice and source', async () => {
    await at.page.goto(address(KOMMUN));
    // What a spreadsheet would take for a formula is a text there.
    await at.page
      .locator('#tabell-trend-medeldagar_alla tbody th')
      .last()
      .evaluate((cell) => {
        cell.textContent = '=1+1';
      });
    const file = await save('#trend-medeldagar_alla', 'xlsx');
    expect(file.suggestedFilename()).toMatch(/^[a-z0-9-]+\.xlsx$/);
    const [sheet, ...others] = (await readXlsx(readFileSync(await file.path()))).sheets;
    expect(others).toEqual([]);
    expect(sheet!.name).toBe('Syntetiska uppgifter');
    const rows = sheet!.rows;
    expect(rows.flat()).toContain('Syntetiska uppgifter. Alla vårdtillfällen är påhittade.');
    expect(rows.map(([first]) => first)).toContain('Månad');
    expect(rows.flat()).toContain('=1+1');
    expect(rows.some(([first]) => String(first ?? '').includes('Källa: '))).toBe(true);
    for (const published of csvRows('medeldagar_alla').filter(
      (row) =>
        row.enhet_id === most && row.periodtyp === 'manad' && row.grupp === 'alla' && row.period! > '2026',
    )) {
      const cell = await at.page
        .locator(`#tabell-trend-medeldagar_alla td[data-cell$="|${published.period}|alla|alla"]`)
        .first()
        .locator('xpath=..')
        .locator('th')
        .textContent();
      const row = rows.find(([month]) => month === cell!.replace(/\s+/g, ' ').trim())!;
      if (published.status === 'visas') expect(row[1]).toBeCloseTo(Number(published.varde), 2);
      else expect(row[1]).toBe(published.status);
    }
  });

  it('saves small charts together, each with its name, value and verdict', async () => {
    await at.page.goto(address('delregion/mellersta.html'));
    const figure = 'figure:has(.smaserier)';
    const items = await at.page.locator(`${figure} .smaserier > li`).count();
    const svg = await text(await save(figure, 'svg'));
    expect(svg.match(/<svg [^>]*viewBox/g)).toHaveLength(items + 1);
    const names = await at.page.locator(`${figure} .litet-namn a`).allTextContents();
    expect(names.length).toBe(items);
    for (const part of [...names, 'Syntetiska uppgifter', 'Källa:']) expect(svg).toContain(`>${part}`);
    expect(svg).not.toMatch(/class=|var\(|light-dark|data-cell/);
  });

  it('saves the chart as an SVG that stands alone, with title, source and notice', async () => {
    await at.page.goto(address(KOMMUN));
    const svg = await text(await save('#trend-medeldagar_alla', 'svg'));
    for (const part of ['Syntetiska uppgifter', 'Källa:', 'xmlns="http://www.w3.org/2000/svg"', 'stroke:'])
      expect(svg).toContain(part);
    expect(svg).not.toMatch(/class=|var\(|light-dark|<script/);
    const alone = await at.page.context().newPage();
    await alone.setContent(`<body>${svg}</body>`);
    const box = await alone.locator('svg svg path').first().boundingBox();
    expect(box!.width).toBeGreaterThan(100);
    await alone.close();
  });

  it('saves the chart as a PNG in light colours, also from a dark page', async () => {
    await at.page.emulateMedia({ colorScheme: 'dark' });
    await at.page.goto(address(KOMMUN));
    const bytes = readFileSync(await (await save('#trend-medeldagar_alla', 'png')).path());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(2 * (744 + 32));
    const corner = await at.page.evaluate(
      async (url) => {
        const image = new Image();
        image.src = url;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.getContext('2d')!.drawImage(image, 0, 0);
        return [...canvas.getContext('2d')!.getImageData(0, 0, 1, 1).data];
      },
      `data:image/png;base64,${bytes.toString('base64')}`,
    );
    expect(corner).toEqual([255, 255, 255, 255]);
    expect(await at.page.evaluate(() => document.documentElement.dataset.tema ?? '')).toBe('');
  });

  it('has no place in print', async () => {
    await at.page.goto(address(KOMMUN));
    await at.page.emulateMedia({ media: 'print' });
    expect(await at.page.locator('.verktyg:visible').count()).toBe(0);
    expect(await at.page.locator('#manader thead .sortera').first().isVisible()).toBe(true);
  });
});
