import { execFileSync } from 'node:child_process';
import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { holidays } from '../../data-loaders/holidays.ts';
import { redDays, sundayEves, toIso } from '../reference/days.ts';

const YEARS = Array.from({ length: 21 }, (_, index) => 2015 + index);
const RED = [
  'Nyårsdagen',
  'Trettondedag jul',
  'Långfredagen',
  'Påskdagen',
  'Annandag påsk',
  'Första maj',
  'Kristi himmelsfärdsdag',
  'Pingstdagen',
  'Sveriges nationaldag',
  'Midsommardagen',
  'Alla helgons dag',
  'Juldagen',
  'Annandag jul',
];
const EQUAL_TO_SUNDAYS = ['Midsommarafton', 'Julafton', 'Nyårsafton'];
const EVES = ['Trettondagsafton', 'Skärtorsdagen', 'Valborgsmässoafton', 'Allhelgonaafton'];

const named = (year: number, names: string[]) =>
  holidays(year, year)
    .filter(({ namn }) => names.includes(namn))
    .map(({ datum }) => datum)
    .sort();

describe.each(YEARS)('holidays %i', (year) => {
  it('are the 13 red days of lag 1989:253 and the three eves equal to Sundays', () => {
    expect(named(year, RED)).toEqual(redDays(year).map(toIso).sort());
    expect(named(year, EQUAL_TO_SUNDAYS)).toEqual(sundayEves(year).map(toIso).sort());
    expect(named(year, EVES)).toHaveLength(4);
  });

  it('agree with another package', () => {
    const other = new Holidays('SE').getHolidays(year, 'sv');
    const red = other.filter(({ type }) => type === 'public').map(({ date }) => date.slice(0, 10));
    // That package counts the three eves as public holidays too, for most people are free.
    const ours = new Set(named(year, [...RED, ...EQUAL_TO_SUNDAYS]));
    for (const datum of named(year, RED)) expect(red, datum).toContain(datum);
    for (const datum of red) expect([...ours], datum).toContain(datum);
  });
});

it('are the same in every time zone', { timeout: 60_000 }, () => {
  const code = `import { holidays } from '${new URL('../../data-loaders/holidays.ts', import.meta.url).pathname}';
    console.log(JSON.stringify(holidays(2015, 2035)));`;
  const expected = `${JSON.stringify(holidays(2015, 2035))}\n`;
  for (const TZ of ['America/Los_Angeles', 'Pacific/Auckland', 'UTC']) {
    const args = ['--import', 'tsx', '--input-type=module', '-e', code];
    expect(execFileSync(process.execPath, args, { env: { ...process.env, TZ }, encoding: 'utf8' })).toBe(
      expected,
    );
  }
});
