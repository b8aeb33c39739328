import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { createIdentityMacros } from '../../data-loaders/extracts/identity/macros.ts';
import { hasPersonnummer, isPersonnummer } from '../../data-loaders/extracts/identity/number.ts';
import { openDatabase } from '../../data-loaders/sql.ts';
import { numberWithCheckDigit, textsLikeNumbers } from './numbers.ts';

let connection: DuckDBConnection;
let close: () => void;

beforeAll(async () => {
  ({ connection, close } = await openDatabase(':memory:'));
  await createIdentityMacros(connection);
});
afterAll(() => close());

/** What the SQL says of each text. */
async function inSql(texts: string[]): Promise<boolean[]> {
  const reader = await connection.runAndReadAll(
    'select har_personnummer(v) from (select unnest(from_json($texts::json, \'["varchar"]\')) as v)',
    { texts: JSON.stringify(texts) },
  );
  return reader.getRows().map(([found]) => found === true);
}

const FOUND: [string, string][] = [
  ['191212121212', 'with century'],
  ['19121212-1212', 'with century and hyphen'],
  ['19121212+1212', 'with century and plus'],
  ['19121212 1212', 'with century and space'],
  ['1212121212', 'without century'],
  ['121212-1212', 'without century, hyphen'],
  ['121212+1212', 'a hundred years or more'],
  ['121212 1212', 'space'],
  ['121212\u00a01212', 'hard space'],
  ['121212\u202f1212', 'narrow hard space'],
  ['121212\u20111212', 'non-breaking hyphen'],
  ['121212\u20131212', 'dash'],
  ['121212\u22121212', 'minus sign'],
  ['121212 - 1212', 'spaces round the hyphen'],
  ['1912-12-12-1212', 'the date with hyphens'],
  ['  191212121212  ', 'spaces round it'],
  ['"191212121212"', 'quotes round it'],
  ['701063-2391', 'samordningsnummer: day + 60'],
  ['191500882392', 'samordningsnummer, month not known (Skatteverkets testdata)'],
  ['191500722390', 'samordningsnummer, month not known (Skatteverkets testdata)'],
  ['000229-0013', 'leap day in 2000'],
  ['20000229-0013', 'leap day in 2000, with century'],
  ['Pat. 19121212-1212 ringde', 'inside free text'],
  ['ring om 121212-1212.', 'before a full stop'],
  ['pnr121212-1212', 'letters before it'],
  ['121212-1212_fel', 'underscore after it'],
  ['åäö121212-1212åäö', 'other letters round it'],
  ['rum 123456 19121212-1212', 'after another number'],
  ['121213-1212, 121212-1212', 'the second of two'],
  ['191212121212.0', 'a whole number as a decimal one'],
  ['1.91212121212E11', 'a whole number as a program writes large ones'],
  ['1,91212121212E+11', 'the same, decimal comma'],
];

const PASSED: [string, string][] = [
  ['', 'nothing'],
  ['121212-1213', 'wrong check digit'],
  ['121312-1211', 'no month 13'],
  ['120230-1212', 'no 30 February'],
  ['010229-0012', 'no leap day in 01'],
  ['19000229-0013', 'no leap day in 1900'],
  ['121200-1216', 'day 00 is for samordningsnummer only'],
  ['120012-1216', 'month 00 is for samordningsnummer only'],
  ['121212-0008', 'number 000 is given to no one'],
  ['18791212-1212', 'born before 1880'],
  ['1912121212120', 'part of a longer number'],
  ['9191212121212', 'part of a longer number'],
  ['121212-12123', 'part of a longer number'],
  ['1912121-1212', 'seven digits before the hyphen'],
  ['a3f191212121212bc', 'inside a hexadecimal id'],
  ['c4ca4238a0b923820dcc509a6f75849b', 'a hexadecimal id'],
  ['12121212-1212-1212-1212-191212121212', 'a UUID of digits only'],
  ['0.1212121212', 'a decimal fraction'],
  ['2023-06-24 14:05', 'a time'],
  ['20230624T140500', 'a time'],
  ['2023-06-24 14:05:00.121212', 'a time with fractions'],
  ['121212:1212', 'a colon is no separator'],
  ['121212   1212', 'three spaces'],
  ['V00000001', 'an id'],
  ['556012-5790', 'an organisationsnummer'],
];

test.each(FOUND)('%j is found: %s', async (text) => {
  expect([hasPersonnummer(text), ...(await inSql([text]))]).toEqual([true, true]);
});

test.each(PASSED)('%j is passed: %s', async (text) => {
  expect([hasPersonnummer(text), ...(await inSql([text]))]).toEqual([false, false]);
});

describe('the SQL and the plain implementation say the same', () => {
  const runs = process.env.LONG ? 300 : 30;

  it('of digits', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(numberWithCheckDigit, { minLength: 100, maxLength: 200 }),
        async (numbers) => {
          expect(await inSql(numbers)).toEqual(numbers.map(isPersonnummer));
        },
      ),
      { numRuns: runs, seed: 1 },
    );
  });

  it('of texts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(textsLikeNumbers, { minLength: 100, maxLength: 300 }), async (texts) => {
        expect(await inSql(texts)).toEqual(texts.map((text) => hasPersonnummer(text)));
      }),
      { numRuns: runs, seed: 1 },
    );
  });
});
