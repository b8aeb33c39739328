import { expect, test } from 'vitest';
import { flagText } from '../../data-loaders/report/flaggor.ts';
import type { Filrapport } from '../../data-loaders/report/types.ts';
import { publishedReport } from '../../data-loaders/report.ts';

const column = { namn: 'orsak', rubrik: 'Orsak', forsta: null, sista: null };
const file: Filrapport = {
  fil: 'utskrivningsklar.csv',
  slag: 'utskrivningsklar',
  sha256: 'x',
  lasning: [],
  lasta: 100,
  anvanda: 98,
  avvisade: { okand_kommun: 2 },
  strukna_uppgifter: { ogiltigt_datum: 1 },
  anmarkningar: { lang_vistelse: 4, okand_destination: 5 },
  rader: {
    avvisade: { okand_kommun: [7, 9] },
    strukna_uppgifter: { ogiltigt_datum: [3] },
    anmarkningar: { lang_vistelse: [4, 5, 6, 7], okand_destination: [1, 2, 3, 4, 5] },
  },
  i_kolumner: {
    avvisade: { okand_kommun: ['kommun'] },
    strukna_uppgifter: {},
    anmarkningar: { lang_vistelse: ['utskrivning'], okand_destination: ['utskriven_till'] },
  },
  okanda_kolumner: [],
  kolumner: [
    { ...column, tomma: 4, rader: 100 },
    { ...column, tomma: 5, rader: 100 },
    { ...column, tomma: 0, rader: 100 },
    { ...column, tomma: 96, rader: 100 },
    { ...column, tomma: 95, rader: 100 },
    { ...column, tomma: 100, rader: 100 },
  ],
};

test('what 1 to 4 patients are behind is not published; faults of the extract are', () => {
  const [published] = publishedReport([file], 5);
  expect(published).toMatchObject({
    lasta: 100,
    avvisade: { okand_kommun: 2 },
    strukna_uppgifter: { ogiltigt_datum: 1 },
    anmarkningar: { lang_vistelse: null, okand_destination: 5 },
  });
  expect(published!.rader).toEqual({
    avvisade: { okand_kommun: [7, 9] },
    strukna_uppgifter: { ogiltigt_datum: [3] },
    anmarkningar: { okand_destination: [1, 2, 3, 4, 5] },
  });
  expect(published!.i_kolumner.anmarkningar).toEqual({ okand_destination: ['utskriven_till'] });
  expect(published!.kolumner.map(({ saknas_andel }) => saknas_andel)).toEqual([null, 0.05, 0, null, 0.95, 1]);
  expect(JSON.stringify(published)).not.toMatch(/"tomma"|96/);
});

test('threshold 1 hides nothing, and rows that are no patients are not hidden', () => {
  expect(publishedReport([file], 1)[0]!.anmarkningar).toEqual({ lang_vistelse: 4, okand_destination: 5 });
  const [open] = publishedReport([{ ...file, slag: 'aktiviteter' }], 5);
  expect(open!.kolumner[0]!.saknas_andel).toBe(0.04);
});

test('what a flag says', () => {
  const words = { enhet: 'SUS', manad: (iso: string) => iso.slice(0, 7), kvot: '2' };
  const flag = { uppgift: 'underrattelser', niva: 'vardgivare', enhet_id: 'sus' } as const;
  const month = { fran: '2024-03-01', till: '2024-03-01' };
  const said = (flagga: Parameters<typeof flagText>[0]['flagga'], span = month, kvot = '2') =>
    flagText({ ...flag, flagga, ...span }, { ...words, kvot });
  expect(said('lucka', { fran: '2024-03-01', till: '2024-05-01' })).toBe(
    'SUS: inga underrättelser från 2024-03 till och med 2024-05, men både före och efter.',
  );
  expect(said('upphor')).toBe('SUS: inga underrättelser från och med 2024-03.');
  expect(said('borjar')).toBe('SUS: inga underrättelser till och med 2024-03.');
  expect(said('avkortad')).toBe(
    'SUS: 2024-03 verkar inte vara hel: få underrättelser, eller inga alls i början eller slutet av månaden.',
  );
  expect(said('hopp_upp')).toBe('SUS: 2024-03 har mer än dubbelt så många underrättelser som vanligt.');
  expect(said('hopp_ned')).toBe('SUS: 2024-03 har mindre än hälften så många underrättelser som vanligt.');
  expect(said('hopp_upp', month, '2,5')).toContain('mer än 2,5 gånger så många');
  expect(said('hopp_ned', month, '3')).toContain('mindre än 1/3 så många');
});
