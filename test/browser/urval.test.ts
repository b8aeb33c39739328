import { AxeBuilder } from '@axe-core/playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { KEY } from '../../data-loaders/explain/cell.ts';
import { address } from './pages.ts';
import { csvRows, desktopPage, kommuner, LIST, shown, status } from './tools.ts';

const at = desktopPage();
let KOMMUN: string;
beforeAll(() => {
  KOMMUN = `kommun/${kommuner().most}.html`;
});

describe('choosing figures', () => {
  const choose = (name: string, value: string) =>
    at.page.locator(`form.urval [name="${name}"]`).selectOption(value);
  const cells = () =>
    at.page
      .locator('form.urval + div [data-cell]:not([data-falt])')
      .evaluateAll((found) =>
        found.map((cell) => ({ key: cell.getAttribute('data-cell')!, text: cell.textContent!.trim() })),
      );

  /** Every shown value is the published one; a hidden one is the word. */
  async function expectPublished(id: string): Promise<void> {
    const byKey = new Map(csvRows(id).map((row) => [KEY.map((name) => row[name]).join('|'), row]));
    const seen = await cells();
    expect(seen.length).toBeGreaterThan(3);
    for (const { key, text } of seen) {
      const row = byKey.get(key);
      if (row?.status !== 'visas') expect(text, key).toBe(row?.status ?? 'saknas');
      else expect(Math.abs(shown(text) - Number(row.varde)), key).toBeLessThan(0.051);
    }
  }

  it('shows another indicator, group and period of all kommuner, keeps them in the address and goes back', async () => {
    await at.page.goto(address(LIST));
    expect(await at.page.locator('#lista-kommun').isVisible()).toBe(true);
    await choose('indikator', 'aterinskrivning_30d');
    await at.page.waitForURL(/indikator=/);
    await choose('grupp', '80plus');
    await choose('period', 'manad-2025-03-01');
    await at.page.locator('form.urval + div td').first().waitFor();
    expect(new URL(at.page.url()).search).toBe(
      '?indikator=aterinskrivning_30d&grupp=80plus&period=manad-2025-03-01',
    );
    expect(await at.page.locator('#lista-kommun').isVisible()).toBe(false);
    await expectPublished('aterinskrivning_30d');
    expect(await at.page.locator('form.urval + div td.skyddad').count()).toBeGreaterThan(0);
    await at.page.goBack();
    await at.page.waitForFunction(() => !location.search.includes('period'));
    await at.page.getByRole('button', { name: 'Återställ' }).click();
    expect(await at.page.locator('#lista-kommun').isVisible()).toBe(true);
    expect(new URL(at.page.url()).search).toBe('');
  });

  it('opens with what the address says, and links lead on', async () => {
    await at.page.goto(`${address(LIST)}?grupp=65plus`);
    await at.page.locator('form.urval + div td').first().waitFor();
    await expectPublished('medeldagar_alla');
    const href = await at.page.locator('form.urval + div tbody a').first().getAttribute('href');
    expect(href).toMatch(/^\.\.\/kommun\/\d{4}\.html$/);
    expect(await at.page.locator('form.urval [name="grupp"]').inputValue()).toBe('65plus');
    const { violations } = await new AxeBuilder({ page: at.page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
  });

  it('follows one kommun over time, with chart and table that read and save as the page’s own', async () => {
    await at.page.goto(
      `${address(KOMMUN)}?indikator=andel_utskrivningsklardagen&grupp=65plus&period=kvartal`,
    );
    await at.page.locator('form.urval + div td').first().waitFor();
    await expectPublished('andel_utskrivningsklardagen');
    expect(await at.page.locator('#trend-medeldagar_alla').isVisible()).toBe(false);
    await at.page.locator('form.urval + div .diagram').focus();
    await at.page.keyboard.press('End');
    expect(await status(at)).toMatch(
      /^fjärde kvartalet 2026: (skyddad|\d+,\d procent, 95 % intervall .*, antal \d)/,
    );
    expect(await at.page.locator('form.urval + div [data-ladda]').count()).toBe(4);
  });

  it('passes over words in the address that mean nothing', async () => {
    await at.page.goto(`${address(LIST)}?indikator=finns_inte&grupp=%3Cb%3E&period=x`);
    await at.page.waitForLoadState('networkidle');
    expect(await at.page.locator('#lista-kommun').isVisible()).toBe(true);
  });
});
