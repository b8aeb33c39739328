/**
 * What nonnegative counts and all relations together say about the range of each hidden count: intervals narrowed until
 * nothing moves (or `rounds` is spent).
 */
import { width } from './problem.ts';
import type { State } from './suppress.ts';

const UNKNOWN = 2 ** 40;

export type Bounds = { low: Float64Array; high: Float64Array };

/** Ranges of value q of every count. */
export function bounds(state: State, q: 0 | 1 | 2, rounds: number): Bounds {
  const { problem, hidden, hiddenTerms } = state;
  const { start, terms, variables, open } = problem;
  const value = problem.value[q];
  const low = new Float64Array(variables);
  const high = new Float64Array(variables).fill(UNKNOWN);
  for (let v = 0; v < variables; v++) if (hidden[v] === 0) low[v] = high[v] = value[v]!;
  let moved = true;
  const narrow = (v: number, l: number, h: number) => {
    if (hidden[v] === 0) return;
    if (l > low[v]!) [low[v], moved] = [l, true];
    if (h < high[v]!) [high[v], moved] = [h, true];
  };
  for (let round = 0; moved && round < rounds; round++) {
    moved = false;
    for (let r = 0; r < hiddenTerms.length; r++) {
      if (hiddenTerms[r] === open[r] || width(problem, r) <= q) continue;
      const whole = terms[start[r]!]!;
      let [l, h] = [0, open[r] === 1 ? UNKNOWN : 0];
      for (let i = start[r]! + 1; i < start[r + 1]!; i++) {
        l += low[terms[i]!]!;
        h += high[terms[i]!]!;
      }
      narrow(whole, l, h);
      for (let i = start[r]! + 1; i < start[r + 1]!; i++) {
        const v = terms[i]!;
        narrow(v, low[whole]! - (h - high[v]!), high[whole]! - (l - low[v]!));
      }
    }
  }
  return { low, high };
}

/** Printed hidden counts of at least 1 and sensitive rests whose range is a single value, ascending. */
export function pinned(state: State, rounds = 40): number[] {
  const { problem, hidden, sensitive } = state;
  const { value, values, block, variables } = problem;
  const found = new Set<number>();
  for (const q of [0, 1, 2] as const) {
    const { low, high } = bounds(state, q, rounds);
    for (let v = 0; v < variables; v++) {
      if (hidden[v] === 0 || values[v]! <= q || (block[v]! < 0 && sensitive[v] === 0)) continue;
      if (value[q]![v]! > 0 && low[v] === high[v]) found.add(v);
    }
  }
  return [...found].sort((a, b) => a - b);
}
