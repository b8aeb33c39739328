import { holidays } from '../holidays.ts';

const MS_PER_DAY = 86_400_000;
/** Stays and plans may reach past the last day before they are cut off there. */
const MARGIN_DAYS = 400;
/** Eves on which the hospitals work; the other eves equal Sundays (semesterlagen 3 a §) or are Saturdays. */
const WORKING_EVES = new Set(['Trettondagsafton', 'Skärtorsdagen', 'Valborgsmässoafton', 'Allhelgonaafton']);

/** The days of the extract, numbered from 0 = `from`; the arrays go on past `to`. No time zone enters. */
export type Calendar = {
  /** Number of days from `from` through `to`. */
  days: number;
  /** ISO date per day. */
  date: string[];
  /** Monday = 1 … Sunday = 7. */
  weekday: Uint8Array;
  /** 1 where most of the hospital rests: Saturday, Sunday, red day or eve equal to a Sunday. */
  free: Uint8Array;
  /** 1 on a red day or eve inside a block of at least three free days: almost nobody goes home. */
  quiet: Uint8Array;
  /** 1 on the day the clock jumps from 02.00 to 03.00 (last Sunday of March). */
  springForward: Uint8Array;
  /** Calendar month number per day, counted from the month of `from`. */
  month: Uint16Array;
};

/** Day number since 1970-01-01 of an ISO date. */
export function epochDay(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / MS_PER_DAY);
}

function isoDate(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Red days and eves equal to Sundays, as ISO dates. */
function restDays(firstYear: number, lastYear: number): Set<string> {
  const days = holidays(firstYear, lastYear).filter(({ namn }) => !WORKING_EVES.has(namn));
  return new Set(days.map(({ datum }) => datum));
}

/** Calendar from `from` through `to` (ISO dates, both included) and a margin. */
export function makeCalendar(from: string, to: string): Calendar {
  const first = epochDay(from);
  const days = epochDay(to) - first + 1;
  const length = days + MARGIN_DAYS;
  const date = Array.from({ length }, (_, day) => isoDate(first + day));
  const rest = restDays(Number(from.slice(0, 4)), Number(date[length - 1]!.slice(0, 4)));
  const weekday = new Uint8Array(length);
  const free = new Uint8Array(length);
  const quiet = new Uint8Array(length);
  const springForward = new Uint8Array(length);
  const month = new Uint16Array(length);
  const monthNumber = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
  for (let day = 0; day < length; day++) {
    const iso = date[day]!;
    weekday[day] = ((((first + day + 3) % 7) + 7) % 7) + 1;
    free[day] = weekday[day]! >= 6 || rest.has(iso) ? 1 : 0;
    springForward[day] = weekday[day] === 7 && iso.slice(5) >= '03-25' && iso.slice(5) <= '03-31' ? 1 : 0;
    month[day] = monthNumber(iso) - monthNumber(from);
  }
  for (let day = 0; day < length; day++) {
    if (!free[day]) continue;
    let end = day;
    while (end < length && free[end]) end++;
    const holiday = date.slice(day, end).some((iso) => rest.has(iso));
    if (end - day >= 3 && holiday) quiet.fill(1, day, end);
    day = end;
  }
  return { days, date, weekday, free, quiet, springForward, month };
}

/** 'HH:MM' per minute of the day. */
export const CLOCK: readonly string[] = Array.from({ length: 1440 }, (_, minute) => {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
});

/** Moment in minutes since the first day → 'YYYY-MM-DD HH:MM' local time, never inside the hour that does not exist. */
export function stamp(calendar: Calendar, moment: number): string {
  const day = Math.floor(moment / 1440);
  const minute = moment - day * 1440;
  const lost = calendar.springForward[day] === 1 && minute >= 120 && minute < 180;
  return `${calendar.date[day]} ${CLOCK[lost ? minute + 60 : minute]}`;
}
