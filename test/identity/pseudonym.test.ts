import { createHmac } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { keyFingerprint, readKeyFile } from '../../data-loaders/extracts/identity/key.ts';
import { createIdentityMacros } from '../../data-loaders/extracts/identity/macros.ts';
import { forgetPseudonymKey, usePseudonymKey } from '../../data-loaders/extracts/identity/pseudonym.ts';
import { openDatabase } from '../../data-loaders/sql.ts';
import { folderWith } from '../load/helpers.ts';
import { numberWithCheckDigit } from './numbers.ts';

const KEY = Buffer.from('nyckeln är hemlig och den har mer än 32 byte');

async function database(file = ':memory:'): Promise<DuckDBConnection> {
  const { connection, close } = await openDatabase(file);
  onTestFinished(close);
  await createIdentityMacros(connection);
  return connection;
}

/** The pseudonym the SQL gives each id. */
async function pseudonyms(ids: string[], key = KEY): Promise<(string | null)[]> {
  const connection = await database();
  const pseudonym = await usePseudonymKey(connection, key);
  const reader = await connection.runAndReadAll(
    `select ${pseudonym('v')} from (select unnest(from_json($ids::json, '["varchar"]')) as v)`,
    { ids: JSON.stringify(ids) },
  );
  return reader.getRows().map(([value]) => value as string | null);
}

const hmac = (text: string, key = KEY): string =>
  createHmac('sha256', key).update(text, 'utf8').digest('hex').slice(0, 24);

test('HMAC-SHA256 as node:crypto has it, for ids of any kind and keys of any length', async () => {
  const ids = fc.sample(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 80 }), {
    numRuns: 500,
    seed: 1,
  });
  const plain = [
    'P0000001',
    'é',
    '漢字',
    'a b',
    ...ids.filter((id) => /^[!-~]+$/.test(id) && !/\d{6}/.test(id)),
  ];
  expect(plain.length).toBeGreaterThan(100);
  const bytes = (length: number) =>
    Buffer.from(Array.from({ length }, (_, index) => (index * 151 + 7) % 256));
  for (const key of [KEY, Buffer.alloc(32), bytes(64), bytes(65), bytes(500)])
    expect(await pseudonyms(plain, key)).toEqual(plain.map((id) => hmac(id, key)));
});

test('a personnummer has one pseudonym however it is written, another person another', async () => {
  const forms: Record<string, string[]> = {
    '191212121212': [
      '191212121212',
      '19121212-1212',
      '19121212+1212',
      '19121212 1212',
      ' 19121212-1212\u00a0',
      '19121212\u20111212',
      '1912-12-12-1212',
      '121212+1212',
      '1.91212121212E11',
    ],
    '201212121212': ['201212121212', '20121212-1212', '121212-1212', '1212121212'],
    '197010632391': ['701063-2391', '7010632391', '19701063-2391'],
    '187010632391': ['701063+2391'],
  };
  for (const [number, written] of Object.entries(forms))
    expect(await pseudonyms(written)).toEqual(written.map(() => hmac(number)));
});

test('of random numbers, with and without century', async () => {
  const numbers = [...new Set(fc.sample(numberWithCheckDigit, { numRuns: 500, seed: 2 }))];
  const expected = numbers.map((number) => {
    const isDay = /^(18|19|20)?\d\d(0\d|1[0-2])([0126-8]\d|3[01]|9[01])\d{4}$/.test(number);
    const century = Number(number.slice(0, 2)) <= 26 ? '20' : '19';
    return hmac(isDay && number.length === 10 ? `${century}${number}` : number);
  });
  expect(await pseudonyms(numbers)).toEqual(expected);
});

test('spaces round an id say nothing; no id, no pseudonym', async () => {
  expect(await pseudonyms([' P1 ', 'P1', '\tP1\u00a0', '', '  ', '\u00a0'])).toEqual([
    hmac('P1'),
    hmac('P1'),
    hmac('P1'),
    null,
    null,
    null,
  ]);
});

test('the key is in no file of the database, and gone when it is forgotten', async () => {
  const folder = folderWith({});
  const connection = await database(join(folder, 'w.duckdb'));
  const pseudonym = await usePseudonymKey(connection, KEY);
  await connection.run(
    `create table t as select ${pseudonym('v')} as v from (select 'P' || range as v from range(5000))`,
  );
  const inner = Buffer.alloc(64);
  KEY.copy(inner);
  const secrets = [0, 0x36, 0x5c].map((pad) =>
    Buffer.from(inner.map((byte) => byte ^ pad)).subarray(0, KEY.length),
  );
  const absent = () => {
    for (const file of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, file));
      for (const secret of secrets) expect([file, bytes.includes(secret)]).toEqual([file, false]);
    }
  };
  expect(readdirSync(folder).length).toBeGreaterThan(0);
  absent();
  await connection.run('checkpoint');
  absent();
  await forgetPseudonymKey(connection);
  await expect(connection.run(`select ${pseudonym('v')} from t`)).rejects.toThrow('pseudonym key is not set');
});

test('an error tells neither key nor id', async () => {
  const connection = await database();
  const pseudonym = await usePseudonymKey(connection, KEY);
  const broken = `select error('x' || ${pseudonym('v')}), nej from (select '191212121212' as v)`;
  const error = await connection.run(broken).catch((reason: unknown) => String(reason));
  expect(error).toContain('nej');
  expect(error).not.toMatch(/hemlig|HE|[0-9a-f]{64}/);
});

test('key files that cannot be used', () => {
  const folder = folderWith({ kort: 'x'.repeat(31), bra: KEY });
  mkdirSync(join(folder, 'dist', 'data'), { recursive: true });
  writeFileSync(join(folder, 'dist', 'data', 'nyckel'), KEY);
  const read = (name: string) => () => readKeyFile(join(folder, name), [join(folder, 'dist')]);
  expect(read('kort')).toThrow(/kort: nyckelfilen har 31 byte och ska ha minst 32\. Gör en med: head -c 32/);
  expect(read('saknas')).toThrow(/saknas går inte att läsa som nyckelfil/);
  expect(read('.')).toThrow(/går inte att läsa som nyckelfil/);
  expect(read('dist/data/nyckel')).toThrow(/ligger i en mapp som byts ut eller publiceras/);
  expect(read('bra')()).toEqual(KEY);
});

test('a key that others can read is used, with a warning', () => {
  const folder = folderWith({ nyckel: KEY });
  const file = join(folder, 'nyckel');
  const said: string[] = [];
  for (const mode of [0o600, 0o400, 0o640, 0o604]) {
    chmodSync(file, mode);
    readKeyFile(file, [], (text) => said.push(text));
  }
  const warning = `Nyckelfilen ${file} kan läsas av andra än sin ägare. Ändra det med: chmod 600 ${file}`;
  expect(said).toEqual([warning, warning]);
});

test('the fingerprint tells keys apart and nothing else', () => {
  expect(keyFingerprint(KEY)).toMatch(/^[0-9a-f]{32}$/);
  expect(keyFingerprint(KEY)).toBe(keyFingerprint(Buffer.from(KEY)));
  expect(keyFingerprint(KEY)).not.toBe(keyFingerprint(Buffer.concat([KEY, Buffer.from('\n')])));
});
