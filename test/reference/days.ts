/** Civil dates as ISO text and whole days since 1970, nothing else: no zone, no clock. */

export const toDay = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
export const toIso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Monday = 1 … Sunday = 7. 1970-01-01 was a Thursday. */
export const weekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;
export const yearOf = (day: number): number => Number(toIso(day).slice(0, 4));
export const monthOf = (day: number): number => Number(toIso(day).slice(5, 7));

/** The ISO week: of the Thursday of the same week, counted from the first Thursday of its year. */
export function isoWeek(day: number): number {
  const thursday = day - weekday(day) + 4;
  return Math.floor((thursday - of(yearOf(thursday), 1, 1)) / 7) + 1;
}

const of = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 86_400_000;

/** Easter Sunday by the anonymous Gregorian method (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return of(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}

/** The Saturday in the seven days from the given one: midsommardagen and alla helgons dag in lag 1989:253. */
function saturdayFrom(first: number): number {
  let day = first;
  while (weekday(day) !== 6) day++;
  return day;
}

/** The 13 red days of lag 1989:253. */
export function redDays(year: number): number[] {
  const paskdagen = easter(year);
  return [
    of(year, 1, 1),
    of(year, 1, 6),
    paskdagen - 2,
    paskdagen,
    paskdagen + 1,
    of(year, 5, 1),
    paskdagen + 39,
    paskdagen + 49,
    of(year, 6, 6),
    saturdayFrom(of(year, 6, 20)),
    saturdayFrom(of(year, 10, 31)),
    of(year, 12, 25),
    of(year, 12, 26),
  ];
}

/** Midsommarafton, julafton, nyårsafton: equal to Sundays in semesterlagen 3 a §. */
export function sundayEves(year: number): number[] {
  return [saturdayFrom(of(year, 6, 20)) - 1, of(year, 12, 24), of(year, 12, 31)];
}

/** Trettondagsafton, skärtorsdag, valborg, the day before Kristi himmelsfärd, 5 June, allhelgonaafton. */
export function eves(year: number): number[] {
  const paskdagen = easter(year);
  return [
    of(year, 1, 5),
    paskdagen - 3,
    of(year, 4, 30),
    paskdagen + 38,
    of(year, 6, 5),
    saturdayFrom(of(year, 10, 31)) - 1,
  ];
}

const on = (days: (year: number) => number[], day: number) => days(yearOf(day)).includes(day);
const isRed = (day: number): boolean => on(redDays, day);

/** A day nobody works: Saturday, Sunday, red, or an eve equal to a Sunday. */
const isFree = (day: number): boolean => weekday(day) >= 6 || isRed(day) || on(sundayEves, day);

export type Storhelg = { first: number; last: number; dayBefore: number; firstWorkingDay: number };

/** Påsk, midsommar, jul of the year and the nyår that ends it, with the Saturdays and Sundays that adjoin. */
export function storhelger(year: number): Storhelg[] {
  const cores = [
    [easter(year) - 2, easter(year) + 1],
    [saturdayFrom(of(year, 6, 20)) - 1, saturdayFrom(of(year, 6, 20)) + 1],
    [of(year, 12, 24), of(year, 12, 26)],
    [of(year, 12, 31), of(year + 1, 1, 1)],
  ] as const;
  return cores.map(([from, to]) => {
    let first: number = from;
    let last: number = to;
    while (weekday(first - 1) >= 6) first--;
    while (weekday(last + 1) >= 6) last++;
    let firstWorkingDay = last + 1;
    while (isFree(firstWorkingDay)) firstWorkingDay++;
    return { first, last, dayBefore: first - 1, firstWorkingDay };
  });
}

const storhelgCache = new Map<number, Storhelg[]>();

/** The storhelg whose window (the day before through the last day) holds the day, if any. */
export function storhelgWindow(day: number): Storhelg | undefined {
  const year = yearOf(day);
  if (!storhelgCache.has(year)) {
    storhelgCache.set(year, [year - 1, year, year + 1].flatMap(storhelger));
  }
  return storhelgCache.get(year)!.find(({ dayBefore, last }) => dayBefore <= day && day <= last);
}

const classCache = new Map<number, string>();

/** The class of a day: the first that fits, in the order of src/metod.md (Dagar och helger). */
export function dayClass(day: number): string {
  const seen = classCache.get(day);
  if (seen !== undefined) return seen;
  const found = classify(day);
  classCache.set(day, found);
  return found;
}

function classify(day: number): string {
  const helg = storhelgWindow(day);
  const weekend = weekday(day) >= 6;
  if (helg && day >= helg.first) return 'storhelg';
  if (isRed(day)) return 'rod_dag';
  if (!weekend && on(eves, day)) return 'helgdagsafton';
  if (!weekend && isFree(day - 1) && isFree(day + 1)) return 'klamdag';
  if (weekday(day) === 6) return 'lordag';
  if (weekday(day) === 7) return 'sondag';
  return 'vardag';
}
