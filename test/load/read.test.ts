import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { openDatabase } from '../../data-loaders/sql.ts';
import { csv, stage } from './helpers.ts';

/** A Parquet file of a select. */
async function parquet(select: string): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { connection, close } = await openDatabase(':memory:');
  await connection.run(`copy (${select}) to '${folder}/f.parquet' (format parquet)`);
  close();
  return readFileSync(join(folder, 'f.parquet'));
}

describe('forms of file', () => {
  const lines = [
    ['Vårdtillfälle-ID', 'KOMMUN', 'Vårdgivare', 'inskrivnings datum', 'Utskriven_till', 'Fri text'],
    ['V1', 'Lund', 'SUS', '2024-01-01 10:00', 'Hem', 'a'],
    ['V2', 'Malmö', 'Ystads lasarett', '2024-01-02', 'särskilt boende', ''],
  ];
  const wanted = [
    {
      rad: 2,
      vardtillfalle_id: 'V1',
      kommun: '1281',
      vardgivare: 'sus',
      in_tid: '2024-01-01 10:00:00',
      utskriven_till: 'ordinart_boende',
    },
    {
      rad: 3,
      vardtillfalle_id: 'V2',
      kommun: '1280',
      vardgivare: 'ystads_lasarett',
      in_tid: null,
      utskriven_till: 'sarskilt_boende',
    },
  ];
  const text = (separator: string, newline = '\n') =>
    lines.map((line) => line.join(separator)).join(newline) + newline;
  const query =
    'select rad, vardtillfalle_id, kommun, vardgivare, in_tid, utskriven_till from s_vardtillfalle order by nr';

  test.each<[string, string, string | (() => Promise<Buffer>)]>([
    ['semicolon', 'utskrivningar.csv', text(';')],
    ['comma', 'UTSKRIVNINGAR-2024.CSV', text(',')],
    ['tab', 'Utskrivningar maj.txt', text('\t')],
    ['byte order mark and CRLF', 'utskrivningar.csv', `\ufeff${text(';', '\r\n')}`],
    ['no line break at the end', 'utskrivningar.csv', text(';').trimEnd()],
    [
      'quoted fields',
      'utskrivningar.csv',
      lines.map((line) => line.map((cell) => `"${cell}"`).join(';')).join('\n'),
    ],
    [
      'Parquet',
      'utskrivningar.parquet',
      () =>
        parquet(`select 'V1' as "Vårdtillfälle-ID", 'Lund' as "KOMMUN", 'SUS' as "Vårdgivare",
          timestamp '2024-01-01 10:00' as inskrivningsdatum, 'Hem' as "Utskriven_till"
          union all select 'V2', 'Malmö', 'Ystads lasarett', null, 'särskilt boende'`),
    ],
  ])('%s', async (_, name, content) => {
    const bytes = typeof content === 'string' ? content : await content();
    const { rows, report } = await stage({ [name]: bytes });
    const parquetFile = name.endsWith('parquet');
    const read = await rows(query.replace('order by nr', 'order by rad'));
    if (parquetFile) expect({ ...read[0], vardtillfalle_id: 'V1' }).toEqual(wanted[0]);
    else expect(read).toEqual(wanted);
    if (!parquetFile) expect(report[0]!.okanda_kolumner).toEqual(['Fri text']);
  });

  test('a first line that names the separator counts as a row', async () => {
    const { rows } = await stage({ 'utskrivningar.csv': `sep=;\n${text(';')}` });
    expect((await rows('select rad from s_vardtillfalle order by rad')).map(({ rad }) => rad)).toEqual([
      3, 4,
    ]);
  });

  test('typed Parquet columns read as their text would', async () => {
    const file = await parquet(`
      select 7::bigint as patient, 180.0::double as kommunkod, 'SUS' as vardgivare, date '2024-01-01' as inskrivning,
        timestamptz '2024-01-05 23:30:00+00' as utskrivning, true as oplanerad, 1940::decimal(10, 2) as fodelsear`);
    const { rows } = await stage({ 'utskrivningar.parquet': file });
    expect(
      await rows(
        "select patient_id = hash('7') as patient, kommun, utomlans, in_datum, in_tid, ut_tid, oplanerad, fodelsear from s_vardtillfalle",
      ),
    ).toEqual([
      {
        patient: true,
        kommun: '0180',
        utomlans: true,
        in_datum: '2024-01-01',
        in_tid: null,
        ut_tid: '2024-01-06 00:30:00',
        oplanerad: true,
        fodelsear: 1940,
      },
    ]);
  });

  test('other files are named, not read; the marker of made-up data is neither', async () => {
    const { unknown, report } = await stage({
      'utskrivningar.csv': text(';'),
      'kostnader.csv': 'x',
      'LÄSMIG.md': 'x',
      '.dold': 'x',
      'SYNTETISKA_UPPGIFTER.txt': '',
    });
    expect(unknown).toEqual(['LÄSMIG.md', 'kostnader.csv']);
    expect(report.map(({ fil }) => fil)).toEqual(['utskrivningar.csv']);
  });

  test('the checksum is that of the bytes', async () => {
    const { report } = await stage({
      'utskrivningar.csv': csv('vardtillfalle_id;vardgivare;inskrivning', 'V1;SUS;2024-01-01'),
    });
    expect(report[0]!.sha256).toBe('b877f41993039f0aac1a51064b269886396f1bd1b97d0a40db5c66a4ef529da7');
  });

  test('headings of the profile', async () => {
    const profile = { ...readProfile('skane'), kolumner: { utskrivningsklar: ['UK-datum'] } };
    const { rows } = await stage(
      { 'vardtillfallen.csv': csv('kommun;uk datum', 'Lund;2024-01-01') },
      profile,
    );
    expect(await rows('select klar_datum from s_notis')).toEqual([{ klar_datum: '2024-01-01' }]);
  });
});

