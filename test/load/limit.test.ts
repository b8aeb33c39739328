import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { assertAcceptable, writeQuarantine } from '../../data-loaders/report.ts';
import { csv, folderWith, GOOD, HEAD, messageOf, stage } from './helpers.ts';

describe('the limit and the quarantine', () => {
  const many = Array.from({ length: 19 }, (_, index) => `G${index};;Malmö;;SUS;;2024-01-01;;;;`);
  const faults = ['X1;;Helsingbrog;;SUS;;2024-01-01;;;;', 'X2;;Malmö;;SUS;;2024-01-01;2023-01-01;;;'];

  test('one of twenty is within it', async () => {
    const { connection, report, profile } = await stage({
      'utskrivningar.csv': csv(HEAD, ...many, faults[0]!),
    });
    await expect(assertAcceptable(connection, report, profile)).resolves.toBeUndefined();
  });

  test('two of twenty-one are not; duplicates and empty rows do not count', async () => {
    const rows = [...many, ...faults, ';;;;;;;;;;', many[0]!];
    const { connection, report, profile } = await stage({ 'utskrivningar.csv': csv(HEAD, ...rows) });
    expect(await messageOf(() => assertAcceptable(connection, report, profile))).toBe(
      [
        '2 av 23 rader i utskrivningar.csv (8,7\u00a0%) kan inte användas; gränsen är 5\u00a0% (max_avvisade_andel i profilen).',
        '  1 rad: kommunen är okänd (kolumnen kommun i utskrivningar.csv rad 21). Skriv kommunens namn (Lund, Lunds kommun) eller dess kod (1281).',
        '    "Helsingbrog" (1 rad): menade du Helsingborg?',
        '  1 rad: utskrivningen är före inskrivningen (kolumnen utskrivning i utskrivningar.csv rad 22). Rätta tiderna i källsystemet.',
        'Rätta utdraget och försök igen. Alla avvisade rader med skäl står i mappen .warehouse/karantan.',
      ].join('\n'),
    );
    await expect(
      assertAcceptable(connection, report, { ...profile, max_avvisade_andel: 0.1 }),
    ).resolves.toBeUndefined();
  });

  test('no stays at all', async () => {
    const figures = csv('indikator;niva;enhet;period;varde;kalla', 'x;region;Skåne;2023;1;k');
    const without = await stage({ 'jamforelse.csv': figures });
    expect(await messageOf(() => assertAcceptable(without.connection, without.report, without.profile))).toBe(
      'Utdragen har inga vårdtillfällen. Lägg till en fil vars namn börjar med utskrivningar eller vardtillfallen.',
    );
    const refused = await stage(
      { 'utskrivningar.csv': csv(HEAD, faults[0]!) },
      { ...readProfile('skane'), max_avvisade_andel: 1 },
    );
    expect(await messageOf(() => assertAcceptable(refused.connection, refused.report, refused.profile))).toBe(
      'Inget vårdtillfälle i utskrivningar.csv kan användas. Alla avvisade rader med skäl står i mappen .warehouse/karantan.',
    );
  });

  test('the message never shows what could identify someone', async () => {
    const rows = [
      ...many,
      'X1;191212121213;191212121213;;SUS;;2024-01-01;;;;',
      'X2;;Malmö;;SUS;;19121212;;;;',
    ];
    const { connection, report, profile } = await stage({ 'utskrivningar.csv': csv(HEAD, ...rows) });
    expect(await messageOf(() => assertAcceptable(connection, report, profile))).not.toMatch(/1912|X1|X2/);
  });

  test('refused rows stand as they were read, for the owner only; a former quarantine is gone', async () => {
    const { connection, folder, profile } = await stage({
      'utskrivningar.csv': csv(
        'Vårdtillfälle;Skäl;kommun;vardgivare;inskrivning',
        'V1;"a;b";Lundd;SUS;2024-01-01',
        'V2;x;Lund;SUS',
        'V3;;Lund;SUS;2024-01-01',
      ),
    });
    const dir = folderWith({});
    const quarantine = { extracts: folder, profile, workDir: dir, pseudonymized: false };
    await writeQuarantine(connection, quarantine);
    const file = join(dir, 'karantan', 'utskrivningar.csv');
    expect(readFileSync(file, 'utf8')).toBe(
      csv(
        'skäl;kolumn;rad;Vårdtillfälle;Skäl_;kommun;vardgivare;inskrivning;raden som den står',
        'kommunen är okänd;kommun;2;V1;"a;b";Lundd;SUS;2024-01-01;',
        'raden har fler eller färre fält än rubrikraden;;3;;;;;;"V2;x;Lund;SUS"',
      ),
    );
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const clean = await stage({ 'utskrivningar.csv': csv(HEAD, GOOD) });
    await writeQuarantine(clean.connection, { ...quarantine, extracts: clean.folder });
    expect(existsSync(join(dir, 'karantan'))).toBe(false);
  });
});
