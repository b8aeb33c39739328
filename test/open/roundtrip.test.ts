import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { looksTotal } from '../../data-loaders/extracts/open/tail.ts';
import { read } from './helpers.ts';

const LONG_TIMEOUT = 900_000;
const HEAD = ['id', 'kommun', 'vardgivare', 'fritext'];
/** Letters, signs and spaces that files quarrel about; those of Windows-1252 only. */
const piece = fc.constantFrom(
  'a',
  'Å',
  'ö',
  '–',
  '”',
  '€',
  '"',
  "'",
  ';',
  ',',
  '\t',
  '|',
  ' ',
  '\u00a0',
  '0',
  '-',
  '=',
  '#',
  '\\',
);
/** A quoted text with spaces before it is that text, whoever wrote the spaces: see careful.ts. */
const unlikeSpaced = (cell: string) => !/^[ \t]+"/.test(cell);
const flat = fc.string({ unit: piece, maxLength: 8 }).filter(unlikeSpaced);
const broken = fc
  .string({ unit: fc.constantFrom('a', 'ö', '"', ' ', '\n', '\r\n', '\r'), maxLength: 6 })
  .filter(unlikeSpaced);
const row = fc
  .tuple(fc.stringMatching(/^[VÖ]\d{1,3}$/), flat, flat, fc.oneof({ arbitrary: flat, weight: 4 }, broken))
  .filter((cells) => !looksTotal(cells, HEAD.length));
const rows = fc.array(row, { minLength: 1, maxLength: 12 });

/** A cell as it comes back: LF inside a text. */
const back = (cell: string) => cell.replace(/\r\n?/g, '\n') || null;

test(
  'a table written in any dialect comes back as it was, given as it is or read carefully',
  async () => {
    const dialect = fc.record({
      delimiter: fc.constantFrom(';', ',', '\t', '|'),
      newline: fc.constantFrom('\n', '\r\n', '\r'),
      quotes: fc.boolean(),
      encoding: fc.constantFrom('utf-8', 'utf-8 bom', 'windows-1252', 'utf-16le', 'utf-16be'),
      gzip: fc.boolean(),
      titles: fc.integer({ min: 0, max: 3 }),
      ended: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        rows,
        dialect,
        async (table, { delimiter, newline, quotes, encoding, gzip, titles, ended }) => {
          const body = Papa.unparse([HEAD, ...table], { delimiter, newline, quotes });
          const text = `${`Utdrag åäö${newline}`.repeat(titles)}${body}${ended ? newline : ''}`;
          const encoded =
            encoding === 'utf-8 bom'
              ? Buffer.from(`\ufeff${text}`)
              : iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf-16') });
          for (const careful of [false, true]) {
            const found = await read(gzip ? gzipSync(encoded) : encoded, { careful });
            const data = found.data.map(([rad, ...cells]) => [
              rad,
              ...cells.map((cell) => cell && back(cell)),
            ]);
            expect(data).toEqual(table.map((cells, index) => [index + 2 + titles, ...cells.map(back)]));
            expect([found.broken, found.rejects, found.headerRow]).toEqual([[], 0, titles + 1]);
          }
        },
      ),
      { numRuns: process.env.LONG ? 1_500 : 50, seed: 7 },
    );
  },
  LONG_TIMEOUT,
);

test(
  'a sheet of texts, numbers, truth and times comes back as a CSV file would have it',
  async () => {
    const second = fc.integer({ min: 631_152_000, max: 4_102_444_799 }).map((at) => new Date(at * 1000));
    const cell = fc.oneof(flat, fc.integer(), fc.boolean(), second, fc.constant(null));
    const sheet = fc.array(fc.tuple(fc.stringMatching(/^V\d{1,3}$/), cell, cell, cell), {
      minLength: 1,
      maxLength: 20,
    });
    const text = (value: string | number | boolean | Date | null) => {
      if (value === null || value === '') return null;
      if (value instanceof Date)
        return value
          .toISOString()
          .slice(0, 19)
          .replace('T', ' ')
          .replace(/ 00:00:00$/, '');
      return typeof value === 'boolean' ? String(Number(value)) : String(value);
    };
    await fc.assert(
      fc.asyncProperty(
        sheet,
        fc.constantFrom('1900' as const, '1904' as const),
        async (table, dateSystem) => {
          const bytes = await writeXlsx({ sheets: [{ name: 'A', rows: [HEAD, ...table] }], dateSystem });
          const { data } = await read(bytes, { fil: 'utskrivningar.xlsx' });
          expect(data).toEqual(table.map((cells, index) => [index + 2, ...cells.map(text)]));
        },
      ),
      { numRuns: process.env.LONG ? 500 : 30, seed: 7 },
    );
  },
  LONG_TIMEOUT,
);
