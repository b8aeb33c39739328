import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DataError, printable } from '../../data-loaders/errors.ts';
import { hasPersonnummer, MASK, maskNumbers, redact } from '../../data-loaders/extracts/identity/number.ts';
import { textsLikeNumbers } from './numbers.ts';

test.each([
  ['ring 19121212-1212 i dag', `ring ${MASK} i dag`],
  ['121212-1213', MASK],
  ['991332-0000;x', `${MASK};x`],
  ['1912-12-12-1212', MASK],
  ['121212\u00a0-\u00a01212', MASK],
  ['1912121212121212', MASK],
  ['1,9121212E+11', MASK],
  ['2023-06-24 14:05', '2023-06-24 14:05'],
  ['P0000001', 'P0000001'],
  ['rad 12, 13 och 14', 'rad 12, 13 och 14'],
])('redact %j → %j: whatever looks like a number', (text, masked) => {
  expect(redact(text)).toBe(masked);
});

test('maskNumbers masks valid numbers only', () => {
  expect(maskNumbers('utskrivningar-202306241405.csv 19121212-1212')).toBe(
    `utskrivningar-202306241405.csv ${MASK}`,
  );
  expect(maskNumbers('121212-1213, 121212-1212')).toBe(`121212-1213, ${MASK}`);
});

test('a word of millions of letters beside a number takes no longer than it is', { timeout: 20_000 }, () => {
  const word = 'x'.repeat(1 << 21);
  expect(hasPersonnummer(`${word} 19121212-1212 ${word}`)).toBe(true);
  expect(hasPersonnummer(`1${word} 19121212-1213 ${word}`)).toBe(false);
});

test('no text has a number left, masked either way', () => {
  fc.assert(
    fc.property(textsLikeNumbers, (text) => {
      expect(hasPersonnummer(redact(text))).toBe(false);
      expect(hasPersonnummer(maskNumbers(text))).toBe(false);
    }),
    { numRuns: 20_000, seed: 3 },
  );
});

test('no message has one, whatever it quotes', () => {
  expect(new DataError('Filen 191212121212.csv är tom.').message).toBe(`Filen ${MASK}.csv är tom.`);
  expect(printable('Could not convert string "19121212-1212"')).toBe(`Could not convert string "${MASK}"`);
});

test('long texts are read in a moment', () => {
  const start = process.cpuUsage();
  for (const piece of ['a', '1', ' ', '1a', '12 ', '121213-', 'abcdef12-'])
    hasPersonnummer(piece.repeat(300_000 / piece.length));
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(20);
});
