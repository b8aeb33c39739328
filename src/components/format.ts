/** Swedish forms of numbers, dates, periods and words. ISO dates in, text out; no clock, no locale data, no time zone. */

import type { Periodtyp } from '../../data-loaders/types.ts';
import type { IndikatorHuvud } from './types.ts';

const NBSP = '\u00a0';
const MINUS = '\u2212';

const months = [
  ...['januari', 'februari', 'mars', 'april', 'maj', 'juni'],
  ...['juli', 'augusti', 'september', 'oktober', 'november', 'december'],
];
export const shortMonths = months.map((name) => (name.length > 4 ? name.slice(0, 3) : name));
/** Weekday names by `kategori` '1'–'7', Monday first. */
export const weekdays = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'];
export const shortWeekdays = ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön'];

/** `1 234,5`: decimal comma, no-break space in thousands, U+2212. Never "−0,0". */
export function formatNumber(value: number, decimals = 0): string {
  const fixed = roundHalfUp(Math.abs(value), decimals);
  const [whole = '0', fraction] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NBSP);
  const sign = value < 0 && Number(fixed) !== 0 ? MINUS : '';
  return sign + grouped + (fraction ? `,${fraction}` : '');
}

/** Decimal text rounded half up on the decimal digits as published, so that 0.145 is 0,15 and not a float's 0,14. */
function roundHalfUp(value: number, decimals: number): string {
  const shifted = Number(`${Number(value.toFixed(9))}e${decimals}`);
  if (!Number.isFinite(shifted)) return value.toFixed(decimals);
  return Number(`${Math.round(shifted)}e-${decimals}`).toFixed(decimals);
}

/** `3,2 %`; value 0–100. */
export function formatPercent(value: number, decimals = 1): string {
  return `${formatNumber(value, decimals)}${NBSP}%`;
}

/** As many decimals as keep different values different (at most 6): a value never looks equal to its limit. */
export function distinctDecimals(values: number[], decimals: number): number {
  const different = new Set(values).size;
  const texts = (places: number) => new Set(values.map((value) => formatNumber(value, places)));
  let places = decimals;
  while (places < 6 && texts(places).size < different) places++;
  return places;
}

/** Decimals that write every value exactly. */
export function exactDecimals(values: number[]): number {
  return Math.max(0, ...values.map((value) => (String(value).split('.')[1] ?? '').length));
}

/** `60`, `1,2`: what somebody decided, with the decimals they gave it. */
export function formatDecided(value: number): string {
  return formatNumber(value, exactDecimals([value]));
}

/** `0,67–0,86`; ` till ` instead of the dash where an end is negative. */
export function formatInterval(lower: number, upper: number, decimals: number): string {
  const dash = lower < 0 || upper < 0 ? ' till ' : '–';
  return formatNumber(lower, decimals) + dash + formatNumber(upper, decimals);
}

function parts(iso: string): { year: number; month: number; day: number } {
  const [year = 0, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number);
  return { year, month, day };
}

/** `31 oktober 2026`, no-break between day and month. */
export function formatDate(iso: string, withYear = true): string {
  const { year, month, day } = parts(iso);
  return `${day}${NBSP}${months[month - 1]}${withYear ? ` ${year}` : ''}`;
}

/** `juni 2023`; short: `jun 2023`. */
export function formatMonth(iso: string, short = false): string {
  const { year, month } = parts(iso);
  return `${(short ? shortMonths : months)[month - 1]} ${year}`;
}

/** Weekday 1–7 (Monday = 1) of an ISO date. */
export function weekdayOf(iso: string): number {
  const { year, month, day } = parts(iso);
  return ((new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7) + 1;
}

/** ISO date `days` later. */
export function addDays(iso: string, days: number): string {
  const { year, month, day } = parts(iso);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** ISO first day of the month `count` months later. */
export function addMonths(iso: string, count: number): string {
  const { year, month } = parts(iso);
  return new Date(Date.UTC(year, month - 1 + count, 1)).toISOString().slice(0, 10);
}

/** Name of a period: `juni 2023`, `andra kvartalet 2023`, `första halvåret 2023`, `2023`, `12 månader till juni 2023`, `helgen från 22 juni 2023`. */
export function formatPeriod(periodtyp: Periodtyp, period: string, name?: string): string {
  const { year, month } = parts(period);
  const ordinals = ['första', 'andra', 'tredje', 'fjärde'];
  switch (periodtyp) {
    case 'manad':
      return formatMonth(period);
    case 'kvartal':
      return `${ordinals[Math.floor((month - 1) / 3)]} kvartalet ${year}`;
    case 'halvar':
      return `${month < 7 ? 'första' : 'andra'} halvåret ${year}`;
    case 'ar':
      return String(year);
    case 'rullande12':
      return `12${NBSP}månader till ${formatMonth(period)}`;
    case 'helg':
      return name ? `${name} ${year}` : `helgen från ${formatDate(period)}`;
  }
}

/** A period after its preposition: `i oktober 2026`, `under första halvåret 2026`. */
export function duringPeriod(periodtyp: Periodtyp, period: string): string {
  return `${periodtyp === 'manad' ? 'i' : 'under'} ${formatPeriod(periodtyp, period)}`;
}

const words = ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'];

/** `tolv`, `13`: words to twelve. `neuter` gives `ett` for 1. */
export function numberWord(count: number, neuter = false): string {
  if (count === 1 && neuter) return 'ett';
  return words[count] ?? formatNumber(count);
}

/** `1 månad`, `2 102 fall`: count and noun, no-break between. */
export function plural(count: number, one: string, many: string): string {
  return `${formatNumber(count)}${NBSP}${count === 1 ? one : many}`;
}

/** Swedish genitive: `Eslövs`, `Höganäs`, `SUS`. */
export function genitive(name: string): string {
  return /[sxz]$/i.test(name) ? name : `${name}s`;
}

/** First letter in upper case. */
export function capitalize(text: string): string {
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
}

/** `a, b och c`. */
export function list(items: string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} och ${items.at(-1)}`;
}

/** Word for the indicator's unit after a number: `dagar`, `procent`, `fall per dag`, `kvot`. */
export function unitWord(indicator: Pick<IndikatorHuvud, 'enhet'>): string {
  return indicator.enhet;
}
