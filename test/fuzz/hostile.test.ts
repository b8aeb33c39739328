import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DataError } from '../../data-loaders/errors.ts';
import { matchHeadings } from '../../data-loaders/extracts/headings.ts';
import { readRows } from '../../data-loaders/pipeline.ts';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { type Database, openDatabase } from '../../data-loaders/sql.ts';
import { extractsOf, type Publication, publication, SMALL } from '../publish/publication.ts';

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe('the database after loading', () => {
  let database: Database;
  let home: string;
  const inside = (name: string) => join(home, 'arbete', name);

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'fientlig-'));
    mkdirSync(inside('.'));
    writeFileSync(join(home, 'hemlig.csv'), 'a\n1\n');
    database = await openDatabase(':memory:');
    const extracts = extractsOf(SMALL);
    await readRows(database.connection, { extracts, profile: readProfile('skane'), workDir: inside('.') });
  });
  afterAll(() => {
    database.close();
    rmSync(home, { recursive: true, force: true });
  });

  it.each([
    ['reads no file', () => `from read_csv('${home}/hemlig.csv')`],
    ['reads no text', () => `from read_text('${home}/hemlig.csv')`],
    ['reads no file by its name alone', () => `from '${home}/hemlig.csv'`],
    ['lists no folder', () => `from glob('${home}/*')`],
    ['reads no file by a way round', () => `from read_csv('${inside('../hemlig.csv')}')`],
    ['writes no file', () => `copy (select 1) to '${home}/ny.csv'`],
    ['writes no file by a way round', () => `copy (select 1) to '${inside('../ny.csv')}'`],
    ['attaches no database', () => `attach '${home}/annan.duckdb' as annan`],
    ['exports nothing', () => `export database '${home}/kopia'`],
    ['installs no extension', () => 'install httpfs'],
    ['loads no extension', () => 'load httpfs'],
    ['asks no address', () => "from read_csv('http://127.0.0.1:9/x.csv')"],
    ['opens no access', () => 'set enable_external_access = true'],
    ['opens no folder', () => "set allowed_directories = ['/']"],
    ['unlocks nothing', () => 'set lock_configuration = false'],
  ])('%s', async (_, sql) => {
    await expect(database.connection.run(sql())).rejects.toThrow(
      /disabled by configuration|locked|Cannot change|Permission Error|not be loaded|cannot be (?:installed|loaded)/i,
    );
    for (const name of ['ny.csv', 'annan.duckdb', 'kopia']) expect(existsSync(join(home, name))).toBe(false);
  });

  it('writes in the work dir', async () => {
    await database.connection.run(`copy (select 1 as a) to '${inside('ny.csv')}' (header)`);
    expect(readFileSync(inside('ny.csv'), 'utf8')).toBe('a\n1\n');
  });
});

/** Texts that mean something to a shell, a database, a browser or a spreadsheet, each as the name of a vårdgivare. */
const TEXTS = [
  "=cmd|' /C calc'!A0",
  '<script>alert(1)</script>',
  "x'); drop table fall; --",
  'a;b,c "d"',
  '@SUM(1+1)',
  '$HOME %s `id` \\$(id)',
];
const FILE = 'utskrivningar 2 <script>\'"; drop table x; --.csv';

describe('texts from the extracts', () => {
  let published: Publication;

  beforeAll(async () => {
    const head = 'vardtillfalle_id;patient_id;kommun;vardgivare;inskrivning;utskrivning\n';
    const rows = TEXTS.flatMap((text, t) =>
      Array.from(
        { length: 6 },
        (_, n) => `h${t}-${n};hp${t}-${n};Lund;${quoted(text)};2024-01-02;2024-01-0${n + 3}`,
      ),
    );
    const refused = `${quoted('"=1+1')};;Lund;SUS;2024-01-05;2024-01-01`;
    const notices = TEXTS.flatMap((_, t) =>
      Array.from({ length: 6 }, (_, n) => `h${t}-${n};Lund;2024-01-03`),
    );
    published = await publication(
      extractsOf({
        ...SMALL,
        [FILE]: `${head}${[...rows, refused].join('\n')}\n`,
        'utskrivningsklar 2.csv': `vardtillfalle_id;kommun;utskrivningsklar\n${notices.join('\n')}\n`,
        'jamforelse.csv': `indikator;niva;enhet;period;varde;antal;kalla\n${TEXTS.map((text) => `medel;${quoted(text)};${quoted(text)};2024-01;1;10;${quoted(text)}`).join('\n')}\n`,
        'aktiviteter.csv': `kommun;start;rubrik\n${TEXTS.map((text) => `Lund;2024-02-01;${quoted(text)}`).join('\n')}\n`,
      }),
      1,
    );
  });
  afterAll(() => published.remove());

  it.each(TEXTS)('%s is text in the published files, and no formula where a spreadsheet reads it', (text) => {
    const cell = /^[=@]/.test(text) ? `'${text}` : text;
    const units = published.rows('medeldagar_alla').filter(({ niva }) => niva === 'vardgivare');
    expect(units.map(({ enhet }) => enhet)).toContain(cell);
    const figures = published.rows('jamforelse');
    expect(figures).toContainEqual(expect.objectContaining({ niva: cell, enhet: cell, kalla: cell }));
    const catalogue = readFileSync(join(published.pagesDir, 'catalogue.json'), 'utf8');
    expect(JSON.stringify(JSON.parse(catalogue))).toContain(JSON.stringify(text).slice(1, -1));
  });

  it('a file name is text in the manifest and the catalogue, and its quarantine stays in its folder', () => {
    const manifest = JSON.parse(published.text('manifest.json'));
    expect(manifest.inputs.map(({ fil }: { fil: string }) => fil)).toContain(FILE);
    expect(published.catalogue.filer.map(({ fil }) => fil)).toContain(FILE);
    expect(published.catalogue.filer.find(({ fil }) => fil === FILE)?.avvisade).toEqual({
      utskrivning_fore_inskrivning: 1,
    });
    expect(readFileSync(join(published.folder, 'work', 'karantan', FILE), 'utf8')).toContain(quoted('"=1+1'));
  });
});

describe('a heading row that lost its line end', () => {
  const head = ['vardtillfalle_id', 'vardgivare', 'inskrivning', 'Anteckning'];
  const rubriker = (more: string[]) =>
    matchHeadings('utskrivningar.csv', 'utskrivningar', [...head, ...more], {}).map(({ rubrik }) => rubrik);

  it.each([
    [['utV7Q4-000001', 'P9XK', 'Lund']],
    [['V7Q4-']],
    [['kl 2024-01-02', 'P9XK']],
    [['19121212-1212', 'Anna']],
  ])('shows none of the values %j as headings', (more) => {
    expect(rubriker(more)).toEqual([
      ...head.slice(0, 3),
      ...['', ...more].map((_, index) => `(dold rubrik, kolumn ${index + 4})`),
    ]);
  });

  it('shows what can only be headings', () => {
    expect(rubriker(['År 2024', 'KVÅ 1', ''])).toEqual([...head, 'År 2024', 'KVÅ 1', '']);
  });

  it('is not told with its values in the message about a missing column', () => {
    const merged = ['vardtillfalle_id', 'inskrivningV7Q4-000001', 'P9XK', '2024-01-02'];
    const match = () => matchHeadings('utskrivningar.csv', 'utskrivningar', merged, {});
    expect(match).toThrow(DataError);
    expect(match).not.toThrow(/V7Q4|P9XK|2024-01-02/);
  });
});
