import type { Granskning } from '../../data-loaders/profile/profile.ts';
import type { ExtractRow } from '../count/world.ts';
import { toDay, toIso } from './days.ts';

/** Without a date apart from the others. */
const NEVER = { forsta: '1900-01-01', sista: '9999-12-31' };

export type Apart = Pick<Granskning, Extract<keyof Granskning, `ensam_${string}`>>;

/** The first and last day but for dates apart from all others (`rimliga_dagar`), by trying every day as the parting. */
export function plausibleDays(dates: string[], limits: Apart): { forsta: string; sista: string } {
  const months = new Map<number, number>();
  for (const date of dates) months.set(monthOf(date), (months.get(monthOf(date)) ?? 0) + 1);
  // Every date with the number of its month, the fullest first: that of the middle one is usual.
  const filled = dates.map((date) => months.get(monthOf(date))!).sort((a, b) => b - a);
  const usual = filled[Math.ceil(dates.length / 2) - 1]!;
  const days = [...new Set(dates)].sort();
  let { forsta, sista } = NEVER;
  for (const [index, late] of days.entries()) {
    if (index === 0) continue;
    const early = days[index - 1]!;
    const empty = monthOf(late) - monthOf(early) - 1;
    if (empty < limits.ensam_manader || empty * usual < limits.ensam_vantat) continue;
    const after = dates.filter((date) => date >= late).length;
    const few = limits.ensam_andel * dates.length;
    if (dates.length - after <= few) forsta = `${late.slice(0, 7)}-01`;
    const long = empty >= limits.ensam_lang_manader ? limits.ensam_lang_andel * dates.length : 0;
    if (after <= Math.max(few, long) && sista === NEVER.sista) sista = lastOfMonth(early);
  }
  return { forsta, sista };
}

/** The dates of extract rows that a parting is sought among. */
export const datesOf = (rows: ExtractRow[]): string[] =>
  rows.flatMap(({ inskrivning, utskrivning, utskrivningsklar }) =>
    [inskrivning, utskrivning, utskrivningsklar].flatMap((time) => (time ? [String(time).slice(0, 10)] : [])),
  );

const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

function lastOfMonth(date: string): string {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return toIso(toDay(next) - 1);
}
