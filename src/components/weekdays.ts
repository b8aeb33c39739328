import type { WeekdayBars } from './types.ts';
/** Share of readiness and share of discharge per weekday (or day class), paired bars with their numbers. */
export function weekdayBars(_options: WeekdayBars): string {
  return '';
}
