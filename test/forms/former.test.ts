import { describe, expect, test, vi } from 'vitest';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { csv, type Files } from '../load/helpers.ts';
import { parquetOf, temporaryFolder, workbookOf } from './helpers.ts';
import { afresh, FILES, HEAD, NAMES, NOTICES, run, stays } from './warehouse.ts';

// The program is the same throughout, also while someone changes it.
vi.mock('../../data-loaders/unchanged/code.ts', async (original) => ({
  ...(await original<object>()),
  codeDigest: () => 'a',
}));

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
