/**
 * What nonnegative counts and all relations together say about the range of each hidden count: intervals narrowed until
 * nothing moves.
 */
import { adds, has, type Place, type Problem } from './problem.ts';
import type { State } from './suppress.ts';

const UNKNOWN = 2 ** 40;
/** A relation is looked at so many times at most: ranges of long cycles can creep for ever. */
const VISITS = 60;

export type Bounds = { low: Float64Array; high: Float64Array };

/** Ranges of value q of every count. */
export function bounds(state: State, q: Place): Bounds {
  const { problem, hidden, hiddenTerms, zeros } = state;
  const { start, terms, uses, usesStart, variables, open } = problem;
  const value = problem.value[q];
  const low = new Float64Array(variables);
  const high = new Float64Array(variables).fill(UNKNOWN);
  for (let v = 0; v < variables; v++) {
    if (hidden[v] === 0 || (zeros[v]! >> q) & 1) low[v] = high[v] = value[v]!;
  }
  const queue: number[] = [];
  const queued = new Uint8Array(hiddenTerms.length);
  const visits = new Uint8Array(hiddenTerms.length);
  for (let r = 0; r < hiddenTerms.length; r++) {
    if (hiddenTerms[r] === open[r] || !adds(problem, r, q)) visits[r] = VISITS;
    else queued[r] = queue.push(r) > 0 ? 1 : 0;
  }
  const narrow = (v: number, l: number, h: number) => {
    if (l <= low[v]! && h >= high[v]!) return;
    low[v] = Math.max(l, low[v]!);
    high[v] = Math.min(h, high[v]!);
    for (let i = usesStart[v]!; i < usesStart[v + 1]!; i++) {
      const r = uses[i]!;
      if (queued[r] === 1 || visits[r]! >= VISITS) continue;
      queued[r] = 1;
      queue.push(r);
    }
  };
  for (let next = 0; next < queue.length; next++) {
    const r = queue[next]!;
    queued[r] = 0;
    visits[r]!++;
    const whole = terms[start[r]!]!;
    let [l, h] = [0, open[r] === 1 ? UNKNOWN : 0];
    for (let i = start[r]! + 1; i < start[r + 1]!; i++) {
      l += low[terms[i]!]!;
      h += high[terms[i]!]!;
    }
    const [lowest, highest] = [low[whole]!, high[whole]!];
    if (lowest !== highest) narrow(whole, l, h);
    for (let i = start[r]! + 1; i < start[r + 1]!; i++) {
      const v = terms[i]!;
      if (low[v] !== high[v]) narrow(v, lowest - (h - high[v]!), highest - (l - low[v]!));
    }
  }
  return { low, high };
}

/** A hidden count with only one value possible, and the relations of its own that close it in. */
export type Pinned = { variable: number; relations: number[] };

/** Hidden counts whose value q has a range of a single value, ascending. */
export function pinned(state: State, q: Place): Pinned[] {
  const { hidden, problem, zeros } = state;
  const { uses, usesStart } = problem;
  const { low, high } = bounds(state, q);
  const found: Pinned[] = [];
  for (let v = 0; v < problem.variables; v++) {
    if (hidden[v] === 0 || !has(problem, v, q) || (zeros[v]! >> q) & 1) continue;
    if (low[v] !== high[v]) continue;
    const own = [...uses.subarray(usesStart[v], usesStart[v + 1])];
    const relations = own.filter((r) => adds(problem, r, q) && closes(problem, r, v, { low, high }));
    found.push({ variable: v, relations });
  }
  return found;
}

/** True when relation r alone gives v the upper or the lower end of its range. */
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
