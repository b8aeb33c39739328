/** Hidden counts that the ranges leave a single value, or too few. */
import { type Bounds, UNKNOWN } from './bounds.ts';
import { relationsOf } from './complement.ts';
import type { Problem } from './problem.ts';
import { mustHide, type State } from './suppress.ts';

/**
 * Hidden counts whose ends have met since the last call, or were found then, and still meet; and those that must stay hidden
 * with a range narrower than k. Ascending.
 */
export function pinned(
  state: State,
  bounds: Bounds,
  given: Iterable<number>,
): { pinned: Int32Array; tight: number[] } {
  const { low, high, unknown } = bounds;
  const { troskel } = state.problem;
  const found = new Set<number>();
  const tight = new Set<number>();
  for (const list of [bounds.met, given]) {
    for (const v of list) {
      if (unknown[v] === 0) continue;
      if (low[v] === high[v]) found.add(v);
      else if (high[v]! - low[v]! < troskel && state.tight[v] === 0 && mustHide(state, v)) tight.add(v);
    }
  }
  bounds.met = [];
  return { pinned: Int32Array.from(found).sort(), tight: [...tight].sort((a, b) => a - b) };
}

/** The relations of v that alone give it the upper or the lower end of its range. */
export function closing(problem: Problem, bounds: Bounds, v: number): number[] {
  return relationsOf(problem, v, bounds.active).filter((r) => closes(problem, r, v, bounds));
}

function closes(
  { start, terms, open, least }: Problem,
  r: number,
  v: number,
  { low, high }: Bounds,
): boolean {
  // Days say something of the cases: what helps is to hide more beside either.
  if (least[r]! > 0) return false;
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
