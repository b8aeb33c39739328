import { expect, onTestFinished, test } from 'vitest';
import { assertNoIdentity, type IdentityCheck } from '../../data-loaders/extracts/identity/check.ts';
import { createIdentityMacros } from '../../data-loaders/extracts/identity/macros.ts';
import { unknownColumnsExpression } from '../../data-loaders/extracts/identity/sql.ts';
import { assertNoIdentityOutside, type Outside } from '../../data-loaders/extracts/identity/texts.ts';
import { openDatabase } from '../../data-loaders/sql.ts';
import { messageOf } from '../load/helpers.ts';

const AGAIN = 'Ta ut utdraget på nytt utan dem: ett löpnummer räcker som id, och fri text behövs inte.';
const HEAD = 'Filen u.csv innehåller personnummer eller samordningsnummer. Inget ur filen har sparats.';

type Column = IdentityCheck['columns'][number];
const id = (name: string): Column => ({ name, rubrik: name, kolumn: name, kind: 'id' });
const text = (name: string, kind: Column['kind'] = 'text'): Column => ({ ...id(name), kind });

/** What the check of a table made by `select` says; '' if it says nothing. */
async function said(
  select: string,
  columns: Column[],
  { nummerserier = [], ...more }: Partial<IdentityCheck> & { nummerserier?: string[] } = {},
): Promise<string> {
  const { connection, close } = await openDatabase(':memory:');
  onTestFinished(close);
  await createIdentityMacros(connection);
  await connection.run(`create table t as ${select}`);
  const check = { fil: 'u.csv', table: 't', columns, profile: { nummerserier }, rad: 'rowid + 2', ...more };
  return await messageOf(async () => {
    await assertNoIdentity(connection, check);
    throw Object.assign(new Error('passed'), { name: 'Passed' });
  }).catch((error: Error) => {
    if (error.name === 'Passed') return '';
    throw error;
  });
}

test('each column with its count and first rows, never the number', async () => {
  const rows = "select '19121212-1212' as patient_id, 'ring 701063-2391' as orsak from range(1200)";
  expect(await said(rows, [id('patient_id'), text('orsak')])).toBe(
    [
      HEAD,
      '  kolumnen patient_id: 1\u00a0200 rader (rad 2, 3, 4, 5, 6 …)',
      '  kolumnen orsak: 1\u00a0200 rader (rad 2, 3, 4, 5, 6 …)',
      AGAIN,
      'Är det patientens id: bygg med --pseudonymize NYCKELFIL, så ersätts det med en pseudonym redan vid inläsningen.',
    ].join('\n'),
  );
});

test.each(['id', 'date', 'text'] as const)(
  'one number among many values, in a column of kind %s',
  async (kind) => {
    const rows = `
    select case when range = 4000 then 'P19121212-1212' else 'V' || lpad(range::varchar, 11, '0') end as klinik
    from range(5000)`;
    expect((await said(rows, [text('klinik', kind)])).split('\n').slice(0, 3)).toEqual([
      HEAD,
      '  kolumnen klinik: 1 rad (rad 4002)',
      AGAIN,
    ]);
  },
);

test('times that look like numbers: the message says how to write them', async () => {
  expect(await said("select '20230624-1403' as inskrivning", [text('inskrivning', 'date')])).toBe(
    [
      HEAD,
      '  kolumnen inskrivning: 1 rad (rad 2)',
      AGAIN,
      'Är det tider: skriv dem som 2023-06-24 14:05. Utan kolon går de inte att skilja från personnummer.',
    ].join('\n'),
  );
});

test('a value with two numbers is one row', async () => {
  const rows = "select '121212-1212 och 701063-2391' as v";
  for (const kind of ['id', 'text'] as const)
    expect(await said(rows, [text('v', kind)])).toContain('kolumnen v: 1 rad (rad 2)');
});

