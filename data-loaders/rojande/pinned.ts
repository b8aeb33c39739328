/** Hidden counts that the ranges leave a single value. */
import { type Bounds, UNKNOWN } from './bounds.ts';
import { relationsOf } from './complement.ts';
import type { Problem } from './problem.ts';

/** Hidden counts whose ends have met since the last call, or were given away then, and still meet; ascending. */
export function pinned(bounds: Bounds, given: Iterable<number>): Int32Array {
  const { low, high, unknown } = bounds;
  const found = new Set<number>();
  for (const list of [bounds.met, given])
    for (const v of list) if (unknown[v] === 1 && low[v] === high[v]) found.add(v);
  bounds.met = [];
  return Int32Array.from(found).sort();
}

/** The relations of v that alone give it the upper or the lower end of its range. */
export function closing(problem: Problem, bounds: Bounds, v: number): number[] {
  return relationsOf(problem, v, bounds.active).filter((r) => closes(problem, r, v, bounds));
}

function closes({ start, terms, open }: Problem, r: number, v: number, { low, high }: Bounds): boolean {
  const whole = terms[start[r]!]!;
  let [l, h] = [0, open[r] === 1 ? UNKNOWN : 0];
  for (let i = start[r]! + 1; i < start[r + 1]!; i++) {
    if (terms[i] === v) continue;
    l += low[terms[i]!]!;
    h += high[terms[i]!]!;
  }
  if (v === whole) return l === low[v] || h === high[v];
  return low[whole]! - h === low[v] || (high[whole]! - l === high[v] && high[v]! > 0);
}
