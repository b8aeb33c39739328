import type { Row } from '../count/stage.ts';
import type { Stay } from './cases.ts';
import { monthOf, storhelger, toDay, toIso, yearOf } from './days.ts';

export type Unit = { niva: string; enhet_id: string };
export type Period = { periodtyp: string; period: string; first: number; last: number; due: number };

/** The period of a type that holds the day. */
export function periodOf(periodtyp: string, day: number): Period {
  const length = { manad: 1, kvartal: 3, halvar: 6, ar: 12 }[periodtyp]!;
  const month = Math.floor((monthOf(day) - 1) / length) * length;
  const first = Date.UTC(yearOf(day), month, 1) / 86_400_000;
  const last = Date.UTC(yearOf(day), month + length, 1) / 86_400_000 - 1;
  return { periodtyp, period: toIso(first), first, last, due: last };
}

export const CALENDAR = ['manad', 'kvartal', 'halvar', 'ar'];

const monthNumber = (day: number) => yearOf(day) * 12 + monthOf(day) - 1;
const firstOf = (month: number) => Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000;

/** The twelve months that end with a month, named after it. */
function rolling(month: number): Period {
  const last = firstOf(month + 1) - 1;
  return {
    periodtyp: 'rullande12',
    period: toIso(firstOf(month)),
    first: firstOf(month - 11),
    last,
    due: last,
  };
}

/** Every period that holds the day: of the calendar, and of twelve months that the data spans. */
export function periodsOf(day: number, span: Span): Period[] {
  const found = CALENDAR.map((type) => periodOf(type, day));
  for (let month = monthNumber(day); month < monthNumber(day) + 12; month++)
    if (month - 11 >= monthNumber(span.first) && month <= monthNumber(span.last)) found.push(rolling(month));
  return found;
}

export type Span = { first: number; last: number; lastDay: number; start: number };

/**
 * First and last date of the used rows, the last day of data, and the day before which no period is final. The first ones are
 * not those apart from all others.
 */
export function spanOf(stays: Stay[], rows: Record<string, Row[]>, stated: string | null): Span {
  const ready = (rows.s_notis ?? []).flatMap((row) => {
    const stay = stays.find((other) => other.stay === row.stay);
    if (!stay) return [];
    const day = toDay(String(row.klar_datum));
    const possible =
      !(stay.left !== null && day > stay.left) && !(stay.admitted !== null && day < stay.admitted);
    return possible ? [day] : [];
  });
  const admitted = stays.flatMap((stay) => (stay.admitted === null ? [] : [stay.admitted]));
  const left = stays.flatMap((stay) => (stay.left === null ? [] : [stay.left]));
  const plausible = toDay(String(rows.rimliga_dagar![0]!.forsta));
  const sound = (days: number[]) => days.filter((day) => day >= plausible);
  const all = [...ready, ...admitted, ...left];
  const lastDay = stated === null ? least(all, -1) : toDay(stated);
  return {
    first: least(sound(all), 1),
    last: Math.max(least(all, -1), lastDay),
    lastDay,
    start: least(sound(admitted).length > 0 ? sound(admitted) : sound(ready), 1),
  };
}

/** The smallest (sign 1) or greatest (sign -1); spread arguments overflow on large extracts. */
const least = (days: number[], sign: 1 | -1) => days.reduce((a, b) => (sign * b < sign * a ? b : a));

/** Every period the data spans. */
export function periods(span: Span): Period[] {
  const found = new Map<string, Period>();
  for (let day = span.first; day <= periodOf('manad', span.last).last; day++) {
    for (const period of periodsOf(day, span)) found.set(`${period.periodtyp} ${period.period}`, period);
  }
  for (let year = yearOf(span.first) - 1; year <= yearOf(span.last); year++) {
    for (const { first, last, firstWorkingDay } of storhelger(year)) {
      if (first < span.first || first > span.last) continue;
      const period = toIso(first);
      found.set(`helg ${period}`, { periodtyp: 'helg', period, first, last, due: firstWorkingDay });
    }
  }
  return [...found.values()];
}

/** The units: the profile's kommuner and delregioner, the region, every vårdgivare, the pairs some stay has, and the clinics of cases. */
export function units(rows: Record<string, Row[]>, stays: Stay[]): Unit[] {
  const of = (niva: string, table: string) =>
    (rows[table] ?? []).map((row) => ({ niva, enhet_id: String(row.kod) }));
  return [
    ...of('kommun', 'profil_kommun'),
    ...of('delregion', 'profil_delregion'),
    { niva: 'region', enhet_id: '12' },
    ...of('vardgivare', 'vardgivare'),
    ...[...new Set(stays.flatMap((stay) => pairOf(stay) ?? []))]
      .filter((pair) => (rows.profil_kommun ?? []).some(({ kod }) => pair.startsWith(`${kod}+`)))
      .map((enhet_id) => ({ niva: 'kommun_vardgivare', enhet_id })),
    ...[
      ...new Set(
        stays.flatMap((stay) => (stay.ready !== null && stay.left !== null ? (clinicOf(stay) ?? []) : [])),
      ),
    ].map((enhet_id) => ({ niva: 'klinik', enhet_id })),
  ];
}

const pairOf = ({ kommun, vardgivare }: Stay) =>
  kommun !== null && vardgivare !== null ? `${kommun}+${vardgivare}` : null;

const clinicOf = ({ clinic, vardgivare }: Stay) =>
  clinic !== null && vardgivare !== null ? `${vardgivare}+${clinic}` : null;

/** The units a stay counts in on a day. Utomlans has no kommun among the units, yet counts for the region. */
export function unitsOf(stay: Stay, day: number, rows: Record<string, Row[]>): Unit[] {
  const member = (rows.profil_delregion_kommun ?? []).find(
    (row) =>
      row.kommun === stay.kommun &&
      toDay(String(row.fran)) <= day &&
      (row.till == null || day <= toDay(String(row.till))),
  );
  const found: Unit[] = [{ niva: 'region', enhet_id: '12' }];
  if (stay.kommun !== null) found.push({ niva: 'kommun', enhet_id: stay.kommun });
  if (stay.vardgivare !== null) found.push({ niva: 'vardgivare', enhet_id: stay.vardgivare });
  const pair = pairOf(stay);
  if (pair !== null) found.push({ niva: 'kommun_vardgivare', enhet_id: pair });
  const clinic = clinicOf(stay);
  if (clinic !== null) found.push({ niva: 'klinik', enhet_id: clinic });
  if (member) found.push({ niva: 'delregion', enhet_id: String(member.delregion) });
  return found;
}

/** The groups a stay counts in: by its age at discharge, or on the last day of data while it goes on. */
export function groupsOf(stay: Stay, lastDay: number): string[] {
  const found = ['alla'];
  if (stay.vardform !== null) found.push(stay.vardform);
  const age = stay.born === null ? null : yearOf(stay.left ?? lastDay) - stay.born;
  if (age !== null && age >= 65) found.push('65plus');
  if (age !== null && age >= 80) found.push('80plus');
  return found;
}
