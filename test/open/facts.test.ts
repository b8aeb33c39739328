import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTextScan, type TextFacts } from '../../data-loaders/extracts/open/facts.ts';

/** The facts of a text with all of it at hand, the obvious way. */
function obvious(bytes: Buffer): TextFacts {
  const bom = (
    [
      ['utf-8', 'efbbbf'],
      ['utf-16le', 'fffe'],
      ['utf-16be', 'feff'],
    ] as const
  ).find(([, mark]) => bytes.toString('hex').startsWith(mark))?.[0];
  const text = bytes.toString('latin1');
  const lines = text
    .slice(bom === 'utf-8' ? 3 : 0)
    .split('\n')
    .map((line, index, all) => (index < all.length - 1 ? line.replace(/\r$/, '') : line));
  const last = lines.findLastIndex((line) => line !== '');
  const ends = new Set(text.match(/\r\n|\r|\n/g));
  return {
    size: bytes.length,
    bom: bom ?? null,
    utf8: isUtf8(bytes),
    nul: bytes.includes(0),
    lineEnd:
      ends.size === 0 || (ends.size === 1 && ends.has('\n'))
        ? '\n'
        : ends.size === 1 && ends.has('\r\n')
          ? '\r\n'
          : null,
    lines: last + 1,
    blankLine: lines.slice(0, last + 1).includes(''),
    longestLine: Math.max(...lines.map(({ length }) => length)),
  };
}

test('the same facts however the file comes in pieces', () => {
  const piece = fc.constantFrom(
    'a',
    'bcdefghijklmnopqrstuvwxyz',
    '\n',
    '\r\n',
    '\r',
    'å',
    '–',
    '😀',
    '\0',
    '\xc3',
    '\ufeff',
  );
  const bytes = fc
    .array(fc.oneof({ arbitrary: piece, weight: 9 }, fc.constant(null)), { maxLength: 60 })
    .map((pieces) =>
      Buffer.concat(pieces.map((one) => (one === null ? Buffer.from([0xe5]) : Buffer.from(one)))),
    );
  fc.assert(
    fc.property(
      bytes,
      fc.array(fc.integer({ min: 3, max: 40 }), { minLength: 1, maxLength: 5 }),
      (whole, sizes) => {
        const scan = createTextScan();
        for (let at = 0, turn = 0; at < whole.length; turn++) {
          const size = sizes[turn % sizes.length]!;
          scan.update(whole.subarray(at, at + size));
          at += size;
        }
        expect(scan.end()).toEqual(obvious(whole));
      },
    ),
    { numRuns: 2_000, seed: 7 },
  );
});
