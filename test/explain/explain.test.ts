import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Katalog } from '../../data-loaders/catalogue-types.ts';
import { main } from '../../data-loaders/commands/main.ts';
import { generateDemo } from '../../data-loaders/demo/generate.ts';
import { seededRandom } from '../../data-loaders/demo/random.ts';
import { KEY } from '../../data-loaders/explain/cell.ts';
import { JUDGED_KEYS, type JudgementFile, judgedAddress } from '../../data-loaders/judged-keys.ts';
import { runPipeline } from '../../data-loaders/pipeline.ts';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { sha256 } from '../../data-loaders/sha256.ts';
import { makeFolder, type Row } from '../publish/publication.ts';

/** A work dir of its own, so that a build going on beside the tests is not waited for. */
vi.mock('../../data-loaders/places.ts', async (original) => {
  const { mkdtempSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const WORK_DIR = mkdtempSync(`${tmpdir()}/explain-`);
  return { ...(await original<object>()), WORK_DIR, makeWorkDir: () => WORK_DIR };
});
afterEach(() => vi.restoreAllMocks());

const folder = makeFolder();
const extracts = join(folder, 'extracts');
const site = join(folder, 'site');
const profile = join(folder, 'prov.yaml');
/** Few units: what is counted is the same, and there is less of it. */
writeFileSync(
  profile,
  `namn: Prov
utgar_fran: skane
kommuner: ["1281", "1285"]
delregioner: [{kod: mellersta, namn: Mellersta, kommuner: ["1281", "1285"], fran: 2019-01-01}]
mal: [{indikator: medeldagar_alla, niva: kommun, enheter: alla, varde: 2, riktning: hogst, namnd: Nämnden, beslutad_av: Nämnden, beslutad: 2024-01-01, fran: 2024-01-01, till: 2024-12-31}]
`,
);
let catalogue: Katalog;
const rowsOf = (id: string): Row[] =>
  Papa.parse<Row>(readFileSync(join(site, 'data', `${id}.csv`), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;

async function run(cell: string) {
  const out: string[] = [];
  const err: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0);
  const code = await main([
    'explain',
    ...['--cell', cell],
    ...['--extracts', extracts],
    ...['--profile', profile],
    ...['--out', site],
  ]);
  vi.restoreAllMocks();
  return { code, out: out.join(''), err: err.join('') };
}

const addressOf = (row: Row): string => KEY.map((column) => row[column]).join('|');

/** What is said of a figure, by term. */
function said(out: string, address: string): Record<string, string> {
  const [, text = ''] = out.split(`${address}\n`);
  const lines = text.split('\n\n')[0]!.split('\n').slice(1);
  return Object.fromEntries(lines.map((line) => line.trim().split(/ {2,}/) as [string, string]));
}

/** The number that a term begins with, as the file writes it. */
const number = (text = ''): string =>
  (/^−?\d+(,\d+)?/.exec(text)?.[0] ?? '').replace('−', '-').replace(',', '.');

/** `count` of the rows, drawn with a fixed seed. */
function draw(rows: Row[], count: number): Row[] {
  const random = seededRandom(20);
  return Array.from({ length: count }, () => rows[Math.floor(random() * rows.length)]!);
}

beforeAll(async () => {
  await generateDemo({
    profile: readProfile(profile),
    out: extracts,
    rows: 600,
    from: '2024-01-01',
    to: '2024-03-31',
  });
  ({ catalogue } = await runPipeline({
    extracts,
    profile: readProfile(profile),
    workDir: site,
    pagesDir: join(folder, 'pages'),
  }));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a figure is counted again', () => {
  let rows: Row[];
  let result: Awaited<ReturnType<typeof run>>;
  let shown: Row[];
  let hidden: Row[];
  let judged: { row: Row; address: string }[];
  beforeAll(async () => {
    rows = catalogue.indikatorer.flatMap(({ id }) => rowsOf(id));
    shown = draw(
      rows.filter(({ status }) => status === 'visas'),
      20,
    );
    hidden = draw(
      rows.filter(({ status, enhet }) => status === 'skyddad' && !enhet!.includes(',')),
      5,
    );
    // A figure of the file is made another: the command must say so.
    const [changed] = hidden;
    const file = join(site, 'data', `${changed!.indikator}.csv`);
    const line = Object.values(changed!).join(',');
    writeFileSync(file, readFileSync(file, 'utf8').replace(line, line.replace('skyddad', 'visas')));
    judged = (Object.keys(JUDGED_KEYS) as JudgementFile[]).flatMap((file) =>
      draw(rowsOf(file), 2).flatMap((row) => (row ? [{ row, address: judgedAddress(file, row) }] : [])),
    );
    const addresses = [...[...shown, ...hidden].map(addressOf), ...judged.map(({ address }) => address)];
    result = await run(addresses.join(' '));
  }, 120_000);

  it('each number of twenty published figures is the one in the file', () => {
    for (const row of shown) {
      const text = said(result.out, addressOf(row));
      const interval = (text.intervall ?? '').split('–');
      expect(
        {
          taljare: number(text.täljare),
          namnare: number(text.nämnare),
          antal: number(text.antal),
          varde: number(text.värde),
          nedre: number(interval[0]),
          ovre: number(interval[1]),
          status: text.status,
          slutlig: text.slutlig?.startsWith('ja') ? '1' : '0',
          publicerat: text.publicerat,
        },
        addressOf(row),
      ).toEqual({
        ...Object.fromEntries(
          ['taljare', 'namnare', 'antal', 'varde', 'nedre', 'ovre', 'status', 'slutlig'].map((name) => [
            name,
            row[name],
          ]),
        ),
        publicerat: 'samma rad i filen',
      });
    }
  });

  it('each column of rows that judge published figures is the one in the file', () => {
    expect(new Set(judged.map(({ address }) => address.split('|')[0]))).toEqual(
      new Set(['betalning', 'bro', 'mal']),
    );
    for (const { row, address } of judged) {
      const { fråga, publicerat, ...text } = said(result.out, address);
      const columns = Object.entries(row).map(([name, value]) => [name, value || '–']);
      expect(text).toEqual(Object.fromEntries(columns));
      expect(publicerat).toBe('samma rad i filen');
      expect(fråga).toMatch(/^queries\/5_bedomning\/\w+\.sql, SHA-256 [0-9a-f]{64}$/);
    }
  });

  it('a hidden figure is said to be hidden, and no number of it is told', () => {
    for (const row of hidden) {
      const text = said(result.out, addressOf(row));
      expect(text.status).toContain('skyddad');
      for (const term of ['täljare', 'nämnare', 'antal', 'värde', 'intervall'])
        expect(number(text[term]), `${addressOf(row)} ${term}`).toBe('');
    }
  });

  it('a file that says something else ends with code 1, naming the figure and the column', () => {
    expect(result.code).toBe(1);
    expect(said(result.out, addressOf(hidden[0]!)).publicerat).toBe('skiljer sig: status');
    expect(result.err).toContain(`är en annan: ${addressOf(hidden[0]!)}.`);
  });

  it('tells definition, query and extracts with their checksums, and the program', () => {
    const { indikator } = shown[0]!;
    const head = catalogue.indikatorer.find(({ id }) => id === indikator)!;
    expect(result.out).toContain(head.definition);
    expect(result.out).toContain(`queries/${head.fil}, SHA-256 ${head.sql_sha256}`);
    for (const { fil, sha256: sum, lasta, anvanda } of catalogue.filer) {
      expect(sum).toBe(sha256(readFileSync(join(extracts, fil))));
      expect(result.out).toContain(`${lasta} rader lästa, ${anvanda} använda`);
      expect(result.out).toContain(`SHA-256 ${sum}`);
    }
    expect(result.out).toContain(`Program ${catalogue.program}, profil `);
  });
});

describe('an address that is none', () => {
  it.each([
    ['', '--cell saknas: ange siffrans adress'],
    ['medeldagar_alla|kommun|1281', 'är inte en siffras adress. Den har 7 delar'],
    ['bro|kommun|1281', 'Den skrivs "bro|niva|enhet_id|periodtyp|period|nr" med radens värden.'],
    [
      'medeldagar_ala|kommun|1281|ar|2024-01-01|alla|alla',
      'indikatorn "medeldagar_ala" finns inte; menade du medeldagar_alla?',
    ],
  ])('%j: code 2 before anything is read', async (cell, message) => {
    const { code, out, err } = await run(cell);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).not.toContain('Läser utdragen');
  });
});
