import type { Row } from '../count/stage.ts';
import { readStays, type Stay } from './cases.ts';
import { atClinic, chainFigures, hasChain } from './chain.ts';
import { comparer } from './comparison.ts';
import { dayClass, storhelgWindow, toIso, weekday } from './days.ts';
import { episodes, type Index, indexEpisodes } from './episodes.ts';
import { CALENDAR, groupsOf, type Period, periods, periodsOf, spanOf, units, unitsOf } from './grid.ts';
import { isPaymentPublished, paymentFigures } from './payment.ts';
import { isPublished, readmissionFigures } from './readmission.ts';
import { putBands, putHours, putStillIn, putSummer, putWaiting, putWeekend, waitingBy } from './waiting.ts';

export type Cell = {
  taljare: number | null;
  /** Null, as the others, where an extract does not tell what to divide by. */
  namnare: number | null;
  antal: number | null;
  varde: number | null;
  slutlig: 0 | 1;
};
export type Case = Stay & { ready: number; left: number };
type HelgCase = { kategori: string; destination: string };

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const CLASSES = ['storhelg', 'rod_dag', 'helgdagsafton', 'klamdag', 'lordag', 'sondag', 'vardag'];
const DESTINATIONS = [
  'ordinart_boende',
  'sarskilt_boende',
  'korttid',
  'annat_sjukhus',
  'mobilt_sjukhusteam',
  'avliden',
  'annat',
];
/** Days within which a return counts. */
const WITHIN = 30;
const GROUPS = ['alla', 'somatik', 'psykiatri', '65plus', '80plus'];

/** Every cell of the indicators, as `indikator|niva|enhet_id|periodtyp|period|grupp|kategori`. */
export function reference(
  rows: Record<string, Row[]>,
  profile: { sista_datadag: string | null; okand_planering: string },
): Map<string, Cell> {
  const stays = readStays(rows);
  const span = spanOf(stays, rows, profile.sista_datadag);
  const cases = new Map<string, Case[]>();
  const ended = new Map<string, Stay[]>();
  const index = new Map<string, Index[]>();
  const helg = new Map<string, HelgCase[]>();
  const file = <T>(map: Map<string, T[]>, stay: Stay, day: number, item: T) => {
    for (const { niva, enhet_id } of unitsOf(stay, day, rows)) {
      for (const { periodtyp, period } of periodsOf(day, span)) {
        for (const grupp of groupsOf(stay, span.lastDay)) {
          push(map, [niva, enhet_id, periodtyp, period, grupp].join('|'), item);
        }
      }
    }
  };
  for (const stay of stays) {
    if (stay.left !== null) file(ended, stay, stay.left, stay);
    if (stay.ready === null) continue;
    if (stay.left !== null) file(cases, stay, stay.left, stay as Case);
    const window = storhelgWindow(stay.ready);
    if (!window) continue;
    for (const { niva, enhet_id } of unitsOf(stay, stay.left ?? span.lastDay, rows)) {
      push(helg, [niva, enhet_id, 'helg', toIso(window.first), 'alla'].join('|'), {
        kategori:
          stay.left === null ? 'kvar' : stay.left <= window.firstWorkingDay ? toIso(stay.left) : 'senare',
        destination: stay.destination ?? 'annat',
      });
    }
  }
  const all = episodes(stays, profile.okand_planering === 'oplanerad');
  for (const one of indexEpisodes(all, span.lastDay, WITHIN)) file(index, one.last, one.end, one);

  const waiting = waitingBy(stays, span, rows);
  const putComparison = comparer(stays, span, rows);

  const cells = new Map<string, Cell>();
  for (const period of periods(span)) {
    const isFinal = (due: number): 0 | 1 => (period.first >= span.start && due <= span.lastDay ? 1 : 0);
    for (const { niva, enhet_id } of units(rows, stays)) {
      const helgPeriod = period.periodtyp === 'helg';
      for (const grupp of helgPeriod ? ['alla'] : GROUPS) {
        const place = [niva, enhet_id, period.periodtyp, period.period, grupp].join('|');
        const put = (id: string, kategori: string, cell: Omit<Cell, 'slutlig'>, due = period.due) =>
          cells.set(`${id}|${place}|${kategori}`, { ...cell, slutlig: isFinal(due) });
        const pair = niva === 'kommun_vardgivare' || niva === 'klinik';
        if (helgPeriod) {
          if (!pair) putHelg(put, helg.get(place) ?? [], period);
          continue;
        }
        if (pair && (grupp !== 'alla' || period.periodtyp !== 'ar')) continue;
        const list = cases.get(place) ?? [];
        if (niva !== 'klinik' && CALENDAR.includes(period.periodtyp))
          putWaiting(put, waiting.days.get(place) ?? [], period);
        if (!pair && niva !== 'kommun' && grupp === 'alla' && period.periodtyp === 'manad')
          putStillIn(put, waiting.stillIn.get(place) ?? []);
        if (!pair && grupp === 'alla' && ['manad', 'ar'].includes(period.periodtyp))
          putComparison(put, niva, enhet_id, period);
        if (!pair && grupp === 'alla' && period.periodtyp === 'ar') {
          putSummer(put, list);
          if (niva !== 'kommun') putHours(put, list);
        }
        putMeans(niva === 'klinik' ? only(put, atClinic) : put, list);
        for (const [id, kategori, ...two] of chainFigures(list))
          if (hasChain(id, niva, period.periodtyp, grupp)) put(id, kategori, ratio(...two));
        for (const [id, kategori, ...two] of readmissionFigures(index.get(place) ?? [], WITHIN))
          if (isPublished(id, niva, period.periodtyp, grupp))
            put(id, kategori, ratio(...two), period.last + WITHIN);
        if (isPaymentPublished(niva, period.periodtyp, grupp))
          for (const [id, kategori, ...numbers] of paymentFigures(cases.get(place) ?? [], grupp))
            put(id, kategori, ratio(...numbers));
        // Weekday, day-class and matrix indicators are thinner at kommun.
        const thin = niva === 'kommun' && (grupp !== 'alla' || !['halvar', 'ar'].includes(period.periodtyp));
        if (thin || pair || !CALENDAR.includes(period.periodtyp)) continue;
        putDays(put, list, ended.get(place) ?? [], period);
        putWeekend(put, list);
        if (period.periodtyp !== 'manad') putBands(put, list);
      }
    }
  }
  return cells;
}

