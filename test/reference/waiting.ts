import type { Row } from '../count/stage.ts';
import type { Stay } from './cases.ts';
import { isoWeek, weekday } from './days.ts';
import { CALENDAR, groupsOf, type Period, periodOf, type Span, unitsOf } from './grid.ts';
import { type Case, type Put, push, ratio, sum, waited } from './indicators.ts';

const BANDS = ['0', '1', '2-3', '4-6', '7-13', '14-20', '21-'];
const SUMMER = [25, 32] as const;

/** The band of a number of waiting days: the one whose first and last day hold it. */
const bandOf = (days: number): string =>
  BANDS.find((band) => {
    const [from, to = from] = band.split('-');
    return Number(from) <= days && (to === '' || days <= Number(to));
  })!;

/** Every date the stay waited on, one by one: from each notice to its withdrawal, the discharge or the last day of data. */
function waitingDays(stay: Stay, lastDay: number): number[] {
  const found = new Set<number>();
  for (const { from, to } of stay.waits) {
    const end = Math.min(to ?? Number.POSITIVE_INFINITY, stay.left ?? lastDay + 1);
    for (let day = from; day < end; day++) found.add(day);
  }
  return [...found];
}

/** By place (`niva|enhet_id|periodtyp|period|grupp`): waiting days of each stay in the period; days waited so far of each case still in. */
export function waitingBy(stays: Stay[], span: Span, rows: Record<string, Row[]>) {
  const days = new Map<string, number[]>();
  const stillIn = new Map<string, number[]>();
  for (const stay of stays) {
    if (stay.waits.length === 0) continue;
    // Delregion by discharge, or by the last day of data while it goes on.
    const placed = stay.left ?? span.lastDay;
    const places = (periodtyp: string, period: string) =>
      unitsOf(stay, placed, rows).flatMap(({ niva, enhet_id }) =>
        groupsOf(stay, span.lastDay).map((grupp) => [niva, enhet_id, periodtyp, period, grupp].join('|')),
      );
    const perPeriod = new Map<string, number>();
    for (const day of waitingDays(stay, span.lastDay)) {
      for (const type of CALENDAR) {
        const { period } = periodOf(type, day);
        perPeriod.set(`${type} ${period}`, (perPeriod.get(`${type} ${period}`) ?? 0) + 1);
      }
    }
    for (const [key, count] of perPeriod) {
      const [type, period] = key.split(' ') as [string, string];
      for (const place of places(type, period)) push(days, place, count);
    }
    if (stay.ready === null) continue;
    for (let day = stay.ready; day < (stay.left ?? span.lastDay + 1) && day <= span.lastDay; day++) {
      const month = periodOf('manad', day);
      if (day !== Math.min(month.last, span.lastDay)) continue;
      for (const place of places('manad', month.period)) push(stillIn, place, day - stay.ready);
    }
  }
  return { days, stillIn };
}

export function putWaiting(put: Put, days: number[], period: Period): void {
  put('vantedygn', 'alla', ratio(sum(days), period.last - period.first + 1, days.length));
}

export function putStillIn(put: Put, days: number[]): void {
  for (const band of BANDS)
    put('pagaende', band, ratio(days.filter((day) => bandOf(day) === band).length, days.length));
}

export function putBands(put: Put, list: Case[]): void {
  const days = waited(list);
  for (const band of BANDS) {
    const own = days.filter((wait) => bandOf(wait) === band);
    put('varaktighet', band, ratio(own.length, days.length));
    put('varaktighet_dagar', band, ratio(sum(own), sum(days), own.length));
  }
}

/** Ready on a Thursday or Friday; stayed if a Monday lies between readiness and discharge, the day of discharge included. */
export function putWeekend(put: Put, list: Case[]): void {
  const ready = list.filter((one) => [4, 5].includes(weekday(one.ready)));
  const stayed = ready.filter(({ ready: from, left }) => {
    for (let day = from + 1; day <= left; day++) if (weekday(day) === 1) return true;
    return false;
  });
  put('kvar_over_helgen', 'alla', ratio(stayed.length, ready.length));
}

export function putHours(put: Put, list: Case[]): void {
  const hours = list.map(({ leftClock }) => (leftClock ? String(Number(leftClock.slice(11, 13))) : 'okand'));
  for (const hour of [...Array.from({ length: 24 }, (_, i) => String(i)), 'okand'])
    put('utskrivningstimme', hour, ratio(hours.filter((one) => one === hour).length, list.length));
}

export function putSummer(put: Put, list: Case[]): void {
  const inSummer = ({ left }: Case) => isoWeek(left) >= SUMMER[0] && isoWeek(left) <= SUMMER[1];
  for (const [part, own] of [
    ['sommar', list.filter(inSummer)],
    ['ovrigt', list.filter((one) => !inSummer(one))],
  ] as const) {
    const days = waited(own);
    put('sommarveckor', part, ratio(sum(days), days.length));
    put('sommarveckor_samma_dag', part, ratio(days.filter((wait) => wait === 0).length, days.length));
  }
}
