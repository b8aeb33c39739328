import { beforeAll, describe, expect, it } from 'vitest';
import { address } from './pages.ts';
import { desktopPage, kommuner, LIST, shown, status } from './tools.ts';

const at = desktopPage();
let KOMMUN: string;
beforeAll(() => {
  KOMMUN = `kommun/${kommuner().most}.html`;
});

describe('tables that sort', () => {
  const column = (index: number) =>
    at.page.locator(`#enheter-kommun tbody tr td:nth-of-type(${index})`).allTextContents();

  it('sorts numbers by value, hidden and missing ones last, and back, with the keyboard', async () => {
    await at.page.goto(address(LIST));
    const original = await at.page.locator('#enheter-kommun tbody th').allTextContents();
    const head = at.page.locator('#enheter-kommun thead th').nth(2);
    await head.locator('button').focus();
    for (const [key, order] of [
      ['Enter', 'ascending'],
      ['Space', 'descending'],
    ] as const) {
      await at.page.keyboard.press(key);
      expect(await head.getAttribute('aria-sort')).toBe(order);
      const texts = await column(2);
      const numbers = texts.filter((text) => /\d/.test(text)).map(shown);
      expect(numbers).toEqual([...numbers].sort((a, b) => (order === 'ascending' ? a - b : b - a)));
      expect(numbers.length).toBeGreaterThan(10);
      const first = texts.findIndex((text) => !/\d/.test(text));
      expect(first < 0 || texts.slice(first).every((text) => !/\d/.test(text))).toBe(true);
      expect(await status(at)).toMatch(order === 'ascending' ? /stigande/ : /fallande/);
    }
    await at.page.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBeNull();
    expect(await at.page.locator('#enheter-kommun tbody th').allTextContents()).toEqual(original);
  });

  it('keeps months in the order of time and a heat table as it is', async () => {
    await at.page.goto(address(KOMMUN));
    await at.page.locator('#manader thead th').first().locator('button').click();
    const months = await at.page.locator('#manader tbody th').allTextContents();
    expect(months.at(-1)).toBe('oktober 2026');
    expect(months[0]).toMatch(/oktober 2025/);
    expect(await at.page.locator('table.varme thead button').count()).toBe(0);
  });
});

describe('charts that read', () => {
  it('walks the months with the arrow keys, in the words of the table, and moves nothing', async () => {
    await at.page.goto(address(KOMMUN));
    const chart = at.page.locator('#trend-medeldagar_alla .diagram');
    await at.page.keyboard.press('Tab');
    await chart.focus();
    expect(await chart.locator('.avlasning').textContent()).toContain('högerpil');
    const before = await chart.boundingBox();
    await at.page.keyboard.press('End');
    const last = await status(at);
    const [month, value] = [
      at.page.locator('#tabell-trend-medeldagar_alla tbody tr').first().locator('th'),
      at.page.locator('#tabell-trend-medeldagar_alla tbody tr').first().locator('td').first(),
    ];
    expect(last).toContain(`${await month.textContent()}: ${await value.textContent()}`);
    await at.page.keyboard.press('ArrowLeft');
    expect(await status(at)).not.toBe(last);
    const note = chart.locator('.avlasning');
    expect(await note.isVisible()).toBe(true);
    expect(await note.textContent()).toBe(await status(at));
    expect(await chart.boundingBox()).toEqual(before);
    await at.page.keyboard.press('Escape');
    expect(await note.isVisible()).toBe(false);
  });

  it('reads the month under the pointer, at its own dot', async () => {
    await at.page.goto(address(KOMMUN));
    const chart = at.page.locator('#trend-medeldagar_alla .diagram');
    await chart.scrollIntoViewIfNeeded();
    const dot = await chart.locator('svg.bred .d-oppen, svg.bred .d-punkt circle').last().boundingBox();
    await at.page.mouse.move(dot!.x + dot!.width / 2, dot!.y + 20);
    const line = await chart.locator('.avlasning-strecket').boundingBox();
    expect(Math.abs(line!.x - (dot!.x + dot!.width / 2))).toBeLessThan(2);
  });

  it('says that a hidden month is hidden and gives it no other word', async () => {
    await at.page.goto(address(`kommun/${kommuner().mixed}.html`));
    const table = at.page.locator('#tabell-trend-medeldagar_alla');
    const months = await table.locator('tbody tr').count();
    const hidden = await table
      .locator('tbody tr')
      .evaluateAll((rows) => rows.findIndex((row) => row.querySelector('.skyddad')));
    expect(hidden).toBeGreaterThanOrEqual(0);
    await at.page.locator('#trend-medeldagar_alla .diagram').focus();
    await at.page.keyboard.press('Home');
    for (let step = 0; step < months - 1 - hidden; step++) await at.page.keyboard.press('ArrowRight');
    expect(await status(at)).toMatch(/^\p{L}+ \d{4}: skyddad$/u);
  });
});
