import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { SLAG } from '../../data-loaders/extracts/kinds.ts';
import { type Loaded, loadExtracts } from '../../data-loaders/extracts/load.ts';
import { type Profile, readProfile } from '../../data-loaders/profile/read.ts';
import { loadProfileTables } from '../../data-loaders/profile/tables.ts';
import { openDatabase } from '../../data-loaders/sql.ts';
import { withWarehouse } from '../../data-loaders/warehouse.ts';
import { csv, type Files, folderWith } from '../load/helpers.ts';
import { parquetOf, temporaryFolder, workbookOf } from './helpers.ts';

const version = vi.hoisted(() => ({ now: 'a' }));
vi.mock('../../data-loaders/unchanged/code.ts', async (original) => ({
  ...(await original<object>()),
  codeDigest: () => version.now,
}));
beforeEach(() => {
  version.now = 'a';
});

const HEAD = 'vardtillfalle_id;patient_id;kommun;vardgivare;klinik;inskrivning;utskrivning';
const stays = (letter: string, klinik: string) =>
  csv(
    HEAD,
    `${letter}1;P1;Lund;SUS;${klinik};2024-01-01 10:00;2024-01-05`,
    `${letter}2;P2;Malmö;SUS;${klinik};2024-01-02;1900-01-01`,
    `${letter}3;P3;Lund;SUS;;2024-01-09;2024-01-08`,
    'kort;rad',
  );
const NOTICES = csv(
  'vardtillfalle_id;kommun;utskrivningsklar;orsak',
  'A1;Lund;2024-01-04;rehab',
  'B1;Lund;2024-01-03;',
);
const FILES: Files = {
  'utskrivningar-a.csv': stays('A', 'Medicin'),
  'utskrivningar-b.csv': stays('B', 'Kirurgi'),
  'utskrivningsklar.csv': NOTICES,
};
const NAMES = Object.keys(FILES);

type Outcome = Pick<Loaded, 'read'> & { rows: unknown };
type Run = { profile?: Profile; nyckel?: Buffer };

/** One reading of a folder with a warehouse in `workDir`, with what there is of it before; the tables that are made. */
async function run(
  workDir: string,
  files: Files,
  { profile = readProfile('skane'), nyckel }: Run = {},
): Promise<Outcome> {
  const extracts = folderWith(files);
  return await withWarehouse(workDir, async (connection) => {
    await loadProfileTables(connection, profile);
    const former = join(workDir, 'warehouse.duckdb');
    const { read } = await loadExtracts(connection, extracts, profile, { nyckel, former, tempDir: workDir });
    const views = SLAG.map((slag) => `raw.${slag}`);
    const tables = ['fil', 'kolumn', 'kolumn_tomma', 'ord', 'felaktig_rad', 'fil_anmarkning'].map(
      (table) => `raw.${table}`,
    );
    const rows: unknown[] = [];
    for (const table of [...views, ...tables]) {
      const found = await connection.runAndReadAll(`select columns(*)::varchar from ${table} order by all`);
      rows.push([table, ...found.getRowsJson()]);
    }
    return { read, rows };
  });
}

/** The same as a first build makes of the files. */
const afresh = async (files: Files, options: Run = {}) => (await run(temporaryFolder(), files, options)).rows;

