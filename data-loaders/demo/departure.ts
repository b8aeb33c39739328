import type { Calendar } from './calendar.ts';
import type { DemoVardgivare } from './population.ts';
import { between, type Random } from './random.ts';

type Week = DemoVardgivare['week'];
export type Process = 'grön' | 'gul' | 'röd';

/** Longest wait the generator invents, days. */
const LONGEST_WAIT = 60;
/** Probability of leaving on the ready day, and on each later working day. */
const LEAVES_AT_ONCE: Record<Process, number> = { grön: 0.86, gul: 0.6, röd: 0.2 };
const LEAVES_LATER: Record<Process, number> = { grön: 0.75, gul: 0.62, röd: 0.5 };
/** How much a weekday (Monday first) speeds up leaving, per kind of week. */
const PACE: Record<Week, readonly number[]> = {
  fridays: [0.85, 0.85, 0.85, 0.85, 1.5, 0.3, 0.25],
  even: [1, 1, 1, 1, 1, 0.4, 0.35],
  usual: [1, 1, 1, 1, 1.1, 0.35, 0.3],
};
/** Share of the days planned for a day of rest that stay there. */
const KEPT_ON_FREE: Record<Week, number> = { fridays: 0.3, even: 0.35, usual: 0.32 };
/** Of those moved off a day of rest: share sent home before it; the others wait until after it. */
const MOVED_BEFORE: Record<Week, number> = { fridays: 0.75, even: 0.66, usual: 0.6 };
/** How many further working days a moved discharge may slip, before and after the days of rest. */
const SPREAD: Record<Week, readonly [number, number]> = { fridays: [0, 2], even: [2, 2], usual: [0, 1] };

function workingDay(calendar: Calendar, from: number, step: 1 | -1): number {
  let day = from + step;
  while (day > 0 && calendar.free[day]) day += step;
  return day;
}

/**
 * The day a clinic settles on instead of the medically likely one: off weekends and holidays, mostly to the days
 * before. Never before `earliest`.
 */
export function settleDay(
  random: Random,
  calendar: Calendar,
  likely: number,
  earliest: number,
  week: Week,
): number {
  if (!calendar.free[likely]) {
    const untilFriday = 5 - calendar.weekday[likely]!;
    if (week !== 'fridays' || untilFriday === 0 || random() > 0.1) return likely;
    return calendar.free[likely + untilFriday] ? likely : likely + untilFriday;
  }
  const kept = calendar.quiet[likely] ? 0.45 * KEPT_ON_FREE[week] : KEPT_ON_FREE[week];
  if (random() < kept) return likely;
  const before = random() < MOVED_BEFORE[week];
  const step = before ? -1 : 1;
  let day = workingDay(calendar, likely, step);
  for (let more = between(random, 0, SPREAD[week][before ? 0 : 1]); more > 0; more--) {
    day = workingDay(calendar, day, step);
  }
  if (day >= earliest) return day;
  return workingDay(calendar, likely, 1);
}

/**
 * Days from readiness to discharge, 0–60. `slowness` 1 is the usual kommun; above 1 the odds of leaving each day
 * fall in proportion. Few leave on days of rest, so Thursdays and Fridays wait over the weekend.
 */
export function waitingDays(
  random: Random,
  calendar: Calendar,
  ready: number,
  process: Process,
  slowness: number,
  week: Week,
): number {
  const stuck = process === 'röd' && random() < 0.025 * slowness * slowness;
  for (let waited = 0; waited < LONGEST_WAIT; waited++) {
    const day = ready + waited;
    const base = stuck ? 0.2 : waited === 0 ? LEAVES_AT_ONCE[process] : LEAVES_LATER[process];
    let pace = calendar.free[day] ? PACE[week][6]! : PACE[week][calendar.weekday[day]! - 1]!;
    if (calendar.weekday[day] === 6 && !calendar.quiet[day]) pace = PACE[week][5]!;
    if (calendar.quiet[day]) pace *= 0.6;
    // A new effort seldom starts on the last working days before days of rest.
    if (waited === 0 && process !== 'grön' && week !== 'fridays') {
      pace *= calendar.free[day + 1] ? 0.62 : calendar.free[day + 2] ? 0.82 : 1;
    }
    const odds = (pace * base) / (1 - base) / slowness;
    if (random() < odds / (1 + odds)) return waited;
  }
  return LONGEST_WAIT;
}
