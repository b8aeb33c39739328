import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { remarksSql } from '../../data-loaders/report/remarks.ts';
import { type Staged, stage } from '../load/helpers.ts';
import { parquetOf, quarantineOf, workbookOf } from './helpers.ts';
import { TABLE } from './table.ts';

const text = (delimiter = ';', newline = '\n', table = TABLE) =>
  `${Papa.unparse(table, { delimiter, newline })}${newline}`;
const wide = TABLE.map((row) => [...row, '', '']);

type Form = {
  name: string;
  file: string;
  bytes: () => string | Uint8Array | Promise<Uint8Array>;
  above?: number;
};

const CSV: Form[] = [
  { name: 'UTF-8', file: 'utskrivningar.csv', bytes: () => text() },
  { name: 'UTF-8 with a mark, CRLF', file: 'utskrivningar.csv', bytes: () => `\ufeff${text(';', '\r\n')}` },
  {
    name: 'every cell in quotes',
    file: 'utskrivningar.csv',
    bytes: () => Papa.unparse(TABLE, { quotes: true }),
  },
  { name: 'tab', file: 'utskrivningar.tsv', bytes: () => text('\t') },
  { name: 'bar', file: 'utskrivningar.txt', bytes: () => text('|') },
  { name: 'CR', file: 'utskrivningar.csv', bytes: () => text(',', '\r') },
  {
    name: 'mixed line ends',
    file: 'utskrivningar.csv',
    bytes: () => text().replace(/\n/g, (_, at) => ['\n', '\r\n', '\r'][at % 3]!),
  },
  { name: 'Windows-1252', file: 'utskrivningar.csv', bytes: () => iconv.encode(text(), 'win1252') },
  {
    name: 'Windows-1252, CRLF',
    file: 'utskrivningar.csv',
    bytes: () => iconv.encode(text(';', '\r\n'), 'win1252'),
  },
  {
    name: 'UTF-16 LE',
    file: 'utskrivningar.csv',
    bytes: () => iconv.encode(text('\t'), 'utf-16le', { addBOM: true }),
  },
  {
    name: 'UTF-16 BE',
    file: 'utskrivningar.csv',
    bytes: () => iconv.encode(text(), 'utf-16be', { addBOM: true }),
  },
  { name: 'gzip', file: 'utskrivningar.csv.gz', bytes: () => gzipSync(text()) },
  {
    name: 'gzip of Windows-1252',
    file: 'utskrivningar.csv.gz',
    bytes: () => gzipSync(iconv.encode(text(), 'win1252')),
  },
  {
    name: 'a line that names the separator',
    file: 'utskrivningar.csv',
    bytes: () => `sep=;\n${text()}`,
    above: 1,
  },
  {
    name: 'titles above, totals and empty rows below',
    file: 'utskrivningar.csv',
    bytes: () => `Utskrivningar\n\n"Uttag;maj"\n${text()}Summa;;;;;;;;;;\nAntal rader: 6\n\n;;;;;;;;;;\n`,
    above: 3,
  },
  { name: 'empty columns at the end', file: 'utskrivningar.csv', bytes: () => text(';', '\n', wide) },
  {
    name: 'empty columns at the end, a row without them',
    file: 'utskrivningar.csv',
    bytes: () => text(';', '\n', wide).replace(/;;\n/, '\n'),
  },
];
const BINARY: Form[] = [
  { name: 'XLSX, dates from 1900', file: 'utskrivningar.xlsx', bytes: () => workbookOf(TABLE, '1900') },
  { name: 'XLSX, dates from 1904', file: 'utskrivningar.xlsx', bytes: () => workbookOf(TABLE, '1904') },
  {
    name: 'XLSX with other sheets, titles and a total',
    file: 'utskrivningar.xlsx',
    bytes: () =>
      workbookOf([['Utskrivningar'], [], ...TABLE, ['Summa', '6']], '1900', [
        { name: 'Om', rows: [['Kommun'], ['Uttaget i maj']] },
      ]),
    above: 2,
  },
  { name: 'Parquet', file: 'utskrivningar.parquet', bytes: () => parquetOf(TABLE) },
];

/** Staged rows, remarks and quarantine, with row numbers as if the headings were row 1. Dates of the quarantine left out. */
async function everything(staged: Staged, above: number) {
  const { connection, rows } = staged;
  const stays = await rows(`
    select (rad - ${above})::integer as rad, vardtillfalle_id = hash('Å' || (rad - ${above})) as id, kommun::varchar as kommun,
        vardgivare::varchar as vardgivare, klinik::varchar as klinik, in_datum, in_tid, ut_datum, ut_tid,
        utskriven_till::varchar as till, oplanerad, fodelsear
    from s_vardtillfalle order by rad`);
  const remarks = await rows(`
    select concat_ws(' ', rad - ${above}, typ, kod, kolumn) as text from (${await remarksSql(connection)})
    where kod <> 'summarad' order by rad`);
  const [refused] = Object.values(await quarantineOf(staged));
  return {
    stays,
    remarks: remarks.map(({ text }) => text),
    refused: refused!
      .filter((row) => row['raden som den står'] === '')
      .map(({ skäl, rad, ...row }) => ({
        skäl,
        rad: Number(rad) - above,
        cells: ['Vårdtillfälle-ID', 'Patient', 'Kommun', 'Klinik', 'Fri text'].map((name) => row[name]),
      })),
  };
}

const stay = (rad: number, told: Record<string, unknown>) => ({
  rad,
  id: true,
  kommun: '1281',
  vardgivare: 'sus',
  klinik: null,
  in_tid: null,
  ut_datum: null,
  ut_tid: null,
  till: 'ordinart_boende',
  ...told,
});
const WANTED = {
  stays: [
    stay(2, {
      klinik: 'Medicin Å',
      in_datum: '2024-01-01',
      in_tid: '2024-01-01 10:00:00',
      ut_datum: '2024-01-05',
      oplanerad: true,
      fodelsear: 1940,
    }),
    stay(3, {
      kommun: '1280',
      klinik: 'Kir; "B", C',
      in_datum: '2024-01-02',
      ut_datum: '2024-01-09',
      ut_tid: '2024-01-09 12:30:00',
      till: 'korttid',
      oplanerad: false,
      fodelsear: 1950,
    }),
    stay(5, {
      kommun: '1267',
      vardgivare: 'ystads_lasarett',
      klinik: 'Medicin Å',
      in_datum: '2024-02-01',
      till: null,
      oplanerad: false,
      fodelsear: null,
    }),
    stay(7, { in_datum: '2024-01-09', in_tid: '2024-01-09 08:00:00', oplanerad: true, fodelsear: 1970 }),
  ],
  remarks: [
    '4 avvisad utskrivning_fore_inskrivning utskrivning',
    '5 anmarkning vardgivare_utanfor_profilen vardgivare',
    '6 avvisad okand_kommun kommun',
    '7 struken platshallardatum utskrivning',
  ],
  refused: [
    { skäl: 'utskrivningen är före inskrivningen', rad: 4, cells: ['Å4', 'P3', 'Lund', 'Ögon', "'=1+1"] },
    { skäl: 'kommunen är okänd', rad: 6, cells: ['Å6', 'P5', 'Lnud', 'Barn €', "'@x"] },
  ],
};

describe('every form of file gives the same rows, remarks and quarantine', () => {
  test.each([...CSV, ...BINARY])('$name', async ({ file, bytes, above = 0 }) => {
    expect(await everything(await stage({ [file]: await bytes() }), above)).toEqual(WANTED);
  });
});
