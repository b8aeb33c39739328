/** Readiness and discharge by weekday (or day class), side by side. */
import { categoryBars } from './bars.ts';
import { capitalize, shortWeekdays } from './format.ts';
import { categoryName } from './names.ts';
import type { WeekdayBars } from './types.ts';

const DAYS = ['1', '2', '3', '4', '5', '6', '7'];

/** Two panels of bars from 0, in percent of the cases: the day they became ready, the day they left. A hidden share has the word. */
export function weekdayBars({ klar, ut, kategorier = DAYS, ...chart }: WeekdayBars): string {
  return categoryBars({
    ...chart,
    kategorier,
    namn: dayName,
    namnbredd: kategorier.every(isWeekday) ? 40 : 92,
    paneler: [
      { rubrik: 'Blir utskrivningsklara, procent', kort: 'Blir klara', rader: klar },
      { rubrik: 'Skrivs ut, procent', kort: 'Skrivs ut', rader: ut },
    ],
  });
}

const isWeekday = (category: string): boolean => DAYS.includes(category);

function dayName(category: string, narrow: boolean): string {
  return narrow && isWeekday(category)
    ? shortWeekdays[Number(category) - 1]!
    : capitalize(categoryName(category));
}
