/** What is hidden, what is sensitive and what is known: primary suppression and the state that the later steps change. */
import { adds, has, type Problem } from './problem.ts';

export type State = {
  problem: Problem;
  /** 1 = not shown and not known. A rest is never shown. */
  hidden: Uint8Array;
  /** 1 = a hidden 0 that shown counts give away. It is no person: it needs no protection, and protects nothing. */
  known: Uint8Array;
  /** Bit q set: value q of a hidden core is such a 0, though not all its values are. */
  zeros: Uint8Array;
  /** Bit q set: value q is in use, hidden and not known to be 0. */
  unknown: Uint8Array;
  /** 1 = a count of 1 … k − 1, or the complement of one: what the hiding is for. */
  sensitive: Uint8Array;
  /** Hidden terms of each relation, a possible rest of 0 among them. */
  hiddenTerms: Int32Array;
  /** Relations whose protection must be looked at again. */
  queue: number[];
  queued: Uint8Array;
  /** Counts hidden or learnt, in that order; whoever reads them empties it. */
  changed: number[];
};

/** Places of the values that count cases, and so can be too few. */
const COUNTS = [0, 1, 2] as const;

const small = (x: number, k: number): boolean => x >= 1 && x < k;

/** Counts of 1 … k − 1, shares' complements with them, whole blocks where n (or a part of it) is such a count. */
export function primary(problem: Problem): State {
  const { value, block, first, last, troskel, variables, start, requiresAll } = problem;
  const relations = start.length - 1;
  const state: State = {
    problem,
    hidden: new Uint8Array(variables),
    known: new Uint8Array(variables),
    zeros: new Uint8Array(variables),
    unknown: new Uint8Array(variables),
    sensitive: new Uint8Array(variables),
    hiddenTerms: Int32Array.from(problem.open),
    queue: [],
    queued: new Uint8Array(relations),
    changed: [],
  };
  for (let v = 0; v < variables; v++) {
    for (const q of COUNTS) if (has(problem, v, q) && small(value[q][v]!, troskel)) state.sensitive[v] = 1;
    const n = block[v]! < 0 ? v : first[block[v]!]!;
    if (n !== v && small(value[0][n]! - value[0][v]!, troskel)) state.sensitive[v] = 1;
  }
  for (let v = 0; v < variables; v++) if (state.sensitive[v] === 1 || block[v]! < 0) hide(state, v);
  for (let b = 0; b < first.length; b++) {
    if (state.hidden[first[b]!] === 1) for (let v = first[b]!; v < last[b]!; v++) hide(state, v);
  }
  for (let r = 0; r < relations; r++) {
    enqueue(state, r);
    if (requiresAll[r] === 1 && state.hiddenTerms[r]! > problem.open[r]!)
      hide(state, problem.terms[start[r]!]!);
  }
  return state;
}

function enqueue(state: State, r: number): void {
  if (state.queued[r] === 1) return;
  state.queued[r] = 1;
  state.queue.push(r);
}

/** Hides a count; n takes every count of its block with it, a month the rolling years over it. */
export function hide(state: State, v: number): void {
  const { problem, hidden } = state;
  if (hidden[v] === 1 || state.known[v] === 1) return;
  hidden[v] = 1;
  state.unknown[v] = problem.values[v]! & ~state.zeros[v]!;
  state.changed.push(v);
  for (let i = problem.usesStart[v]!; i < problem.usesStart[v + 1]!; i++) {
    const r = problem.uses[i]!;
    state.hiddenTerms[r]!++;
    enqueue(state, r);
    if (problem.requiresAll[r] === 1) hide(state, problem.terms[problem.start[r]!]!);
  }
  const b = problem.block[v]!;
  if (b >= 0 && problem.first[b] === v) for (let w = v + 1; w < problem.last[b]!; w++) hide(state, w);
}

/**
 * What the hidden parts of a relation still need, per value: the smallest count a further hidden part should have so that
 * no sensitive part is bounded tighter than k from above; 0 where nothing is needed. Only where the whole is shown.
 */
export function lacking(state: State, r: number): [number, number, number] {
  const { problem, hidden, sensitive } = state;
  const { value, start, terms, troskel } = problem;
  const need: [number, number, number] = [0, 0, 0];
  const whole = terms[start[r]!]!;
  if (hidden[whole] === 1) return need;
  for (const q of COUNTS) {
    if (!adds(problem, r, q)) continue;
    let sum = 0;
    let largest = 0;
    for (let i = start[r]! + 1; i < start[r + 1]!; i++) {
      const v = terms[i]!;
      if (hidden[v] === 0) continue;
      const x = value[q][v]!;
      sum += x;
      if (sensitive[v] === 1 && small(x, troskel) && x > largest) largest = x;
    }
    if (largest > 0) need[q] = Math.max(0, troskel - (sum - largest));
  }
  return need;
}

/** No case, so no part and no sum either. */
const isZero = ({ value }: Problem, v: number): boolean => value[0][v] === 0;

/** A hidden 0 that this relation gives away is known from now on: alone hidden, or below a whole the shown parts fill. */
export function learnZeros(state: State, r: number): void {
  const { problem, hidden } = state;
  const { start, terms, open } = problem;
  const unknown: number[] = [];
  for (let i = start[r]!; i < start[r + 1]!; i++) if (hidden[terms[i]!] === 1) unknown.push(terms[i]!);
  const alone = unknown.length === 1 && open[r] === 0;
  const filled = hidden[terms[start[r]!]!] === 0;
  if (!(alone || filled) || !unknown.every((v) => isZero(problem, v))) return;
  for (const v of unknown) learn(state, v, 0b1111);
}

/** From now on it is known that these values of a hidden count are 0. False if that was known. */
export function learn(state: State, v: number, bits: number): boolean {
  const { problem, hidden, known, zeros } = state;
  const { uses, usesStart, values } = problem;
  if (hidden[v] === 0 || (zeros[v]! & bits) === bits) return false;
  zeros[v]! |= bits;
  state.unknown[v]! &= ~bits;
  state.changed.push(v);
  if ((zeros[v]! & values[v]!) !== values[v]!) return true;
  hidden[v] = 0;
  known[v] = 1;
  for (let i = usesStart[v]!; i < usesStart[v + 1]!; i++) {
    state.hiddenTerms[uses[i]!]!--;
    enqueue(state, uses[i]!);
  }
  return true;
}
