/** Ranges that are too narrow, and what the tiers before the one in turn tell whatever it hides. */
import { determinedOf } from './audit.ts';
import { type Bounds, firstBounds, update } from './bounds.ts';
import { widenBy } from './complement.ts';
import type { Proof } from './proof.ts';
import type { State } from './suppress.ts';

/** A count given away after so many more were hidden beside it is told by the tiers before: they must yield. */
export const STUBBORN = 20;

/** More is hidden so many sums away from a count of too narrow a range. */
const REACH = 3;

/**
 * Hides more of the tier in turn near counts of too narrow a range. Those that would be no wider if all of it were hidden stay
 * so: no coarser cell is lost for that.
 */
export function slacken(
  state: State,
  tight: Map<number, number[]>,
  times: Map<number, number>,
  without: () => Bounds,
): void {
  const fresh = [...tight.keys()].filter((v) => !times.has(v));
  if (fresh.length > 0) {
    const bounds = without();
    for (const v of fresh) {
      if (bounds.high[v]! - bounds.low[v]! >= state.problem.troskel) continue;
      state.tight[v] = 1;
      tight.delete(v);
    }
  }
  for (const [v, relations] of tight) {
    const more = times.get(v) ?? 1;
    times.set(v, Math.min(3 * more, 2 * STUBBORN));
    if (more <= STUBBORN && widenBy(state, v, relations, more, false, REACH)) continue;
    state.tight[v] = 1;
    tight.delete(v);
  }
}

/** What would follow if all of the tier in turn were hidden. */
export type Before = { state: State; bounds: Bounds };

/** Before anything is published. */
export function firstBefore(state: State): Before {
  const without = { ...state, hidden: state.hidden.slice() };
  return { state: without, bounds: firstBounds(without) };
}

/** Brings it up to date with what has been published, hidden and learnt since. */
export function refreshBefore(before: Before, { problem, hidden, known, tier, active }: State): Bounds {
  const { block, cell, counts } = problem;
  const { state, bounds } = before;
  const changed: number[] = [];
  for (let v = 0; v < counts; v++) {
    const now =
      hidden[v] === 1 || (block[v]! >= 0 && problem.tier[cell[v]!] === tier && known[v] === 0) ? 1 : 0;
    if (now === state.hidden[v]) continue;
    state.hidden[v] = now;
    changed.push(v);
  }
  Object.assign(state, { tier, active });
  update(state, bounds, changed);
  return bounds;
}

/** Those of `counts` that would follow though all of the tier in turn were hidden: the tiers before tell them. */
export function toldBefore(before: Before, state: State, counts: number[], proof: Proof): Set<number> {
  const bounds = refreshBefore(before, state);
  const met = (v: number) => bounds.low[v] === bounds.high[v];
  const found = determinedOf(
    before.state,
    counts.filter((v) => !met(v)),
    proof,
  );
  return new Set([...counts.filter(met), ...found]);
}
