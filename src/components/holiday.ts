import type { HolidayTable, PubliceradRad } from './types.ts';
/** True when two helgtabell row sets span the same weekdays, so that they can stand in one table. */
export function sameHolidayDays(_a: PubliceradRad[], _b: PubliceradRad[]): boolean {
  return true;
}
/** Helgtabell: cases by the day they left, columns from the day before through the first working day, later, still in. */
export function holidayTable(_options: HolidayTable): string {
  return '';
}
