import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateDemo } from '../../data-loaders/demo/generate.ts';
import { readProfile } from '../../data-loaders/profile/read.ts';
import {
  type DemoCase,
  type DemoStay,
  readCases,
  readCsv,
  readmissions,
  readStays,
  weekday,
} from './count.ts';

/** The demo data as a build makes it: default rows and seed. Every count below is made over the files. */
let folder: string;
let stays: DemoStay[];
let ended: DemoStay[];
let cases: DemoCase[];
let series: Record<string, string>[];
let returned: ReturnType<typeof readmissions>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demo-'));
  await generateDemo({ profile: readProfile('skane'), out: folder });
  stays = readStays(folder);
  ended = stays.filter((stay) => stay.discharged !== '');
  cases = readCases(folder, stays);
  series = readCsv(folder, 'jamforelse.csv');
  returned = readmissions(stays, '2026-10-31', '2025-12-31');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const mean = (numbers: number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
const share = (rows: DemoCase[]) => rows.filter((row) => row.waited === 0).length / rows.length;
const waits = (rows: DemoCase[]) => mean(rows.map((row) => row.waited));
const number = (text: string) => Number(text.replace(',', '.'));

function perMonth(kommun: string): { month: string; mean: number; n: number }[] {
  const months = new Map<string, DemoCase[]>();
  for (const row of cases.filter((own) => own.kommun === kommun)) {
    const month = row.discharged.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), row]);
  }
  return [...months].sort().map(([month, rows]) => ({ month, mean: waits(rows), n: rows.length }));
}

/** Discharges per weekday, Monday first. */
function week(rows: { discharged: string }[]): number[] {
  const days = [0, 0, 0, 0, 0, 0, 0];
  for (const row of rows) days[weekday(row.discharged) - 1]!++;
  return days;
}

describe('volumes and readmissions against the public series', () => {
  const codes = ['KSD', 'LKRA', 'PSHA', 'PV', 'SUS', 'TBG', 'YSTA'];

  test.each(codes)('%s: readmissions 2023–2025 and share of the stays within 3 points', (code) => {
    const own = series.filter((row) => row.enhet === code);
    const real = mean(own.filter((row) => row.varde !== '').map((row) => number(row.varde!)));
    const ours = returned.get(code)!;
    expect(Math.abs((100 * ours.returned) / ours.index - real)).toBeLessThan(3);

    const all = series.reduce((sum, row) => sum + Number(row.antal), 0);
    const realShare = own.reduce((sum, row) => sum + Number(row.antal), 0) / all;
    const ownStays = ended.filter((stay) => stay.vardgivare === code).length;
    expect(Math.abs(ownStays / ended.length - realShare) * 100).toBeLessThan(1);
    const realMonthly = mean(own.map((row) => Number(row.antal)));
    expect(ownStays / 46 / realMonthly).toBeGreaterThan(0.9);
    expect(ownStays / 46 / realMonthly).toBeLessThan(1.1);
  });
});

describe('waiting', () => {
  test('about 0.9 days a case, 55–60 % on the ready day', () => {
    expect(waits(cases)).toBeGreaterThan(0.85);
    expect(waits(cases)).toBeLessThan(0.95);
    expect(share(cases)).toBeGreaterThan(0.55);
    expect(share(cases)).toBeLessThan(0.6);
  });

  test('Eslöv falls after the activity, and stays below its mean', () => {
    const [activity] = readCsv(folder, 'aktiviteter.csv');
    expect(activity).toEqual({
      kommun: 'Eslöv',
      start: '2025-04-23',
      slut: '',
      rubrik: 'Hemtagningsteamet startar',
      status: 'genomförd',
      framgangsfaktor: '10',
    });
    const months = perMonth('Eslöv');
    const centre = mean(months.map((month) => month.mean));
    const after = months.filter((month) => month.month > '2025-04');
    expect(after).toHaveLength(18);
    expect(after.filter((month) => month.mean >= centre)).toEqual([]);
    const before = months.filter((month) => month.month < '2025-04');
    expect(before.filter((month) => month.mean > centre).length / before.length).toBeGreaterThan(0.75);
    expect(mean(months.map((month) => month.n))).toBeGreaterThan(40);
  });

  test('Kävlinge drifts worse year by year', () => {
    const yearly = ['2023', '2024', '2025', '2026'].map((year) =>
      waits(cases.filter((row) => row.kommun === 'Kävlinge' && row.discharged.startsWith(year))),
    );
    expect(yearly).toEqual([...yearly].sort((a, b) => a - b));
    expect(yearly[3]! / yearly[0]!).toBeGreaterThan(1.7);
  });

  test('all 33 kommuner have cases; Perstorp has few a month, every other one at least five', () => {
    const monthly = readProfile('skane').kommuner.map(({ namn }) => ({
      namn,
      n: cases.filter((row) => row.kommun === namn).length / 46,
    }));
    expect(monthly.filter(({ n }) => n < 5).map(({ namn }) => namn)).toEqual(['Perstorp']);
    expect(monthly).toHaveLength(33);
    expect(monthly.every(({ n }) => n > 1)).toBe(true);
  });

  test('who is ready on a Thursday or Friday waits longer than who is on a Monday or Tuesday', () => {
    const ready = (days: number[]) => waits(cases.filter((row) => days.includes(weekday(row.ready))));
    expect(ready([4, 5])).toBeGreaterThan(1.25 * ready([1, 2]));
  });
});

describe('the week', () => {
  test('LKRA discharges on Fridays at least 1.5 times each of its other working days, cases and all stays', () => {
    for (const rows of [ended, cases]) {
      const [mon, tue, wed, thu, fri] = week(rows.filter((row) => row.vardgivare === 'LKRA'));
      expect(fri! / Math.max(mon!, tue!, wed!, thu!)).toBeGreaterThan(1.5);
    }
  });

  test('no other vårdgivare does; at SUS Fridays are like other working days', () => {
    for (const code of ['KSD', 'PSHA', 'PV', 'SUS', 'TBG', 'YSTA']) {
      const days = week(ended.filter((row) => row.vardgivare === code));
      const ratio = days[4]! / mean(days.slice(0, 4));
      expect([code, ratio < 1.5]).toEqual([code, true]);
      if (code === 'SUS') expect(Math.abs(ratio - 1)).toBeLessThan(0.1);
    }
  });

  test('few leave on weekends and over Christmas and midsummer; more the day before', () => {
    const days = week(ended);
    expect(days[5]! + days[6]!).toBeLessThan(0.4 * 2 * mean(days.slice(0, 5)));
    const on = (date: string) => ended.filter((stay) => stay.discharged.startsWith(date)).length;
    const usual = mean(days.slice(0, 5)) / 200;
    for (const date of ['2023-06-23', '2024-06-21', '2024-12-25', '2025-04-18', '2025-12-24']) {
      expect([date, on(date) < 0.4 * usual]).toEqual([date, true]);
    }
    for (const date of ['2023-06-22', '2024-06-20', '2024-12-23', '2025-04-17', '2025-12-23']) {
      expect([date, on(date) > 1.1 * usual]).toEqual([date, true]);
    }
  });
});
