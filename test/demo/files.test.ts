import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { generateDemo } from '../../data-loaders/demo/generate.ts';
import { PROFILE_FOLDER, swedishKommuner } from '../../data-loaders/profile/kommuner.ts';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { dayNumber, readCsv, readStays, weekday } from './count.ts';
import { hashes, temporaryFolder } from './folder.ts';

const skane = readProfile('skane');
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

async function demo(options: Partial<Parameters<typeof generateDemo>[0]> = {}): Promise<string> {
  const out = join(temporaryFolder(), 'utdrag');
  await generateDemo({ profile: skane, rows: 4000, ...options, out });
  return out;
}

describe('same options, same bytes', () => {
  test('in a second run', async () => {
    expect(hashes(await demo({ seed: 7 }))).toEqual(hashes(await demo({ seed: 7 })));
  });

  test('another seed gives other stays', async () => {
    const one = hashes(await demo({ seed: 7 }))['utskrivningar.csv'];
    expect(hashes(await demo({ seed: 8 }))['utskrivningar.csv']).not.toBe(one);
  });

  test.each(['America/New_York', 'Pacific/Auckland', 'UTC'])('in %s', async (zone) => {
    const out = join(temporaryFolder(), 'utdrag');
    const script = `
      import { generateDemo } from './data-loaders/demo/generate.ts';
      import { readProfile } from './data-loaders/profile/read.ts';
      await generateDemo({ profile: readProfile('skane'), rows: 4000, seed: 7, out: process.env.DEMO_UT });`;
    execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: ROOT,
      env: { ...process.env, TZ: zone, DEMO_UT: out },
    });
    expect(hashes(out)).toEqual(hashes(await demo({ seed: 7 })));
  });
});

describe('what is written', () => {
  test('seven extracts and the marker; the comparison series byte by byte', async () => {
    const out = await demo();
    expect(readdirSync(out).sort()).toEqual([
      'SYNTETISKA_UPPGIFTER.txt',
      'aktiviteter.csv',
      'aterinskrivningar.csv',
      'befolkning.csv',
      'jamforelse.csv',
      'utskrivningar.csv',
      'utskrivningsklar.csv',
      'vardplatser.csv',
    ]);
    const series = readFileSync(join(PROFILE_FOLDER, 'jamforelse-aterinlaggningar.csv'));
    expect(readFileSync(join(out, 'jamforelse.csv')).equals(series)).toBe(true);
  });

  test('inhabitants of every kommun by five-year groups, through the year before the last', async () => {
    const lines = readCsv(await demo(), 'befolkning.csv');
    const groups = [...new Set(lines.map(({ aldersgrupp }) => aldersgrupp))];
    expect(groups).toHaveLength(20);
    expect([groups[0], groups.at(-1)]).toEqual(['0-4', '95-']);
    expect([...new Set(lines.map(({ ar }) => ar))]).toEqual(['2022', '2023', '2024', '2025']);
    const latest = lines.filter(({ ar }) => ar === '2025');
    expect(new Set(latest.map(({ kommunkod }) => kommunkod)).size).toBe(33);
    const number = (kod: string, from: number) =>
      latest
        .filter(
          ({ kommunkod, aldersgrupp }) => kommunkod === kod && Number.parseInt(aldersgrupp!, 10) >= from,
        )
        .reduce((sum, { antal }) => sum + Number(antal), 0);
    // Malmö has about 360 000 inhabitants, 57 000 of them 65 or older.
    expect(Math.abs(number('1280', 0) / 362_000 - 1)).toBeLessThan(0.05);
    expect(Math.abs(number('1280', 65) / 56_500 - 1)).toBeLessThan(0.05);
  });

  test('beds of every vårdgivare and month, fewer in July, about as many as the stays take', async () => {
    const out = await demo({ rows: 100_000 });
    const lines = readCsv(out, 'vardplatser.csv');
    expect(lines).toHaveLength(7 * 46);
    const beds = (manad: string) =>
      lines
        .filter((line) => line.manad === manad)
        .reduce((sum, { disponibla }) => sum + Number(disponibla!.replace(',', '.')), 0);
    expect(beds('2024-07') / beds('2024-06')).toBeLessThan(0.9);
    expect(beds('2024-06')).toBeGreaterThan(300);
    expect(beds('2024-06')).toBeLessThan(450);
  });

  test.each([1, 2, 3, 4000])('rows %i is the number of lines in utskrivningar.csv', async (rows) => {
    expect(readCsv(await demo({ rows }), 'utskrivningar.csv')).toHaveLength(rows);
  });

  test('every line has a value, perhaps empty, for every heading', async () => {
    const out = await demo();
    for (const file of readdirSync(out).filter((name) => name.endsWith('.csv'))) {
      const lines = readFileSync(join(out, file), 'utf8').trimEnd().split('\n');
      const widths = new Set(lines.map((line) => line.split(';').length));
      expect([file, widths.size]).toEqual([file, 1]);
    }
  });

  test('ids no one can take for a personnummer; dates or local times without zone', async () => {
    const out = await demo();
    for (const line of readCsv(out, 'utskrivningar.csv')) {
      expect(line.patient_id).toMatch(/^P\d{7}$/);
      expect(line.vardtillfalle_id).toMatch(/^V\d{8}$/);
      expect(line.inskrivning).toMatch(/^20\d\d-\d\d-\d\d \d\d:\d\d$/);
    }
    for (const line of readCsv(out, 'utskrivningsklar.csv')) {
      expect(line.utskrivningsklar).toMatch(/^20\d\d-\d\d-\d\d \d\d:\d\d$/);
      expect(line.beraknad_utskrivning).toMatch(/^(20\d\d-\d\d-\d\d)?$/);
    }
  });

  test('no time in the hour that does not exist', async () => {
    const out = await demo({ rows: 60_000 });
    const text = readFileSync(join(out, 'utskrivningar.csv'), 'utf8');
    expect(text).toContain('2024-03-31 0');
    expect(text).not.toMatch(/(2023-03-26|2024-03-31|2025-03-30|2026-03-29) 02:/);
  });

  test('the first admission and the last day are those asked for, and some are still in hospital', async () => {
    for (const [from, to] of [
      ['2023-01-01', '2026-10-31'],
      ['2024-02-29', '2024-12-24'],
    ] as const) {
      const stays = readStays(await demo({ from, to, rows: 20_000 }));
      const days = stays.flatMap((stay) => [stay.admitted, stay.discharged]).filter((day) => day !== '');
      expect(stays.map((stay) => stay.admitted.slice(0, 10)).sort()[0]).toBe(from);
      expect(days.sort().at(-1)!.slice(0, 10)).toBe(to);
      expect(stays.filter((stay) => stay.discharged === '').length).toBeGreaterThan(5);
    }
  });
});