test('an id column of digits: the message names the way out', async () => {
  const rows = "select v from (values ('1234567890'), ('1212121212'), ('191212121212')) as t (v)";
  const column = { name: 'v', rubrik: 'Vtf-id', kolumn: 'vardtillfalle_id', kind: 'id' as const };
  expect(await said(rows, [column])).toBe(
    [
      HEAD,
      '  kolumnen vardtillfalle_id ("Vtf-id"): 2 rader (rad 3, 4)',
      AGAIN,
      'Är vardtillfalle_id ("Vtf-id") en nummerserie, där några nummer bara råkar likna personnummer: skriv kolumnen under nummerserier i profilen.',
    ].join('\n'),
  );
  for (const name of ['vardtillfalle_id', 'Vårdtillfälle ID', 'VTF-ID'])
    expect(await said(rows, [column], { nummerserier: [name] })).toBe('');
  expect(await said(rows, [column], { nummerserier: ['patient_id'] })).not.toBe('');
});

test.each(['id', 'text'] as const)(
  'a number series (%s) has digits and letters round them, nothing between',
  async (kind) => {
    const serie = { nummerserier: ['v'] };
    const of = (value: string) => said(`select '${value}' as v`, [text('v', kind)], serie);
    for (const value of ['1212121212', ' 191212121212 ', 'VTF1212121212', '1212121212A'])
      expect([value, await of(value)]).toEqual([value, '']);
    for (const value of ['121212-1212', '191212 121212 1212', 'nr 1212121212', '1212121212 1212121212'])
      expect([value, await of(value)]).toEqual([value, expect.stringContaining('kolumnen v: 1 rad')]);
  },
);

test('columns that are not kept: the reading says which of them have numbers', async () => {
  const unknown = [
    { name: 'a', series: false },
    { name: 'b "x"', series: false },
    { name: 'c', series: true },
  ];
  const rows = `
    select '${'ok'}' as klinik, ${unknownColumnsExpression(unknown)} as okanda
    from (values
        ('ring 121212-1212', '1212121212', '1212121212'), ('2023-06-24 14:05', null, ''), (null, '7010632391', 'x'),
        ('701063-2391', '', '701063-2391')) as t (a, "b ""x""", c)`;
  const more = { unknown: { name: 'okanda', rubriker: ['Kommentar', '191212121212', ''] } };
  expect(await said(rows, [text('klinik')], more)).toBe(
    [
      HEAD,
      '  kolumnen "Kommentar": 2 rader (rad 2, 5)',
      '  kolumnen "[dolt nummer]": 2 rader (rad 2, 4)',
      '  kolumnen (utan rubrik): 1 rad (rad 5)',
      AGAIN,
      'Är "[dolt nummer]" en nummerserie, där några nummer bara råkar likna personnummer: skriv kolumnen under nummerserier i profilen.',
    ].join('\n'),
  );
  expect(unknownColumnsExpression([])).toBe('null::varchar');
});

/** What is said of texts outside a table; '' if nothing. */
const outside = (fil: string, texts: Partial<Outside>, options = { series: false, pseudonyms: false }) => {
  try {
    assertNoIdentityOutside(fil, { headings: [], texter: [], broken: [], ...texts }, options);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

test('file name, headings, title rows and rows of the wrong form', () => {
  expect(outside('utskrivningar 121212-1212.csv', {})).toBe(
    'Filnamnet utskrivningar [dolt nummer].csv innehåller ett personnummer eller samordningsnummer. Byt namn på filen.',
  );
  const texter = [
    { plats: 'bladets namn', text: 'Blad1' },
    { plats: 'rad 1', text: 'Beställt av 19121212-1212' },
  ];
  const broken = [{ rad: 17, text: 'x;1212121212' }];
  expect(outside('u.csv', { headings: ['kommun', '701063-2391'], texter, broken })).toBe(
    'Filen u.csv innehåller personnummer eller samordningsnummer utanför tabellens kolumner: 3 texter (rubrikraden, rad 1, rad 17). ' +
      'Inget ur filen har sparats. Ta bort numren och försök igen.',
  );
  expect(outside('u.csv', { broken }, { series: true, pseudonyms: false })).toBe('');
  expect(outside('u.csv', { broken }, { series: false, pseudonyms: true })).toBe('');
  expect(outside('u.csv', { texter }, { series: true, pseudonyms: true })).toContain('1 text (rad 1)');
  expect(outside('utskrivningar-20240131.csv', { headings: ['Utdrag 2024-01-31 14:05'] })).toBe('');
});
