import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { chromiumArgs } from './chromium.ts';
import { serve } from './server.ts';

/** What would run, load, break a table, a chart or a page's text if any of it were taken for more than text. */
const hostile = (field: string): string =>
  `=${field}"><img src=x onerror="window.intrang='${field}'"><script>window.intrang='${field}'</script>` +
  `<svg onload="window.intrang=1">[a](javascript:window.intrang=1) {lan} **b** \`c\` </td></table></textarea> ::figur & 'd' -->`;

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const line = (...cells: string[]) => `${cells.join(';')}\n`;

function writeExtracts(folder: string): void {
  const stays = Array.from({ length: 40 }, (_, n) => {
    const day = String(1 + (n % 25)).padStart(2, '0');
    const late = String(3 + (n % 25)).padStart(2, '0');
    return line(
      `V${n}`,
      `P${n % 30}`,
      n % 2 ? 'Lund' : 'Eslöv',
      quoted(hostile('vardgivare')),
      quoted(hostile('sjukhus')),
      quoted(hostile('klinik')),
      `2024-0${1 + (n % 6)}-${day}`,
      `2024-0${1 + (n % 6)}-${late}`,
      quoted(hostile('utskriven_till')),
      n % 3 ? 'ja' : 'nej',
      quoted(hostile('fritext')),
    );
  });
  const notices = Array.from({ length: 40 }, (_, n) =>
    line(
      `V${n}`,
      n % 2 ? 'Lund' : 'Eslöv',
      `2024-0${1 + (n % 6)}-${String(2 + (n % 25)).padStart(2, '0')}`,
      ...['process', 'behov', 'orsak'].map((field) => quoted(hostile(field))),
    ),
  );
  const refused = line('V99', 'P99', quoted(hostile('kommun')), 'SUS', '', '', '2024-01-01', '', '', '', '');
  writeFileSync(
    join(folder, `utskrivningar <img src=x onerror=window.intrang=1> ' & "x".csv`),
    `vardtillfalle_id;patient_id;kommun;vardgivare;sjukhus;klinik;inskrivning;utskrivning;utskriven_till;oplanerad;${quoted('Fri <b onclick=window.intrang=1>text')}\n${stays.join('')}${refused}`,
  );
  writeFileSync(
    join(folder, 'utskrivningsklar.csv'),
    `vardtillfalle_id;kommun;utskrivningsklar;process;behov;orsak\n${notices.join('')}`,
  );
  writeFileSync(
    join(folder, 'jamforelse.csv'),
    `indikator;niva;enhet;period;varde;antal;kalla\n${['indikator', 'niva', 'enhet']
      .map((_, n) =>
        line(
          n === 0 ? quoted(hostile('indikator')) : 'aterinlaggning_qlik',
          quoted(hostile('niva')),
          quoted(hostile('enhet')),
          `2024-0${n + 1}`,
          '1,5',
          '10',
          quoted(hostile('kalla')),
        ),
      )
      .join('')}`,
  );
  writeFileSync(
    join(folder, 'aktiviteter.csv'),
    `kommun;start;rubrik;status\nLund;2024-03-01;${quoted(hostile('rubrik'))};genomförd\n`,
  );
  writeFileSync(
    join(folder, '..', 'profil.yaml'),
    JSON.stringify({
      namn: hostile('profil'),
      utgar_fran: 'skane',
      region: { namn: hostile('region') },
      kommuner: ['1281', '1285'],
      delregioner: [
        { kod: 'mellersta', namn: hostile('delregion'), fran: '2018-01-01', kommuner: ['1281', '1285'] },
      ],
      vardgivare: [{ kod: 'sus', namn: hostile('vg_profil') }],
      rojandekontroll: { troskel: 1 },
      kontakt: hostile('kontakt'),
      tillganglighet: {
        ansvarig: hostile('ansvarig'),
        granskare: hostile('granskare'),
        bedomd: '2024-03-01',
        brister: [{ vad: hostile('brist'), skal: 'undantag', atgard: hostile('atgard') }],
      },
      kallsystem: hostile('kallsystem'),
      betalningsmodell: {
        namn: hostile('modell'),
        kalla: hostile('modellkalla'),
        obekraftat: [hostile('obekraftat')],
      },
      mal: [
        {
          indikator: 'medeldagar_alla',
          niva: 'kommun',
          enheter: 'alla',
          varde: 1,
          riktning: 'hogst',
          beslutad_av: hostile('beslutad_av'),
          fran: '2024-01-01',
        },
      ],
      aktiviteter: [{ kommun: '1285', start: '2024-02-01', rubrik: hostile('aktivitet') }],
    }),
  );
}

let folder: string;
let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fientlig-'));
  const extracts = join(folder, 'utdrag');
  mkdirSync(extracts);
  writeExtracts(extracts);
  const options = [
    '--extracts',
    extracts,
    '--profile',
    join(folder, 'profil.yaml'),
    '--out',
    join(folder, 'site'),
  ];
  execFileSync('npx', ['tsx', 'data-loaders/cli.ts', 'build', ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  server = await serve(join(folder, 'site'), '/');
  browser = await chromium.launch({ executablePath: inject('chromium'), args: chromiumArgs });
}, 300_000);
afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

it('names and texts from extracts and the profile are text on every page', async () => {
  const pages = readdirSync(join(folder, 'site'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
  expect(pages.length).toBeGreaterThan(12);
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('dialog', (dialog) => faults.push(`dialog: ${dialog.message()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(server.origin) && !request.url().startsWith('data:'))
      faults.push(request.url());
    if (request.url().endsWith('/x')) faults.push(`loaded: ${request.url()}`);
  });
  let shown = '';
  for (const file of pages) {
    await page.goto(server.origin + file, { waitUntil: 'networkidle' });
    const seen = await page.evaluate(() => ({
      ran: (globalThis as { intrang?: unknown }).intrang ?? null,
      images: document.querySelectorAll('img[src="x"], svg[onload], [onclick]').length,
      scripts: [...document.scripts].filter((script) => script.textContent !== '').length,
      links: document.querySelectorAll('a[href^="javascript"]').length,
      text: document.documentElement.outerHTML.length > 0 ? document.body.textContent : '',
    }));
    expect({ ...seen, text: '' }, file).toEqual({ ran: null, images: 0, scripts: 0, links: 0, text: '' });
    shown += seen.text;
  }
  expect(faults).toEqual([]);
  for (const field of [
    'vardgivare',
    'delregion',
    'region',
    'rubrik',
    'aktivitet',
    'kalla',
    'enhet',
    'kontakt',
    'ansvarig',
    'granskare',
    'brist',
    'atgard',
  ])
    expect(shown, field).toContain(`=${field}"><img src=x onerror="window.intrang='${field}'">`);
});
