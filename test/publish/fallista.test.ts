import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../data-loaders/commands/main.ts';
import { PROJECT } from '../../data-loaders/places.ts';
import { extractsOf, makeFolder, type Row } from './publication.ts';

afterEach(() => vi.restoreAllMocks());

/** A work dir of its own, so that a build going on beside the tests is not waited for. */
vi.mock('../../data-loaders/places.ts', async (original) => {
  const { mkdtempSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const WORK_DIR = mkdtempSync(`${tmpdir()}/fallista-`);
  return { ...(await original<object>()), WORK_DIR, makeWorkDir: () => WORK_DIR };
});

const STAYS = `vardtillfalle_id;patient_id;kommun;vardgivare;inskrivning;utskrivning;utskriven_till;vardform;fodelsear
=A1;P1;Lund;SUS;2024-02-20;2024-03-01;Hem;somatik;1940
A2;P2;Lund;SUS;2024-03-01;2024-03-08;Korttid;somatik;1990
A3;P1;Lund;TBG;2024-03-10;2024-03-15;Hem;somatik;1940
A4;P3;Eslöv;SUS;2024-03-01;2024-03-08;Hem;somatik;1950
A5;P4;Lund;SUS;2024-03-20;2024-04-02;Hem;somatik;1950
`;
const NOTICES = `vardtillfalle_id;kommun;utskrivningsklar
=A1;Lund;2024-03-01
A2;Lund;2024-03-05
A3;Lund;2024-03-14
A4;Eslöv;2024-03-07
A5;Lund;2024-04-01
`;
const extracts = extractsOf({ 'utskrivningar.csv': STAYS, 'utskrivningsklar.csv': NOTICES });

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0);
  const code = await main(['cases', '--extracts', extracts, ...args]);
  vi.restoreAllMocks();
  return { code, out: out.join(''), err: err.join('') };
}

/** The list of a figure of Lund, March 2024 unless said otherwise. */
async function list(...args: string[]) {
  const file = join(makeFolder(), 'lista.csv');
  const base = ['--kommun', 'Lund', '--period', '2024-03', '--out', file];
  const result = await run(...base, ...args);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const rows = Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
  return { ...result, file, text, rows };
}

describe('a list', () => {
  it('has a row per case of the figure, with the numbers that add up to it, for its owner only', async () => {
    const { code, out, err, file, rows } = await list('--indikator', 'medeldagar_alla');
    expect({ code, err: err.includes('fel') }).toEqual({ code: 0, err: false });
    expect(out).toBe(
      `3 rader bakom medeldagar_alla, 1281, 2024-03, står i ${file}.\n` +
        'Filen visar enskilda vårdtillfällen och kan bara läsas av dig. Den får inte publiceras.\n',
    );
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(rows).toMatchObject([
      { Vårdtillfälle: "'=A1", Rad: '2', Väntedagar: '0', 'I täljaren': 'nej', Täljare: '0', Nämnare: '1' },
      { Vårdtillfälle: 'A2', Utskrivningsklar: '2024-03-05', Väntedagar: '3', Täljare: '3', Nämnare: '1' },
      { Vårdtillfälle: 'A3', 'Utskriven till': 'ordinart_boende', Väntedagar: '1', Täljare: '1' },
    ]);
    // Who is the same is told without an id.
    expect(rows.map((row) => row['Patient i listan'])).toEqual(
      rows[0]!['Patient i listan'] === '1' ? ['1', '2', '1'] : ['2', '1', '2'],
    );
  });

  it('shows no patient id, and with a key no stay id either', async () => {
    const key = join(makeFolder(), 'nyckel');
    writeFileSync(key, 'k'.repeat(40), { mode: 0o600 });
    const plain = await list('--indikator', 'medeldagar_skr');
    expect(plain.text).not.toMatch(/P[1-4]/);
    const { code, text, rows } = await list('--indikator', 'medeldagar_skr', '--pseudonymize', key);
    expect(code).toBe(0);
    expect(text).not.toMatch(/A[1-5]|P[1-4]/);
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row.Vårdtillfälle).toMatch(/^[0-9a-f]{24}$/);
  });

  it('has each case at its own category, or the whole denominator of one', async () => {
    const all = await list('--indikator', 'veckodag_utskrivning', '--period', '2024');
    expect(all.rows.map((row) => [row.Vårdtillfälle, row.Kategori])).toEqual([
      ["'=A1", '5'],
      ['A2', '5'],
      ['A3', '5'],
      ['A5', '2'],
    ]);
    const friday = await list('--indikator', 'veckodag_utskrivning', '--period', '2024', '--kategori', '5');
    expect(friday.rows.map((row) => row['I täljaren'])).toEqual(['ja', 'ja', 'ja', 'nej']);
  });

  it('can be of a group, of a vårdgivare, of a kommun there, of a delregion', async () => {
    const ids = async (...args: string[]) =>
      (await list('--indikator', 'medeldagar_alla', ...args)).rows.map((row) => row.Vårdtillfälle);
    expect(await ids('--grupp', '80plus')).toEqual(["'=A1", 'A3']);
    expect(await ids('--vardgivare', 'TBG', '--period', '2024')).toEqual(['A3']);
    const file = join(makeFolder(), 'lista.csv');
    const asked = ['--indikator', 'medeldagar_alla', '--period', '2024-Q1', '--out', file];
    expect((await run(...asked, '--vardgivare', 'sus')).out).toMatch(
      /^3 rader bakom medeldagar_alla, sus, 2024-Q1/,
    );
    expect((await run(...asked, '--delregion', 'mellersta')).out).toMatch(/^4 rader .*, mellersta, /);
  });
});

