import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { DuckDBInstance } from '@duckdb/node-api';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { address, fileOf, launch, watchFaults } from './pages.ts';

let browser: Browser;
let page: Page;
let faults: string[];
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  faults = watchFaults(page);
});
afterEach(async () => {
  await page.context().close();
  expect(faults).toEqual([]);
});

const LIST = 'kommun/index.html';
const status = () => page.locator('body > [role="status"]').textContent();
const csvRows = (file: string) =>
  Papa.parse<Record<string, string>>(readFileSync(fileOf(`data/${file}.csv`), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;
const shown = (text: string | null): number =>
  Number(
    (text ?? '')
      .replace(/[\s\u00a0]/g, '')
      .replace(',', '.')
      .replace('−', '-'),
  );

/** The kommun with most months shown and the one with fewest of those that have some of both kinds. */
function kommuner(): { most: string; mixed: string } {
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

let most: string;
let KOMMUN: string;
beforeAll(() => {
  most = kommuner().most;
  KOMMUN = `kommun/${most}.html`;
});

describe('tables that sort', () => {
  const column = (index: number) =>
    page.locator(`#enheter-kommun tbody tr td:nth-of-type(${index})`).allTextContents();

  it('sorts numbers by value, hidden and missing ones last, and back, with the keyboard', async () => {
    await page.goto(address(LIST));
    const original = await page.locator('#enheter-kommun tbody th').allTextContents();
    const head = page.locator('#enheter-kommun thead th').nth(2);
    await head.locator('button').focus();
    for (const [key, order] of [
      ['Enter', 'ascending'],
      ['Space', 'descending'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await head.getAttribute('aria-sort')).toBe(order);
      const texts = await column(2);
      const numbers = texts.filter((text) => /\d/.test(text)).map(shown);
      expect(numbers).toEqual([...numbers].sort((a, b) => (order === 'ascending' ? a - b : b - a)));
      expect(numbers.length).toBeGreaterThan(10);
      const first = texts.findIndex((text) => !/\d/.test(text));
      expect(first < 0 || texts.slice(first).every((text) => !/\d/.test(text))).toBe(true);
      expect(await status()).toMatch(order === 'ascending' ? /stigande/ : /fallande/);
    }
    await page.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBeNull();
    expect(await page.locator('#enheter-kommun tbody th').allTextContents()).toEqual(original);
  });

  it('keeps months in the order of time and a heat table as it is', async () => {
    await page.goto(address(KOMMUN));
    await page.locator('#manader thead th').first().locator('button').click();
    const months = await page.locator('#manader tbody th').allTextContents();
    expect(months.at(-1)).toBe('oktober 2026');
    expect(months[0]).toMatch(/oktober 2025/);
    expect(await page.locator('table.varme thead button').count()).toBe(0);
  });
});

describe('charts that read', () => {
  it('walks the months with the arrow keys, in the words of the table, and moves nothing', async () => {
    await page.goto(address(KOMMUN));
    const chart = page.locator('#trend-medeldagar_alla .diagram');
    await chart.focus();
    const before = await chart.boundingBox();
    await page.keyboard.press('End');
    const last = await status();
    const [month, value] = [
      page.locator('#tabell-trend-medeldagar_alla tbody tr').first().locator('th'),
      page.locator('#tabell-trend-medeldagar_alla tbody tr').first().locator('td').first(),
    ];
    expect(last).toContain(`${await month.textContent()}: ${await value.textContent()}`);
    await page.keyboard.press('ArrowLeft');
    expect(await status()).not.toBe(last);
    const note = chart.locator('.avlasning');
    expect(await note.isVisible()).toBe(true);
    expect(await note.textContent()).toBe(await status());
    expect(await chart.boundingBox()).toEqual(before);
    await page.keyboard.press('Escape');
    expect(await note.isVisible()).toBe(false);
  });

  it('reads the month under the pointer, at its own dot', async () => {
    await page.goto(address(KOMMUN));
    const chart = page.locator('#trend-medeldagar_alla .diagram');
    await chart.scrollIntoViewIfNeeded();
    const dot = await chart.locator('svg.bred .d-oppen, svg.bred .d-punkt circle').last().boundingBox();
    await page.mouse.move(dot!.x + dot!.width / 2, dot!.y + 20);
    const line = await chart.locator('.avlasning-strecket').boundingBox();
    expect(Math.abs(line!.x - (dot!.x + dot!.width / 2))).toBeLessThan(2);
  });

  it('says that a hidden month is hidden and gives it no other word', async () => {
    await page.goto(address(`kommun/${kommuner().mixed}.html`));
    const table = page.locator('#tabell-trend-medeldagar_alla');
    const months = await table.locator('tbody tr').count();
    const at = await table
      .locator('tbody tr')
      .evaluateAll((rows) => rows.findIndex((row) => row.querySelector('.skyddad')));
    expect(at).toBeGreaterThanOrEqual(0);
    await page.locator('#trend-medeldagar_alla .diagram').focus();
    await page.keyboard.press('Home');
    for (let step = 0; step < months - 1 - at; step++) await page.keyboard.press('ArrowRight');
    expect(await status()).toMatch(/^\p{L}+ \d{4}: skyddad$/u);
  });
});

describe('files to save', () => {
  const text = async (download: Download) => readFileSync(await download.path(), 'utf8');
  const save = async (figure: string, type: string): Promise<Download> => {
    const coming = page.waitForEvent('download');
    await page.locator(`${figure} [data-ladda="${type}"]`).first().click();
    return await coming;
  };

  it('saves the table of a figure with headings, notice and source, as a Swedish spreadsheet opens it', async () => {
    await page.goto(address(KOMMUN));
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

  it('saves the chart as an SVG that stands alone, with title, source and notice', async () => {
    await page.goto(address(KOMMUN));
    const svg = await text(await save('#trend-medeldagar_alla', 'svg'));
    for (const part of ['Syntetiska uppgifter', 'Källa:', 'xmlns="http://www.w3.org/2000/svg"', 'stroke:'])
      expect(svg).toContain(part);
    expect(svg).not.toMatch(/class=|var\(|light-dark|<script/);
    const alone = await browser.newPage();
    await alone.setContent(`<body>${svg}</body>`);
    const box = await alone.locator('svg svg path').first().boundingBox();
    expect(box!.width).toBeGreaterThan(100);
    await alone.close();
  });

  it('saves the chart as a PNG in light colours, also from a dark page', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(address(KOMMUN));
    const bytes = readFileSync(await (await save('#trend-medeldagar_alla', 'png')).path());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(2 * (744 + 32));
    const corner = await page.evaluate(
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
    expect(await page.evaluate(() => document.documentElement.dataset.tema ?? '')).toBe('');
  });

  it('has no place in print', async () => {
    await page.goto(address(KOMMUN));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.verktyg:visible').count()).toBe(0);
    expect(await page.locator('#manader thead .sortera').first().isVisible()).toBe(true);
  });
});

describe('choosing figures', () => {
  const choose = (name: string, value: string) =>
    page.locator(`form.urval [name="${name}"]`).selectOption(value);
  const cells = () =>
    page
      .locator('form.urval + div [data-cell]:not([data-falt])')
      .evaluateAll((found) =>
        found.map((cell) => ({ key: cell.getAttribute('data-cell')!, text: cell.textContent!.trim() })),
      );

  /** Every shown value is the published one; a hidden one is the word. */
  async function expectPublished(id: string): Promise<void> {
    const byKey = new Map(
      csvRows(id).map((row) => [
        ['indikator', 'niva', 'enhet_id', 'periodtyp', 'period', 'grupp', 'kategori']
          .map((name) => row[name])
          .join('|'),
        row,
      ]),
    );
    const seen = await cells();
    expect(seen.length).toBeGreaterThan(3);
    for (const { key, text } of seen) {
      const row = byKey.get(key);
      if (row?.status !== 'visas') expect(text, key).toBe(row?.status ?? 'saknas');
      else expect(Math.abs(shown(text) - Number(row.varde)), key).toBeLessThan(0.051);
    }
  }

  it('shows another indicator, group and period of all kommuner, keeps them in the address and goes back', async () => {
    await page.goto(address(LIST));
    expect(await page.locator('#lista-kommun').isVisible()).toBe(true);
    await choose('indikator', 'aterinskrivning_30d');
    await page.waitForURL(/indikator=/);
    await choose('grupp', '80plus');
    await choose('period', 'manad-2025-03-01');
    await page.locator('form.urval + div td').first().waitFor();
    expect(new URL(page.url()).search).toBe(
      '?indikator=aterinskrivning_30d&grupp=80plus&period=manad-2025-03-01',
    );
    expect(await page.locator('#lista-kommun').isVisible()).toBe(false);
    await expectPublished('aterinskrivning_30d');
    expect(await page.locator('form.urval + div td.skyddad').count()).toBeGreaterThan(0);
    await page.goBack();
    await page.waitForFunction(() => !location.search.includes('period'));
    await page.getByRole('button', { name: 'Återställ' }).click();
    expect(await page.locator('#lista-kommun').isVisible()).toBe(true);
    expect(new URL(page.url()).search).toBe('');
  });

  it('opens with what the address says, and links lead on', async () => {
    await page.goto(`${address(LIST)}?grupp=65plus`);
    await page.locator('form.urval + div td').first().waitFor();
    await expectPublished('medeldagar_alla');
    const href = await page.locator('form.urval + div tbody a').first().getAttribute('href');
    expect(href).toMatch(/^\.\.\/kommun\/\d{4}\.html$/);
    expect(await page.locator('form.urval [name="grupp"]').inputValue()).toBe('65plus');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
  });

  it('follows one kommun over time, with chart and table that read and save as the page’s own', async () => {
    await page.goto(`${address(KOMMUN)}?indikator=andel_utskrivningsklardagen&grupp=65plus&period=kvartal`);
    await page.locator('form.urval + div td').first().waitFor();
    await expectPublished('andel_utskrivningsklardagen');
    expect(await page.locator('#trend-medeldagar_alla').isVisible()).toBe(false);
    await page.locator('form.urval + div .diagram').focus();
    await page.keyboard.press('End');
    expect(await status()).toMatch(
      /^fjärde kvartalet 2026: (skyddad|\d+,\d procent, 95 % intervall .*, antal \d)/,
    );
    expect(await page.locator('form.urval + div [data-ladda]').count()).toBe(3);
  });

  it('passes over words in the address that mean nothing, and says so where there is no figure', async () => {
    await page.goto(`${address(LIST)}?indikator=finns_inte&grupp=%3Cb%3E&period=x`);
    await page.waitForLoadState('networkidle');
    expect(await page.locator('#lista-kommun').isVisible()).toBe(true);
  });
});

describe('open data', () => {
  const page_ = () => readFileSync(join(import.meta.dirname, '../../src/oppna-data.md'), 'utf8');
  const example = (language: string): string =>
    new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(page_())![1]!;
  const data = () => fileOf('data');

  /** Kommuner by mean of the latest whole year, as the examples say. */
  function expected(): number[][] {
    const rows = csvRows('medeldagar_alla').filter(
      (row) =>
        row.niva === 'kommun' &&
        row.periodtyp === 'ar' &&
        row.grupp === 'alla' &&
        row.status === 'visas' &&
        row.slutlig === '1',
    );
    const latest = rows
      .map(({ period }) => period!)
      .sort()
      .at(-1);
    return rows
      .filter(({ period }) => period === latest)
      .map((row) => [row.enhet_id, row.varde, row.antal].map(Number))
      .sort((a, b) => a[1]! - b[1]! || a[0]! - b[0]!);
  }
  const rounded = (rows: number[][]) => rows.map(([id, value, n]) => [id, value!.toFixed(3), n]);
  const numbers = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number))
      .filter((row) => row.length === 3 && !row.some(Number.isNaN));

  it('the example for DuckDB gives the published figures', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const sql = example('duckdb').replace(
      "'medeldagar_alla.parquet'",
      `'${data().replaceAll("'", "''")}/medeldagar_alla.parquet'`,
    );
    const rows = (await (await connection.run(sql)).getRows()).map((row) => row.map(Number));
    expect(rounded(rows)).toEqual(rounded(expected()));
    expect(rows.length).toBeGreaterThan(10);
  });

  it.each([
    ['python', 'python3', (code: string) => ['-c', code]],
    ['r', 'Rscript', (code: string) => ['-e', `options(digits = 10)\n${code}`]],
  ])('the example for %s gives the same', (language, program, args) => {
    let output: string;
    try {
      output = execFileSync(program, args(example(language)), {
        cwd: data(),
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C.UTF-8' },
      });
    } catch (error) {
      // The tool is not on every computer; where it is, the example must run.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      throw error;
    }
    expect(rounded(numbers(output))).toEqual(rounded(expected()));
  });

  it('the workbooks say that the figures are made up', async () => {
    const book = await readXlsx(readFileSync(fileOf('data/medeldagar_alla.xlsx')));
    expect(book.sheets[0]!.name).toBe('Syntetiska uppgifter');
    expect(book.sheets[1]!.rows[0]![0]).toBe('Syntetiska uppgifter');
  });

  it('copies an example', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(address('oppna-data.html'));
    await page.getByRole('button', { name: 'Kopiera exemplet' }).nth(1).click();
    await expect.poll(status).toBe('Exemplet är kopierat.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('csv.DictReader');
  });
});
