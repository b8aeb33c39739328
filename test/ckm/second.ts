/** The cell key method a second time, in plain TypeScript: from stays to what may be published, set by set. */
import { createHash } from 'node:crypto';
import { KEYS, type Step } from '../../data-loaders/ckm/ptable.ts';
import type { Row } from '../count/stage.ts';
import { readStays, type Stay } from '../reference/cases.ts';
import { weekday } from '../reference/days.ts';
import { groupsOf, periodsOf, spanOf, unitsOf } from '../reference/grid.ts';
import { type Case, push, sum } from '../reference/indicators.ts';

const bits24 = (text: string): number =>
  Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 6), 16);

const recordKey = (fro: string, id: string): number => bits24(`${fro}|${JSON.stringify(['id', id])}|1`);

/** What the table makes of a true count with this sum of keys; 0 stays. */
export function looked(steps: Step[], count: number, keys: number): number {
  if (count === 0) return 0;
  const antal = Math.min(count, Math.max(...steps.map((step) => step.antal)));
  const key = keys % KEYS;
  return count + steps.find((s) => s.antal === antal && s.fran <= key && key < s.till)!.avvikelse;
}

const even = (keys: number, slag: string): number => (2 * bits24(`${keys % KEYS}|${slag}`) + 1) / KEYS - 1;

/** taljare, namnare, antal and, of a quantile, varde. */
export type Numbers = [number | null, number, number, (number | null)?];

const BANDS: [string, number, number][] = [
  ['0', 0, 0],
  ['1', 1, 1],
  ['2-3', 2, 3],
  ['4-6', 4, 6],
  ['7-13', 7, 13],
  ['14-20', 14, 20],
  ['21-', 21, Number.POSITIVE_INFINITY],
];
const COLOURS = ['gron', 'gul', 'rod', 'annat'];

/** `indikator|niva|enhet_id|periodtyp|period|grupp|kategori` → numbers, for every cell that has cases; `sant`: without noise. */
export function published(rows: Record<string, Row[]>, fro: string, steps: Step[]) {
  const stays = readStays(rows);
  const span = spanOf(stays, rows, null);
  const cases = new Map<string, Case[]>();
  const ended = new Map<string, Stay[]>();
  for (const stay of stays) {
    if (stay.left === null) continue;
    for (const { niva, enhet_id } of unitsOf(stay, stay.left, rows))
      for (const { periodtyp, period } of periodsOf(stay.left, span))
        for (const grupp of groupsOf(stay, span.lastDay)) {
          const place = [niva, enhet_id, periodtyp, period, grupp].join('|');
          push(ended, place, stay);
          if (stay.ready !== null) push(cases, place, stay as Case);
        }
  }
  const keysOf = (list: Stay[]) => sum(list.map(({ id }) => recordKey(fro, id!)));
  const count = (list: Stay[]) => looked(steps, list.length, keysOf(list));
  const days = (list: Case[], shown: number) => {
    const total = sum(list.map(({ ready, left }) => left - ready));
    if (total === 0) return 0;
    const [n, noise] = [list.length, even(keysOf(list), 'summa')];
    return Math.round((total / n) * shown * (1 + noise / Math.sqrt(n)));
  };
  const cells = new Map<string, Numbers>();
  const sant = new Map<string, number>();
  for (const [place, list] of cases) {
    const put = (id: string, kategori: string, numbers: Numbers) =>
      cells.set(`${id}|${place}|${kategori}`, numbers);
    const waited = ({ ready, left }: Case) => left - ready;
    const n = count(list);
    sant.set(place, list.length);
    const n0 = Math.min(n, count(list.filter((one) => waited(one) === 0)));
    const total = days(list, n);
    put('andel_utskrivningsklardagen', 'alla', [n0, n, n]);
    put('kvot_utskrivningsklardagen', 'alla', [n0, n - n0, n - n0]);
    put('medeldagar_alla', 'alla', [total, n, n]);
    put('medeldagar_skr', 'alla', [total, n - n0, n - n0]);
    for (const [band, from, to] of BANDS) {
      const some = list.filter((one) => waited(one) >= from && waited(one) <= to);
      const shown = Math.min(n, count(some));
      put('varaktighet', band, [shown, n, n]);
      put('varaktighet_dagar', band, [Math.min(total, days(some, shown)), total, shown]);
    }
    for (const colour of COLOURS) {
      const some = list.filter(({ process }) => (process ?? 'annat') === colour);
      const shown = Math.min(n, count(some));
      put('process', colour, [shown, n, n]);
      const zero = Math.min(shown, count(some.filter((one) => waited(one) === 0)));
      put('process_samma_dag', colour, [zero, shown, shown]);
    }
    const sorted = list.map(waited).sort((a, b) => a - b);
    const moved = Math.trunc((n - list.length) / 2);
    const at = (q: number) =>
      sorted[Math.min(sorted.length, Math.max(1, Math.ceil(q * sorted.length) + moved)) - 1]!;
    put('vantedagar_median', 'alla', [null, n, n, at(0.5)]);
  }
  for (const [place, list] of ended) {
    const n = count(list);
    for (const day of [1, 2, 3, 4, 5, 6, 7]) {
      const some = list.filter(({ left }) => weekday(left!) === day);
      cells.set(`veckodag_utskrivning_alla|${place}|${day}`, [Math.min(n, count(some)), n, n]);
    }
  }
  return { cells, sant };
}