describe('nothing is written', () => {
  it.each([
    [
      ['--period', '2024-13'],
      /^--period "2024-13" finns inte; menade du 2024-0\d\? medeldagar_alla räknas för kommuner per månad/m,
    ],
    [['--indikator', 'medeldagar'], /^--indikator "medeldagar" finns inte; menade du medeldagar_alla\?$/m],
    [['--kommun', 'Lundh'], /^--kommun "Lundh" finns inte; menade du Lund\?$/m],
    [
      ['--vardgivare', 'SUSS'],
      /^--vardgivare "SUSS" finns inte bland utdragens vårdgivare; menade du sus\?$/m,
    ],
    [['--grupp', '65-plus2'], /^--grupp "65-plus2" finns inte; menade du 65plus\?$/m],
    [['--kategori', '8'], /^--kategori "8" finns inte i medeldagar_alla\. Det finns: alla\.$/m],
    [['--delregion', 'mellersta'], /^--delregion går inte att ange tillsammans med --kommun/m],
    [
      ['--indikator', 'veckodag_matris'],
      /^--period "2024-03" finns inte; menade du 2024\? veckodag_matris räknas för kommuner per halvår och år\./m,
    ],
  ])('for wrong usage %j: exit code 2', async (args, message) => {
    const { code, err, file } = await list('--indikator', 'medeldagar_alla', ...args);
    expect(err).toMatch(message);
    expect(code).toBe(2);
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    [['--period', '2024', '--kommun', 'Lund', '--out', 'x'], '--indikator saknas'],
    [['--indikator', 'medeldagar_alla', '--kommun', 'Lund', '--out', 'x'], '--period saknas'],
    [['--indikator', 'medeldagar_alla', '--period', '2024', '--out', 'x'], '--kommun saknas'],
    [['--indikator', 'medeldagar_alla', '--period', '2024', '--kommun', 'Lund'], '--out saknas'],
  ])('without %j', async (args, message) => {
    const { code, err } = await run(...args);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });

  it('for a figure that the extracts lack a column for: exit code 1', async () => {
    const { code, err, text } = await list('--indikator', 'aterinskrivning_30d');
    expect(err).toContain(
      'Indikatorn aterinskrivning_30d är avstängd: kolumnen oplanerad eller planerad levererades inte.',
    );
    expect({ code, text }).toEqual({ code: 1, text: '' });
  });

  it('where it could be published, read as an extract or take the place of something else', async () => {
    const site = makeFolder();
    mkdirSync(join(site, 'data', 'djupt'), { recursive: true });
    writeFileSync(join(site, 'data', 'manifest.json'), '{"program": "1", "indikatorer": []}');
    const own = join(makeFolder(), 'viktigt.csv');
    writeFileSync(own, 'mina egna anteckningar');
    for (const [place, message] of [
      [join(site, 'lista.csv'), 'ligger i webbplatsen'],
      [join(site, 'data', 'djupt', 'lista.csv'), 'ligger i webbplatsen'],
      [join(PROJECT, 'dist', '..', 'src', 'lista.csv'), 'ligger i mappen med sidorna'],
      [join(extracts, 'vardtillfallen.csv'), 'ligger i mappen med utdrag'],
      [makeFolder(), 'är en mapp'],
      [join(site, 'finns', 'inte.csv'), 'finns inte'],
      [own, 'finns redan och är ingen fallista'],
    ] as const) {
      const { code, err } = await run(
        ...['--indikator', 'medeldagar_alla', '--kommun', 'Lund', '--period', '2024', '--out', place],
      );
      expect(err, place).toContain(message);
      expect(code, place).toBe(2);
    }
    expect(readFileSync(own, 'utf8')).toBe('mina egna anteckningar');
  });
});
