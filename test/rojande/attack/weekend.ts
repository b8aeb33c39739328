/** What the calendar tells: the same days under two names. */
import type { Block } from './counts.ts';
import { addRest, addSum, labelOf, type System } from './system.ts';

/** Saturdays and Sundays are weekdays of their own and classes of days: the same days, but for holidays. */
export function overWeekend(system: System, block: Block, [from, to]: [number, number]): void {
  if (block.set !== 'fall' || block.periodtyp === 'rullande12' || to === from) return;
  for (const [weekday, name] of [
    [6, 'lordag'],
    [7, 'sondag'],
  ] as const) {
    const free = system.counts.days.get(`${block.periodtyp}|${block.period}|${name}`);
    for (const dim of ['klar', 'ut']) {
      const whole = block.keys.get(`${dim}=${weekday}`);
      const part = block.keys.get(`${dim}klass=${name}`);
      if (whole === undefined || part === undefined) continue;
      // Readiness may be in an earlier period than the discharge: then all that is known is that the class is the fewer.
      const exact = dim === 'ut' && free === weekdays(from, to, weekday);
      const rest = exact ? [] : [addRest(system, `rest:helg:${labelOf(system, whole)}`)];
      addSum(system, whole, [part, ...rest]);
    }
  }
}

/** How many days of that weekday (Monday = 1) there are from the first month until before the last. */
function weekdays(from: number, to: number, weekday: number): number {
  let found = 0;
  const end = Date.UTC(Math.floor(to / 12), to % 12, 1);
  for (let day = Date.UTC(Math.floor(from / 12), from % 12, 1); day < end; day += 86_400_000)
    if (new Date(day).getUTCDay() === weekday % 7) found++;
  return found;
}
