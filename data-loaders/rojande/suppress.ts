/** What is hidden: primary suppression and the state that the later steps change. */
import { isSmall, type Problem } from './problem.ts';

export type State = {
  problem: Problem;
  /** The tier in turn; counts of later ones are not published yet. */
  tier: number;
  /** Relations that are published: those before this one. */
  active: number;
  /** 1 = this cell is not shown. A rest never is. */
  dold: Uint8Array;
  /** 1 = this count is neither shown nor known. */
  hidden: Uint8Array;
  /**
   * 1 = a hidden count that shown ones give away: 0, which is no person, or k or more that the tiers before tell. It needs no
   * protection, and protects nothing.
   */
  known: Uint8Array;
  /** 1 = a known count that shown ones do not tell any more: its cell stays hidden. */
  kept: Uint8Array;
  /** The tier that tells a count which is shown or known. */
  since: Uint8Array;
  /** 1 = an audit found that it is known. */
  proved: Uint8Array;
  /** 1 = the tiers before leave it a range narrower than k, whatever the later ones hide. */
  tight: Uint8Array;
  /** How often each count has been forgotten: knowledge that keeps coming back is left alone. */
  forgotten: Uint8Array;
  /** Counts learnt in the tier in turn. */
  learnt: number[];
  /** Hidden terms of each relation, a possible rest of 0 among them. */
  hiddenTerms: Int32Array;
  /** Families whose protection must be looked at again. */
  queue: number[];
  queued: Uint8Array;
  /** Counts hidden or learnt, in that order; whoever reads them empties it. */
  changed: number[];
  /** For walks from count to count through the relations: 1 = seen; and a number for each relation. All 0 between two walks. */
  marks: { count: Uint8Array; relation: Uint8Array; left: Int32Array };
  /** Cells of earlier tiers that had to be hidden for the sake of later ones: none, but in systems that leave no choice. */
  brott: number[];
};

/** Counts of 1 … k − 1, shares' complements with them, whole blocks where n (or a part of it) is such a count. */
export function primary(problem: Problem): State {
  const { block, cell, cellStart, first, last, sensitive, counts } = problem;
  const cells = cellStart.length - 1;
  const state: State = {
    problem,
    tier: -1,
    active: 0,
    dold: new Uint8Array(cells),
    hidden: new Uint8Array(counts),
    known: new Uint8Array(counts),
    kept: new Uint8Array(counts),
    since: Uint8Array.from(cell, (c) => problem.tier[c]!),
    proved: new Uint8Array(counts),
    tight: new Uint8Array(counts),
    forgotten: new Uint8Array(counts),
    learnt: [],
    hiddenTerms: Int32Array.from(problem.open),
    queue: [],
    queued: new Uint8Array(problem.family.length - 1),
    changed: [],
    marks: {
      count: new Uint8Array(counts),
      relation: new Uint8Array(problem.follows.length),
      left: new Int32Array(problem.follows.length),
    },
    brott: [],
  };
  for (let v = 0; v < counts; v++) {
    if (block[v]! < 0 || sensitive[v] === 1 || problem.bunden[cell[v]!] === 2) hide(state, cell[v]!);
  }
  for (let b = 0; b < first.length; b++) {
    if (state.dold[first[b]!] === 1) for (let c = first[b]!; c < last[b]!; c++) hide(state, c);
  }
  return state;
}

/** Publishes the relations of the next tier. */
export function publish(state: State): void {
  const { tierEnd, familyOf } = state.problem;
  state.tier++;
  state.learnt = [];
  const from = state.active;
  state.active = tierEnd[state.tier]!;
  for (let r = from; r < state.active; r++)
    if (state.hiddenTerms[r]! > state.problem.open[r]!) enqueue(state, familyOf[r]!);
}

function enqueue(state: State, f: number): void {
  if (state.queued[f] === 1) return;
  state.queued[f] = 1;
  state.queue.push(f);
}

/** Hides a cell; n takes every cell of its block with it. */
export function hide(state: State, c: number): void {
  const { problem, dold } = state;
  const { cellStart, first, last, bunden } = problem;
  if (dold[c] === 1 || bunden[c] === 1) return;
  dold[c] = 1;
  for (let v = cellStart[c]!; v < cellStart[c + 1]!; v++) setHidden(state, v, 1);
  const b = problem.block[cellStart[c]!]!;
  if (b >= 0 && first[b] === c) for (let d = c + 1; d < last[b]!; d++) hide(state, d);
}

/**
 * What the hidden parts of a relation still need: the smallest count a further hidden part should have so that no small part
 * is bounded tighter than k from above; 0 where nothing is needed. Only where the whole shows and cases of it in some part
 * of the tier in turn: else the relation says no more than the tiers before.
 */
export function lacking({ problem, hidden, since, tier }: State, r: number): number {
  const { value, start, terms, troskel, sum } = problem;
  const whole = terms[start[r]!]!;
  if (hidden[whole] === 1 || sum[whole] === 1) return 0;
  let total = 0;
  let largest = 0;
  let shown = 0;
  for (let i = start[r]! + 1; i < start[r + 1]!; i++) {
    const v = terms[i]!;
    const x = value[v]!;
    if (hidden[v] === 0) {
      if (since[v]! >= tier) shown += x;
      continue;
    }
    total += x;
    if (x < troskel && x > largest) largest = x;
  }
  return largest > 0 && shown > 0 ? Math.max(0, troskel - (total - largest)) : 0;
}

/** Hides a count, or makes it shown or known; its sums are to be looked at again. */
export function setHidden(state: State, v: number, now: 0 | 1): void {
  const { uses, usesStart, familyOf } = state.problem;
  state.hidden[v] = now;
  state.changed.push(v);
  for (let i = usesStart[v]!; i < usesStart[v + 1]!; i++) {
    const r = uses[i]!;
    state.hiddenTerms[r]! += now === 1 ? 1 : -1;
    if (r < state.active) enqueue(state, familyOf[r]!);
  }
}

/** True for a hidden count that must stay unknown: a small one, or one whose block, which is shown, it leaves so few of. */
export function mustHide({ problem, hidden }: State, v: number): boolean {
  const { sensitive, block, cellStart, first } = problem;
  return sensitive[v] === 1 && (isSmall(problem, v) || hidden[cellStart[first[block[v]!]!]!] === 0);
}
