/**
 * What nonnegative counts and all relations together say about the range of each hidden count: intervals narrowed until
 * nothing moves (or `rounds` is spent).
 */
import { adds, has, type Place } from './problem.ts';
import type { State } from './suppress.ts';

const UNKNOWN = 2 ** 40;
const ROUNDS = 60;

export type Bounds = { low: Float64Array; high: Float64Array };

/** Ranges of value q of every count. */
export function bounds(state: State, q: Place): Bounds {
  const { problem, hidden, hiddenTerms, zeros } = state;
  const { start, terms, variables, open } = problem;
  const value = problem.value[q];
  const low = new Float64Array(variables);
  const high = new Float64Array(variables).fill(UNKNOWN);
  for (let v = 0; v < variables; v++) {
    if (hidden[v] === 0 || (zeros[v]! >> q) & 1) low[v] = high[v] = value[v]!;
  }
  let moved = true;
  const narrow = (v: number, l: number, h: number) => {
    if (l > low[v]!) [low[v], moved] = [l, true];
    if (h < high[v]!) [high[v], moved] = [h, true];
  };
  for (let round = 0; moved && round < ROUNDS; round++) {
    moved = false;
    for (let r = 0; r < hiddenTerms.length; r++) {
      if (hiddenTerms[r] === open[r] || !adds(problem, r, q)) continue;
      const whole = terms[start[r]!]!;
      let [l, h] = [0, open[r] === 1 ? UNKNOWN : 0];
      for (let i = start[r]! + 1; i < start[r + 1]!; i++) {
        l += low[terms[i]!]!;
        h += high[terms[i]!]!;
      }
      if (low[whole] !== high[whole]) narrow(whole, l, h);
      for (let i = start[r]! + 1; i < start[r + 1]!; i++) {
        const v = terms[i]!;
        if (low[v] !== high[v]) narrow(v, low[whole]! - (h - high[v]!), high[whole]! - (l - low[v]!));
      }
    }
  }
  return { low, high };
}

/** Hidden counts whose value q has a range of a single value, ascending. */
export function pinned(state: State, q: Place): number[] {
  const { hidden, problem, zeros } = state;
  const { low, high } = bounds(state, q);
  const found: number[] = [];
  for (let v = 0; v < problem.variables; v++) {
    if (hidden[v] === 0 || !has(problem, v, q) || (zeros[v]! >> q) & 1) continue;
    if (low[v] === high[v]) found.push(v);
  }
  return found;
}