describe('what is read when there is a former warehouse', () => {
  test('nothing when nothing has changed, and the same rows come out, again and again', async () => {
    const workDir = temporaryFolder();
    const first = await run(workDir, FILES);
    expect(first.read).toEqual(NAMES);
    expect(await run(workDir, FILES)).toEqual({ read: [], rows: first.rows });
    expect(await run(workDir, FILES)).toEqual({ read: [], rows: first.rows });
  });

  test.each<[string, Files, string[]]>([
    ['one file changed', { ...FILES, 'utskrivningar-b.csv': stays('B', 'Ögon') }, ['utskrivningar-b.csv']],
    [
      'one file added, first by name',
      { ...FILES, 'aktiviteter.csv': csv('kommun;start;rubrik', 'Lund;2024-01-01;x') },
      ['aktiviteter.csv'],
    ],
    [
      'one file taken away',
      { 'utskrivningar-b.csv': FILES['utskrivningar-b.csv']!, 'utskrivningsklar.csv': NOTICES },
      [],
    ],
    [
      'one file under another name, in another order',
      {
        'utskrivningar-c.csv': FILES['utskrivningar-a.csv']!,
        'utskrivningar-b.csv': FILES['utskrivningar-b.csv']!,
        'utskrivningsklar.csv': NOTICES,
      },
      [],
    ],
    ['one file twice', { ...FILES, 'utskrivningar-c.csv': FILES['utskrivningar-a.csv']! }, []],
    [
      'one file as another kind',
      {
        'utskrivningar-a.csv': FILES['utskrivningar-a.csv']!,
        'vardtillfallen-b.csv': FILES['utskrivningar-b.csv']!,
      },
      ['vardtillfallen-b.csv'],
    ],
  ])('%s', async (_, files, read) => {
    const workDir = temporaryFolder();
    await run(workDir, FILES);
    expect(await run(workDir, files)).toEqual({ read, rows: await afresh(files) });
    expect(await run(workDir, files)).toMatchObject({ read: [] });
  });

  test('words of a file that is gone, and columns that only it had texts in', async () => {
    const workDir = temporaryFolder();
    const empty = csv(HEAD, 'C1;P1;Lund;SUS;;2024-01-01;');
    await run(workDir, { ...FILES, 'utskrivningar-c.csv': empty });
    expect(await run(workDir, { 'utskrivningar-c.csv': empty })).toEqual({
      read: [],
      rows: await afresh({ 'utskrivningar-c.csv': empty }),
    });
    expect(
      await run(workDir, {
        'utskrivningar-b.csv': FILES['utskrivningar-b.csv']!,
        'utskrivningar-c.csv': empty,
      }),
    ).toMatchObject({
      read: ['utskrivningar-b.csv'],
    });
  });

  test('a column that is words in one file and plain in another, which comes or goes', async () => {
    const many = csv(
      HEAD,
      ...Array.from({ length: 2_500 }, (_, nr) => `D${nr};;Lund;SUS;K${nr};2024-01-01;`),
    );
    const workDir = temporaryFolder();
    const both = { ...FILES, 'utskrivningar-d.csv': many };
    await run(workDir, FILES);
    expect(await run(workDir, both)).toEqual({ read: ['utskrivningar-d.csv'], rows: await afresh(both) });
    expect(await run(workDir, both)).toMatchObject({ read: [] });
    expect(await run(workDir, FILES)).toEqual({ read: [], rows: await afresh(FILES) });
  });

  test('workbooks, Parquet and folders whose keys differ', async () => {
    const table = FILES['utskrivningar-a.csv']!.toString()
      .trim()
      .split('\n')
      .slice(0, 4)
      .map((line) => line.split(';'));
    const bare = await parquetOf(
      table.map((row, nr) => [`E${nr}`, ...row.slice(1)].toSpliced(2, 1)).with(0, table[0]!.toSpliced(2, 1)),
    );
    const files = {
      'utskrivningar-a.xlsx': await workbookOf(table, '1900'),
      'utskrivningar/kommun=1281/x.parquet': bare,
    };
    const workDir = temporaryFolder();
    await run(workDir, files);
    expect(await run(workDir, files)).toMatchObject({ read: [] });
    const moved = {
      'utskrivningar-a.xlsx': files['utskrivningar-a.xlsx'],
      'utskrivningar/kommun=1280/x.parquet': bare,
    };
    expect(await run(workDir, moved)).toEqual({
      read: ['utskrivningar/kommun=1280/x.parquet'],
      rows: await afresh(moved),
    });
  });

  test('everything when the profile names other headings or number series, nothing when it counts otherwise', async () => {
    const workDir = temporaryFolder();
    const profile = readProfile('skane');
    await run(workDir, FILES);
    expect(await run(workDir, FILES, { profile: { ...profile, sista_datadag: '2024-06-30' } })).toMatchObject(
      { read: [] },
    );
    const kolumner = { klinik: ['Klin'] };
    expect(await run(workDir, FILES, { profile: { ...profile, kolumner } })).toMatchObject({ read: NAMES });
    const nummerserier = ['vardtillfalle_id'];
    expect(await run(workDir, FILES, { profile: { ...profile, kolumner, nummerserier } })).toMatchObject({
      read: NAMES,
    });
    expect(await run(workDir, FILES, { profile: { ...profile, kolumner, nummerserier } })).toMatchObject({
      read: [],
    });
  });

  test('everything with pseudonyms where there were none, under another key, and without them again', async () => {
    const workDir = temporaryFolder();
    const nyckel = Buffer.alloc(32, 'a');
    await run(workDir, FILES);
    const hidden = await run(workDir, FILES, { nyckel });
    expect(hidden).toEqual({ read: NAMES, rows: await afresh(FILES, { nyckel }) });
    expect(await run(workDir, FILES, { nyckel })).toEqual({ read: [], rows: hidden.rows });
    expect(await run(workDir, FILES, { nyckel: Buffer.alloc(32, 'b') })).toMatchObject({ read: NAMES });
    expect(await run(workDir, FILES)).toEqual({ read: NAMES, rows: await afresh(FILES) });
  });
});

describe('a former warehouse that is no use: everything is read', () => {
  test('of another version of the program', async () => {
    const workDir = temporaryFolder();
    await run(workDir, FILES);
    version.now = 'b';
    expect(await run(workDir, FILES)).toEqual({ read: NAMES, rows: await afresh(FILES) });
    expect(await run(workDir, FILES)).toMatchObject({ read: [] });
  });

  test.each<[string, (file: string) => void | Promise<void>]>([
    ['no database', (file) => writeFileSync(file, 'inte en databas'.repeat(1000))],
    ['empty', (file) => writeFileSync(file, '')],
    ['cut short', (file) => writeFileSync(file, readFileSync(file).subarray(0, 100_000))],
    [
      'a database of something else',
      async (file) => {
        rmSync(file);
        const { connection, close } = await openDatabase(file);
        await connection.run('create schema raw; create table raw.fil (nyckel varchar)');
        close();
      },
    ],
  ])('%s', async (_, damage) => {
    const workDir = temporaryFolder();
    await run(workDir, FILES);
    await damage(join(workDir, 'warehouse.duckdb'));
    expect(await run(workDir, FILES)).toEqual({ read: NAMES, rows: await afresh(FILES) });
  });

  test('damaged anywhere inside', async () => {
    const workDir = temporaryFolder();
    const whole = await run(workDir, FILES);
    const file = join(workDir, 'warehouse.duckdb');
    const bytes = readFileSync(file);
    for (let at = 4096; at < bytes.length; at += 1 << 19) {
      const damaged = Buffer.from(bytes);
      damaged.fill(0x5a, at + 64, at + 5_000);
      writeFileSync(file, damaged);
      const { read, rows } = await run(workDir, FILES);
      expect([[], NAMES]).toContainEqual(read);
      expect([at, rows]).toEqual([at, whole.rows]);
    }
  });
});