describe('row numbers are those a spreadsheet shows', () => {
  const head = 'vardtillfalle_id;kommun;vardgivare;inskrivning;klinik';

  test('empty lines, broken rows and line breaks inside a field', async () => {
    const { rows, report } = await stage({
      'utskrivningar.csv': csv(
        head,
        'V2;Lund;SUS;2024-01-01;',
        '',
        'V4;Lund;SUS;2024-01-01;"två\nrader"',
        'V5;Lund;SUS',
        '',
        '',
        'V8;Lund;SUS;2024-01-01;',
        'V9;Lund',
        'V10;Lund;SUS;2024-01-01;',
        '',
      ),
    });
    expect(await rows('select vardtillfalle_id as id, rad from s_vardtillfalle order by rad')).toEqual([
      { id: 'V2', rad: 2 },
      { id: 'V4', rad: 4 },
      { id: 'V8', rad: 8 },
      { id: 'V10', rad: 10 },
    ]);
    expect(await rows('select rad::integer as rad, text from raw.felaktig_rad order by rad')).toEqual([
      { rad: 5, text: 'V5;Lund;SUS' },
      { rad: 9, text: 'V9;Lund' },
    ]);
    expect(report[0]).toMatchObject({ lasta: 6, anvanda: 4, avvisade: { fel_antal_falt: 2 } });
  });

  test('in a file read in several pieces', async () => {
    const lines = Array.from({ length: 120_000 }, (_, index) =>
      index % 30_000 === 17 ? `V${index + 2};Lund` : `V${index + 2};Lund;SUS;2024-01-01;${'x'.repeat(60)}`,
    );
    const { rows } = await stage({ 'utskrivningar.csv': csv(head, ...lines) });
    expect(
      await rows(
        `select count(*) as n, count(*) filter (where vardtillfalle_id <> hash('V' || rad)) as fel from s_vardtillfalle`,
      ),
    ).toEqual([{ n: '119996', fel: '0' }]);
    expect(await rows('select rad::integer as rad from raw.felaktig_rad order by rad')).toEqual([
      { rad: 19 },
      { rad: 30019 },
      { rad: 60019 },
      { rad: 90019 },
    ]);
  });
});
