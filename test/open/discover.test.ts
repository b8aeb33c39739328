import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DataError } from '../../data-loaders/errors.ts';
import { discover } from '../../data-loaders/extracts/discover.ts';
import { temporaryFolder } from './helpers.ts';

/** A folder with small files of the given names. */
function folder(...names: string[]): string {
  const path = join(temporaryFolder(), 'utdrag');
  mkdirSync(path);
  for (const name of names) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), 'id');
  }
  return path;
}

function found(path: string) {
  const { extracts, unknown } = discover(path);
  return [extracts.map(({ fil, slag, format }) => `${fil}: ${slag} ${format}`), unknown];
}

function refused(path: string): string {
  try {
    discover(path);
  } catch (error) {
    if (error instanceof DataError) return error.message;
    throw error;
  }
  throw new Error('no DataError was thrown');
}

describe('what is read', () => {
  test('kinds and formats, by name; the rest is named', () => {
    expect(
      found(
        folder(
          'utskrivningar.csv',
          'Utskrivningar maj.XLSX',
          'utskrivningsklar.csv.gz',
          'vårdtillfällen.tsv.GZ',
          'aterinskrivningar.parquet',
          'jamforelse.txt',
          'befolkning.csv',
          'vardplatser.xlsx',
          'LÄSMIG.md',
          'arkiv/utskrivningar.csv',
          '.dold.csv',
          '~$utskrivningar.xlsx',
          '.~lock.utskrivningar.csv#',
          'SYNTETISKA_UPPGIFTER.txt',
        ),
      ),
    ).toEqual([
      [
        'Utskrivningar maj.XLSX: utskrivningar xlsx',
        'aterinskrivningar.parquet: aterinskrivningar parquet',
        'befolkning.csv: befolkning csv',
        'jamforelse.txt: jamforelse csv',
        'utskrivningar.csv: utskrivningar csv',
        'utskrivningsklar.csv.gz: utskrivningsklar csv',
        'vardplatser.xlsx: vardplatser xlsx',
        'vårdtillfällen.tsv.GZ: vardtillfallen csv',
      ],
      ['LÄSMIG.md', 'arkiv/'],
    ]);
  });

  test('a partitioned folder: each table in it, with the keys of its folders', () => {
    const path = folder(
      'utskrivningar/ar=2025/region=Sk%C3%A5ne/b.parquet',
      'utskrivningar/c.CSV',
      'utskrivningar/d.csv.gz',
      'utskrivningar/e.xlsx',
      'utskrivningar/las-mig.txt',
      'utskrivningar/ar=__HIVE_DEFAULT_PARTITION__/a=b=c/del-1.PARQUET',
      'utskrivningar/utan.parquet',
      'utskrivningar/_SUCCESS',
      'utskrivningar/.b.parquet.crc',
      'utskrivningar.csv',
    );
    const { extracts, unknown } = discover(path);
    expect(extracts.map(({ fil, mappnycklar }) => [fil, mappnycklar])).toEqual([
      ['utskrivningar.csv', {}],
      ['utskrivningar/ar=2025/region=Sk%C3%A5ne/b.parquet', { ar: '2025', region: 'Skåne' }],
      ['utskrivningar/ar=__HIVE_DEFAULT_PARTITION__/a=b=c/del-1.PARQUET', { ar: '', a: 'b=c' }],
      ['utskrivningar/c.CSV', {}],
      ['utskrivningar/d.csv.gz', {}],
      ['utskrivningar/e.xlsx', {}],
      ['utskrivningar/utan.parquet', {}],
    ]);
    expect(extracts.map(({ format }) => format)).toEqual([
      ...['csv', 'parquet', 'parquet', 'csv', 'csv', 'xlsx', 'parquet'],
    ]);
    expect(extracts[1]!.path).toBe(join(path, 'utskrivningar/ar=2025/region=Sk%C3%A5ne/b.parquet'));
    expect(unknown).toEqual(['utskrivningar/_SUCCESS', 'utskrivningar/las-mig.txt']);
  });

  test('names that would do harm anywhere else', () => {
    const names = [
      "utskrivningar '; drop table x; --.csv",
      'utskrivningar "<script>";\n..\\.csv',
      'utskrivningar;=cmd|x.csv',
    ];
    expect(discover(folder(...names)).extracts.map(({ fil }) => fil)).toEqual([...names].sort());
  });
});

describe('what stops', () => {
  test('a link out of the folder, to a file or a folder; inside it is followed', () => {
    const path = folder('utskrivningar.csv', 'data/x.parquet');
    symlinkSync('utskrivningar.csv', join(path, 'utskrivningar-senaste.csv'));
    symlinkSync('data', join(path, 'vardtillfallen'));
    symlinkSync('/etc', join(path, 'annat'));
    expect(found(path)).toEqual([
      [
        'utskrivningar-senaste.csv: utskrivningar csv',
        'utskrivningar.csv: utskrivningar csv',
        'vardtillfallen/x.parquet: vardtillfallen parquet',
      ],
      ['annat/', 'data/'],
    ]);
    const out = (name: string) =>
      `${name} är en länk som leder ut ur mappen med utdrag och läses inte. Lägg själva filen i mappen.`;
    symlinkSync('/etc/passwd', join(path, 'utskrivningar-x.csv'));
    expect(refused(path)).toBe(out('utskrivningar-x.csv'));
    const other = folder('utskrivningar/x.parquet');
    symlinkSync('..', join(other, 'utskrivningar/upp'));
    symlinkSync('../..', join(other, 'utskrivningar/ut'));
    expect(refused(other)).toMatch(/ligger för djupt|leder ut ur mappen/);
    const beside = folder('utskrivningar.csv');
    mkdirSync(`${beside}-2`);
    symlinkSync(`${beside}-2`, join(beside, 'utskrivningar'));
    expect(refused(beside)).toBe(out('utskrivningar'));
  });

  test('a pipe is not waited for', () => {
    const path = folder();
    execFileSync('mkfifo', [join(path, 'utskrivningar.csv')]);
    expect(refused(path)).toBe(
      'utskrivningar.csv är ingen vanlig fil. Lägg en vanlig fil i mappen i stället.',
    );
  });

  test.each([
    [
      'utskrivningar.xls',
      'är ett kalkylblad i ett format som inte läses. Spara den som Excel-arbetsbok (.xlsx) eller CSV (UTF-8).',
    ],
    [
      'utskrivningar.ods',
      'är ett kalkylblad i ett format som inte läses. Spara den som Excel-arbetsbok (.xlsx) eller CSV (UTF-8).',
    ],
    [
      'utskrivningar.dat',
      'har en filändelse som inte kan läsas. Spara den som .csv (UTF-8), .xlsx eller .parquet.',
    ],
    [
      'utskrivningar',
      'har en filändelse som inte kan läsas. Spara den som .csv (UTF-8), .xlsx eller .parquet.',
    ],
    [
      'utskrivningar.parquet.gz',
      'har en filändelse som inte kan läsas. Spara den som .csv (UTF-8), .xlsx eller .parquet.',
    ],
  ])('%s', (name, text) => {
    expect(refused(folder(name))).toBe(`Filen ${name} ${text}`);
  });

  test('a line break in a name does not break the message', () => {
    expect(refused(folder('utskrivningar\nrad 2.dat'))).toMatch(/^Filen utskrivningar\ufffdrad 2\.dat har /);
  });
});
