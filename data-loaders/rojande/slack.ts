/** Ranges that are too narrow, and what the tiers before the one in turn tell whatever it hides. */
import { stillDetermined } from './audit.ts';
import { type Bounds, firstBounds, update } from './bounds.ts';
import { widenBy } from './complement.ts';
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

/** The state if all of the tier in turn were hidden. */
function before(state: State): State {
  const { problem, hidden, known, tier } = state;
  const all = hidden.slice();
  for (let v = 0; v < all.length; v++)
    if (problem.block[v]! >= 0 && problem.tier[problem.cell[v]!] === tier && known[v] === 0) all[v] = 1;
  return { ...state, hidden: all };
}

export function boundsBefore(state: State): Bounds {
  const without = before(state);
  const bounds = firstBounds(without);
  update(without, bounds, []);
  return bounds;
}

/** Those of `counts` that would follow though all of the tier in turn were hidden: the tiers before tell them. */
export function toldBefore(state: State, counts: number[]): Set<number> {
  const found = new Set(stillDetermined(before(state), counts));
  const bounds = boundsBefore(state);
  return new Set(counts.filter((v) => found.has(v) || bounds.low[v] === bounds.high[v]));
}
