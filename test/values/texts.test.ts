import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutBlanks } from '../../data-loaders/extracts/values/text.ts';
import { fill, withMacros } from './helpers.ts';

/** Hard, thin and wide spaces, marks of no width, line breaks. */
const BLANKS = [
  ' ',
  '\t',
  '\n',
  '\r',
  '\u00a0',
  '\u2009',
  '\u202f',
  '\u2007',
  '\u3000',
  '\u200b',
  '\u200d',
  '\u2060',
  '\ufeff',
];

test('blanks of every kind are taken from both ends of a cell, never from its middle', async () => {
  const { connection, rows } = await withMacros();
  const texts = BLANKS.flatMap((blank) => [
    blank,
    `${blank}Lund`,
    `Lund${blank}`,
    `${blank} Å${blank}ö ${blank}`,
    `a${blank}b`,
  ]);
  await fill(connection, ['', '  ', ...texts]);
  const read = await rows('select v, falttext(v) as text from t order by nr');
  expect(read).toEqual(read.map(({ v }) => ({ v, text: withoutBlanks(String(v)) || null })));
  expect(read.filter(({ text }) => text === 'Lund')).toHaveLength(2 * BLANKS.length);
});

test('random texts are trimmed alike in SQL and TypeScript', async () => {
  const { connection, rows } = await withMacros();
  const letter = fc.oneof(
    fc.constantFrom(...BLANKS),
    fc.constantFrom('a', 'Ö', '1', '–', '\u3042', '😀', '\u0301'),
  );
  const texts = fc.sample(fc.string({ unit: letter, maxLength: 6 }), { numRuns: 4000, seed: 3 });
  await fill(connection, texts);
  const read = await rows('select v, falttext(v) as text from t order by nr');
  expect(read.filter(({ v, text }) => text !== (withoutBlanks(String(v)) || null))).toEqual([]);
});

test('yes and no', async () => {
  const { rows } = await withMacros();
  const said = async (text: string) =>
    (await rows(`select case when ar_ja('${text}') then 'ja' when ar_nej('${text}') then 'nej' end as x`))[0]!
      .x;
  for (const yes of ['1', 'ja', 'Ja', 'JA', 'j', 'J', 'true', 'TRUE', 'sant', 'SANT', '1.0', '1,0']) {
    expect([yes, await said(yes)]).toEqual([yes, 'ja']);
  }
  for (const no of ['0', 'nej', 'N', 'n', 'false', 'FALSKT', '0.0', '0,0']) {
    expect([no, await said(no)]).toEqual([no, 'nej']);
  }
  for (const neither of ['x', 'X', '2', '-', 'kanske', 'jaha', 'vet ej']) {
    expect([neither, await said(neither)]).toEqual([neither, null]);
  }
});

test('planned and unplanned that contradict each other', async () => {
  const { rows } = await withMacros();
  const pairs: [string, string, boolean | null, boolean][] = [
    ['ja', 'nej', true, false],
    ['ja', 'ja', true, true],
    ['0', '0', false, true],
    ['nej', 'ja', false, false],
    ['ja', 'kanske', true, false],
    ['Akut', 'Elektiv', true, true],
  ];
  for (const [o, p, oplanerad, motsager] of pairs) {
    expect(
      await rows(
        `select las_oplanerad('${o}', '${p}') as oplanerad, coalesce(planering_motsager('${o}', '${p}'), false) as motsager`,
      ),
    ).toEqual([{ oplanerad, motsager }]);
  }
});

test('numbers', async () => {
  const { rows } = await withMacros();
  const numbers: [string, number | null, string | null][] = [
    ['19,6', 19.6, null],
    ['19.6', 19.6, null],
    ['1 884', 1884, '1884'],
    ['1\u00a0884\u202f000,5', 1_884_000.5, null],
    ['1\u2009884', 1884, '1884'],
    ['-3', -3, null],
    ['\u22123,5', -3.5, null],
    ['1940.0', 1940, '1940'],
    ['0', 0, '0'],
    ['1 88', null, null],
    ['1884 000', null, null],
    ['1.884,5', null, null],
    ['1e3', null, null],
    ['ca 1', null, null],
    ['inf', null, null],
    ['1,', null, null],
  ];
  for (const [text, number, whole] of numbers) {
    expect([
      text,
      ...(await rows(`select las_tal('${text}') as tal, las_heltal('${text}') as heltal`)),
    ]).toEqual([text, { tal: number, heltal: whole }]);
  }
});