/** Leaves out the indicators that are not published there. */
const only =
  (put: Put, published: (id: string) => boolean): Put =>
  (id, ...rest) => {
    if (published(id)) put(id, ...rest);
  };

export type Put = (id: string, kategori: string, cell: Omit<Cell, 'slutlig'>, due?: number) => void;

export const push = <T>(map: Map<string, T[]>, key: string, item: T) => {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
};
export const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
export const waited = (list: Case[]) => list.map(({ ready, left }) => left - ready);
export const ratio = (taljare: number, namnare: number, antal = namnare) => ({
  taljare,
  namnare,
  antal,
  varde: null,
});

function putMeans(put: Put, list: Case[]): void {
  const days = waited(list);
  const zero = days.filter((wait) => wait === 0).length;
  const one = days.length - zero;
  put('medeldagar_skr', 'alla', ratio(sum(days), one));
  put('medeldagar_alla', 'alla', ratio(sum(days), days.length));
  put('andel_utskrivningsklardagen', 'alla', ratio(zero, days.length));
  put('kvot_utskrivningsklardagen', 'alla', ratio(zero, one));
  // quantile_disc: the value at place ⌈q · n⌉ of the sorted list.
  const sorted = [...days].sort((a, b) => a - b);
  const observed = (tenths: number) => ({
    ...ratio(0, days.length),
    taljare: null,
    varde: sorted[Math.ceil((tenths * sorted.length) / 10) - 1] ?? null,
  });
  put('vantedagar_median', 'alla', observed(5));
  put('vantedagar_p90', 'alla', observed(9));
}

function putDays(put: Put, list: Case[], ended: Stay[], period: Period): void {
  const days = Array.from({ length: period.last - period.first + 1 }, (_, i) => period.first + i);
  for (const i of WEEKDAYS) {
    const ready = list.filter((one) => weekday(one.ready) === i);
    put('veckodag_utskrivningsklar', String(i), ratio(ready.length, list.length));
    put('medeldagar_veckodag', String(i), ratio(sum(waited(ready)), ready.length));
    const left = list.filter((one) => weekday(one.left) === i);
    put('veckodag_utskrivning', String(i), ratio(left.length, list.length));
    const all = ended.filter((one) => weekday(one.left!) === i);
    put('veckodag_utskrivning_alla', String(i), ratio(all.length, ended.length));
    for (const j of WEEKDAYS) {
      const pair = ready.filter((one) => weekday(one.left) === j);
      put('veckodag_matris', `${i}-${j}`, ratio(pair.length, list.length));
    }
  }
  for (const name of CLASSES) {
    const ready = list.filter((one) => dayClass(one.ready) === name).length;
    const left = list.filter((one) => dayClass(one.left) === name).length;
    put('dagklass_utskrivningsklar', name, ratio(ready, list.length));
    put('dagklass_utskrivning', name, ratio(left, list.length));
    const calendarDays = days.filter((day) => dayClass(day) === name).length;
    put('fall_per_kalenderdag', name, ratio(left, calendarDays, left));
  }
}

function putHelg(put: Put, list: HelgCase[], period: Period): void {
  const dates = Array.from({ length: period.due - period.first + 2 }, (_, i) => toIso(period.first - 1 + i));
  for (const kategori of [...dates, 'senare', 'kvar']) {
    const there = list.filter((one) => one.kategori === kategori);
    put('helgtabell', kategori, ratio(there.length, list.length));
    for (const destination of DESTINATIONS) {
      const gone = there.filter((one) => one.destination === destination).length;
      put('helgtabell_destination', `${kategori}+${destination}`, ratio(gone, list.length));
    }
  }
}
