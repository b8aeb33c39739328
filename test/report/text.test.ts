import { expect, test } from 'vitest';
import { runStays } from '../../data-loaders/counting.ts';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { findingsText, readFindings, reportText } from '../../data-loaders/report.ts';
import { csv, stage } from '../load/helpers.ts';

const HEADING =
  'vardtillfalle_id;patient_id;kommun;vardgivare;inskrivning;utskrivning;utskriven_till;Avdelning';
const hard = (text: string) => text.replaceAll('\u00a0', ' ');

test('each file: rows, reasons with the first rows, columns with empty cells and days, headings nobody knows', async () => {
  const rows = Array.from({ length: 7 }, (_, index) => `F${index};;Lundd;SUS;2024-01-01;2024-01-02;;x`);
  const { report, unknown } = await stage({
    'utskrivningar.csv': csv(
      HEADING,
      'A;P1;Lund;SUS;2024-01-01;2024-01-05;Hem;x',
      'B;;Lund;SUS;2024-01-03;;Månen;x',
      'A;P1;Lund;SUS;2024-01-01;2024-01-05;Hem;x',
      ...rows,
    ),
    'läsmig.txt': 'x',
  });
  expect(hard(reportText(report, unknown))).toBe(
    [
      'utskrivningar.csv (utskrivningar): 10 rader lästa, 2 används',
      '  avvisade:',
      '    7 rader: kommunen är okänd (kolumnen kommun, rad 5, 6, 7, 8, 9 …)',
      '    1 rad: raden är likadan som en tidigare (rad 4)',
      '  anmärkningar:',
      '    1 rad: utskriven_till är inget av de kända värdena och räknas som annat (kolumnen utskriven_till, rad 3)',
      '  kolumner:',
      '    patient_id      tom i 80 %',
      '    inskrivning                       2024-01-01 till 2024-01-03',
      '    utskrivning     tom i 10 %        2024-01-02 till 2024-01-05',
      '    utskriven_till  tom i 70 %',
      '  kolumner som inte känns igen: Avdelning',
      'Filer som inte lästes, för att namnet inte är känt: läsmig.txt',
      'Avvisade rader med skäl ligger i .warehouse/karantan, en CSV-fil per utdrag.',
      '',
    ].join('\n'),
  );
});

test('a reason found in several columns names them; one row is one row', async () => {
  const { report } = await stage({
    'utskrivningar.csv': csv(HEADING, 'A;P1;Lund;SUS;9999-12-31;;;', 'B;P2;Lund;SUS;2024-13-01;2024-14-01;;'),
    'utskrivningsklar.csv': csv('vardtillfalle_id;kommun;utskrivningsklar', 'A;Lund;2024-01-01'),
  });
  const text = hard(reportText(report));
  expect(text).toContain('    1 rad: ett datum går inte att läsa (kolumnen inskrivning, rad 3)');
  expect(text).toContain('utskrivningsklar.csv (utskrivningsklar): 1 rad läst, 1 används');
  const [file] = report;
  const i_kolumner = { ...file!.i_kolumner, avvisade: { ogiltigt_datum: ['a', 'b', 'c'] } };
  expect(hard(reportText([{ ...file!, i_kolumner }]))).toContain('(kolumnerna a, b och c, rad 3)');
});

test('how a file had to be read', async () => {
  const text = csv('Utskrivningar 2024', HEADING, 'Å;P1;Lund;SUS;2024-01-01;;;');
  const { report } = await stage({ 'utskrivningar.csv': Buffer.from(text, 'latin1') });
  expect(reportText(report)).toContain(
    '\n  läst så: kodning Windows-1252; 1 titelrad ovanför rubrikerna hoppades över\n',
  );
});

test('the whole: what is off or rests on little, and rows by month with those that stand out', async () => {
  const profile = {
    ...readProfile('skane'),
    granskning: { ...readProfile('skane').granskning, lucka_minst: 1 },
  };
  const stay = (id: string, day: string, vardgivare: string) =>
    `${id};P${id};Lund;${vardgivare};${day};${day};;x`;
  const { connection } = await stage(
    {
      'utskrivningar.csv': csv(
        HEADING,
        stay('1', '2024-01-01', 'SUS'),
        stay('2', '2024-02-02', 'SUS'),
        stay('3', '2024-04-30', 'SUS'),
        stay('4', '2024-03-03', 'Ystads lasarett'),
      ),
    },
    profile,
  );
  await runStays(connection);
  const text = hard(findingsText(await readFindings(connection), profile)).split('\n');
  expect(text.shift()).toBe(
    'Uppgifterna räknas från 2024-01-01 till och med 2024-04-30, som är sista datadag.',
  );
  expect(text[0]).toBe('Det här kan inte räknas, för att en kolumn saknas:');
  // Which indicators there are follows from the registry.
  const lacking = text.filter((line) => line.startsWith('  utan '));
  expect(
    lacking.some((line) =>
      /^ {2}utan oplanerad\/planerad: Oplanerad återinskrivning inom 30 dagar/.test(line),
    ),
  ).toBe(true);
  expect(
    lacking.some((line) =>
      /^ {2}utan utskrivningsklar: Andel utskrivna på utskrivningsklardagen; /.test(line),
    ),
  ).toBe(true);
  const rest = text.slice(1 + lacking.length);
  expect(rest[1]).toMatch(
    /^ {2}utskriven_till \(tom i 100 %\): .*Utskrivna kring storhelg, efter destination/,
  );
  expect([rest[0], ...rest.slice(2)]).toEqual([
    'Det här vilar på en kolumn som är tom i mer än 50 % av raderna:',
    'Vårdtillfällen per månad och vårdgivare:',
    '          alla  sus  ystads_lasarett',
    '  2024-01    1    1                0',
    '  2024-02    1    1                0',
    '  2024-03    1    0*               1',
    '  2024-04    1    1                0',
    'Månader som sticker ut (markerade med * i tabellerna):',
    '  SUS: inga vårdtillfällen i 2024-03, men både före och efter (0, vanligt är 1).',
    '',
  ]);
});

test('readmissions in the source and in the figures, unless the figure is off', async () => {
  const head = 'vardtillfalle_id;patient_id;kommun;vardgivare;inskrivning;utskrivning';
  const rows = ['A;P;Lund;SUS;2024-01-01;2024-01-05', 'B;P;Lund;SUS;2024-01-20;2024-03-20'];
  const returns = {
    'aterinskrivningar.csv': csv('vardtillfalle_id;aterinskriven', 'A;2024-01-20', 'X;2024-01-20'),
  };
  const told = async (files: Record<string, string>) => {
    const { connection, profile } = await stage({ ...files, ...returns });
    await runStays(connection);
    return hard(findingsText(await readFindings(connection), profile));
  };
  const planned = rows.map((row) => `${row};ja`);
  expect(await told({ 'utskrivningar.csv': csv(`${head};oplanerad`, ...planned) })).toContain(
    'Återinskrivningar: 1 i både källan och beräkningen, 1 bara i källan, 0 bara i beräkningen.\n',
  );
  expect(await told({ 'utskrivningar.csv': csv(head, ...rows) })).not.toContain('Återinskrivningar:');
});
