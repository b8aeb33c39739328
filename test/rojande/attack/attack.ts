/** The attack: reads the published rows, writes down every sum, and says how tightly each hidden count is bounded. */
import { addAll, type Membership } from './between.ts';
import { addRows, type Counts, type Header, noCounts, type Row } from './counts.ts';
import { componentsOf, narrow, nearby } from './lp.ts';
import { random } from './random.ts';
import { type Ranges, rangesOf, usesOf } from './ranges.ts';
import { emptySystem, type System } from './system.ts';

/** Components of more counts are sampled: so many counts of each, in a neighbourhood of about so many. */
const WHOLE = 600;
const SAMPLE = 4;
const NEAR = 250;

export type Attack = {
  system: System;
  ranges: Ranges;
  /** Every hidden count of persons. */
  targets: number[];
  /** Those that the whole system bounds tighter than k, with the range. */
  tight: Map<number, [low: number, high: number]>;
};

export function readCounts(rows: Row[], headers: Header[]): Counts {
  const counts = noCounts();
  const by = new Map<string, Row[]>();
  for (const row of rows) {
    const list = by.get(row.indikator);
    if (list === undefined) by.set(row.indikator, [row]);
    else list.push(row);
  }
  for (const header of headers) addRows(counts, by.get(header.id) ?? [], header);
  return counts;
}

/** True for a hidden count of cases: printed, or a rest of them. */
export const isTarget = ({ counts, persons }: System, v: number): boolean =>
  v < counts.value.length
    ? counts.value[v] === null && !counts.key[v]!.includes('|')
    : persons[v - counts.value.length] === 1;

/** Everything that must add up, as the attacker knows it. */
export function systemOf(counts: Counts, map: Membership, days = true): System {
  const system = emptySystem(counts);
  addAll(system, map, days);
  return system;
}

/** `wanted`: counts whose range is to be sought with linear programs; the others are only narrowed sum by sum. */
export async function attack(system: System, k: number, wanted: (v: number) => boolean): Promise<Attack> {
  const ranges = rangesOf(system);
  const tight: Attack['tight'] = new Map();
  const targets: number[] = [];
  const open = new Set<number>();
  for (let v = 0; v < ranges.low.length; v++) {
    if (!isTarget(system, v)) continue;
    targets.push(v);
    const [low, high] = [ranges.low[v]!, ranges.high[v]!];
    if (high - low < k) tight.set(v, [low, high]);
    else if (wanted(v)) open.add(v);
  }
  const uses = usesOf(ranges.low.length, system.start, system.term);
  const next = random(ranges.low.length);
  for (const component of componentsOf(system, ranges, open)) {
    const targets = component.counts.filter((v) => open.has(v));
    if (component.counts.length <= WHOLE) {
      for (const [v, range] of await narrow(system, ranges, component, targets, k)) tight.set(v, range);
      continue;
    }
    for (const v of targets.sort(() => next() - 0.5).slice(0, SAMPLE)) {
      const part = nearby(system, ranges, uses, v, NEAR);
      const near = part.counts.filter((w) => open.has(w));
      for (const [w, range] of await narrow(system, ranges, part, near.slice(0, 20), k)) tight.set(w, range);
    }
  }
  return { system, ranges, targets, tight };
}
