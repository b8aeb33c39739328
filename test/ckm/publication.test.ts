import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knownSeed } from '../../data-loaders/ckm/parameters.ts';
import { runPipeline } from '../../data-loaders/pipeline.ts';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { readPrevious } from '../../data-loaders/series/previous.ts';
import { openData } from '../../src/lib/data.ts';
import { extractsOf, makeFolder, SMALL } from '../publish/publication.ts';
import { drawFrom } from '../site/draw.ts';

const FRO = 'hemligt frö som inte får synas';
/** One of each kind that says something of the method, and a page with every figure of a kommun. */
const DRAWN = [
  ...[
    '/index',
    '/skydd',
    '/metod',
    '/datakvalitet',
    '/ordlista',
    '/mal',
    '/betalning',
    '/data',
    '/oppna-data',
    '/hjalp',
  ],
  '/kommun/1281',
  '/delregion/mellersta',
];
let folder: string;
let pages: Map<string, string>;
const site = () => join(folder, 'work');
const text = (file: string) => readFileSync(join(site(), 'data', file), 'utf8');
const rows = (id: string) =>
  Papa.parse<Record<string, string>>(text(`${id}.csv`), { header: true, skipEmptyLines: true }).data;

function profile(ckm: string) {
  const file = join(folder, 'brus.yaml');
  writeFileSync(
    file,
    [
      'namn: Brus',
      'utgar_fran: skane',
      'kommuner: ["1280", "1281"]',
      'rutkarta: [["1281", "1280"]]',
      'delregioner: [{kod: mellersta, namn: Mellersta Skåne, kommuner: ["1281"], fran: 2019-01-01}]',
      `rojandekontroll: {troskel: 5, metod: ckm, ckm: ${ckm}}`,
      '',
    ].join('\n'),
  );
  return readProfile(file);
}

/** A publication in a series, after the one in `mapp`. */
const build = (extracts: Record<string, string>, workDir: string, mapp: string | null) =>
  runPipeline({
    extracts: extractsOf(extracts),
    profile: profile(`{fro: "${FRO}"}`),
    workDir,
    pagesDir: join(workDir, '..', 'pages'),
    series: { mapp, revision: false },
  });

beforeAll(async () => {
  folder = makeFolder();
  mkdirSync(site());
  await build(SMALL, site(), null);
  pages = drawFrom(openData(join(folder, 'pages')), DRAWN);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('files', () => {
  it('hide nothing and keep the contract', () => {
    const found = rows('andel_utskrivningsklardagen');
    expect(new Set(found.map(({ status }) => status))).toEqual(new Set(['visas', 'saknas']));
    expect(Object.keys(found[0]!).join()).toBe(
      'indikator,niva,enhet_id,enhet,periodtyp,period,grupp,kategori,taljare,namnare,antal,varde,nedre,ovre,status,slutlig',
    );
    // Lund's three cases are three in no table, unless the key says so, and the same in all that hold just them.
    const lund = rows('medeldagar_alla').filter(
      (r) => r.periodtyp === 'ar' && r.grupp === 'alla' && ['1281', '12', '1281+sus'].includes(r.enhet_id!),
    );
    expect(lund.length).toBe(3);
    expect(new Set(lund.map(({ namnare, varde }) => `${namnare} ${varde}`)).size).toBe(1);
  });

  it('the manifest says what the noise is, and never the seed', () => {
    const { rojandekontroll } = JSON.parse(text('manifest.json'));
    expect(rojandekontroll).toMatchObject({
      troskel: 5,
      metod: 'ckm',
      ckm: { storst: 5, varians: 3, minsta: 3, froprov: expect.stringMatching(/^[0-9a-f]{4}$/) },
    });
    const catalogue = readFileSync(join(folder, 'pages', 'catalogue.json'), 'utf8');
    for (const content of [text('manifest.json'), catalogue, ...pages.values()])
      expect(content).not.toContain(FRO);
  });

  it('the one who runs the program is told of a seed that everyone has, and of no other', () => {
    expect(knownSeed(profile('{}').rojandekontroll)).toContain('rojandekontroll.ckm.fro');
    expect(knownSeed(profile(`{fro: "${FRO}"}`).rojandekontroll)).toBe('');
    expect(knownSeed(readProfile('skane').rojandekontroll)).toBe('');
  });

  it('a next publication must have the same noise', async () => {
    const message = (ckm: string) =>
      readPrevious(site(), profile(ckm), false).then(
        () => 'none',
        (error: Error) => error.message,
      );
    expect(await message(`{fro: "${FRO}"}`)).toBe('none');
    for (const other of ['{fro: "ett annat"}', `{fro: "${FRO}", varians: 2.5}`])
      expect(await message(other)).toContain('har andra värden under rojandekontroll.ckm');
  });
});

it('a next publication leaves what is final as it was, hides no period that goes on, and counts that anew', async () => {
  const later = 's;t;Lund;SUS;2024-04-02 10:00;2024-04-20 12:00;Hem;ja;1950;somatik\n';
  const next = join(folder, 'nasta', 'work');
  mkdirSync(next, { recursive: true });
  const extracts = { ...SMALL, 'utskrivningar.csv': SMALL['utskrivningar.csv'] + later };
  await build(extracts, next, site());
  const now = readFileSync(join(next, 'data', 'veckodag_utskrivning_alla.csv'), 'utf8').split('\r\n');
  const before = text('veckodag_utskrivning_alla.csv').split('\r\n');
  const final = before.filter((row) => row.endsWith(',visas,1'));
  expect(final.length).toBeGreaterThan(50);
  expect(final.filter((row) => !now.includes(row))).toEqual([]);
  expect(now.filter((row) => row.includes('skyddad'))).toEqual([]);
  const running = (rows: string[]) =>
    rows.filter((row) => row.includes(',region,12,Skåne,ar,') && row.endsWith(',visas,0'));
  expect(running(before).length).toBeGreaterThan(0);
  expect(running(now)).not.toEqual(running(before));
}, 120_000);

describe('pages', () => {
  it('say which method holds, and what they do not hide they do not say is hidden', () => {
    expect(pages.get('/skydd')).toContain('ändrat med ett litet slumpmässigt brus');
    expect(pages.get('/skydd')).toContain('Ändringen är högst 5');
    expect(pages.get('/skydd')).not.toContain('skyddad');
    expect(pages.get('/metod')).toContain('cellnyckelmetoden');
    expect(pages.get('/datakvalitet')).toContain('id="brus-verkan"');
    expect(pages.get('/ordlista')).toContain('Skyddsbrus');
    expect(pages.get('/hjalp')).toContain('Skyddsbrus');
    for (const [path, html] of pages) expect(html, path).not.toMatch(/class="[^"]*\bskyddad\b/);
  });

  it('state beside each key figure and under each table what the noise does', () => {
    const region = pages.get('/index')!;
    const figures = region.match(/<div class="tal"[\s\S]*?<\/div>/g)!;
    const shown = figures.filter((figure) => figure.includes('class="siffra"'));
    expect(shown.length).toBeGreaterThan(0);
    for (const figure of shown)
      expect(figure).toMatch(/±\u00a0[\d,]+ (dagar|procentenheter) av skyddsbruset/);
    expect(pages.get('/kommun/1281')).toContain('<strong>skyddsbrus</strong>: ±\u00a0');
    expect(region).toContain('Talen har skyddsbrus');
  });
});