describe('other regions', () => {
  test('sormland: its own kommuner and vårdgivare, no comparison series', async () => {
    const sormland = readProfile('sormland');
    const out = await demo({ profile: sormland });
    expect(readdirSync(out)).not.toContain('jamforelse.csv');
    const stays = readStays(out);
    for (const { namn } of sormland.kommuner) {
      expect([namn, stays.some((stay) => stay.kommun === namn)]).toEqual([namn, true]);
    }
    const mental = stays.filter((stay) => stay.line.vardform === 'psykiatri').length / stays.length;
    expect(Math.abs(mental - 0.05)).toBeLessThan(0.02);
    for (const { namn } of sormland.vardgivare) {
      expect([namn, stays.some((stay) => stay.vardgivare === namn)]).toEqual([namn, true]);
    }
  });

  test('the whole country: 290 kommuner, nobody from elsewhere', async () => {
    const kommuner = swedishKommuner();
    const out = await demo({
      profile: { region: { kod: '00', namn: 'Riket' }, kommuner, vardgivare: skane.vardgivare },
      rows: 40_000,
    });
    const seen = new Set(readStays(out).map((stay) => stay.kommun));
    expect(kommuner.filter(({ namn }) => !seen.has(namn))).toEqual([]);
    expect([...seen].filter((kommun) => !kommuner.some(({ namn }) => namn === kommun)).sort()).toEqual([
      '',
      '9999',
      'Okänd',
      'Skånland',
    ]);
  });

  test('one kommun and no vårdgivare', async () => {
    const profile = {
      region: { kod: '09', namn: 'Gotland' },
      kommuner: [{ kod: '0980', namn: 'Gotland' }],
      vardgivare: [],
    };
    const stays = readStays(await demo({ profile, rows: 500 }));
    expect(new Set(stays.map((stay) => stay.vardgivare))).toEqual(new Set(['Sjukhuset']));
  });
});

test('the plain count used by these tests knows its days', () => {
  expect(dayNumber('1970-01-02 23:59')).toBe(1);
  expect(weekday('2026-10-31')).toBe(6);
});
