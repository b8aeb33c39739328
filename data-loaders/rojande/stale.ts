/**
 * Counts that are given away again and again: because of knowledge that no longer holds, since what told it has been hidden, or
 * truly, by what is shown.
 */
import { put } from './agenda.ts';
import { type Bounds, UNKNOWN } from './bounds.ts';
import { cheapest, choose, relationsOf } from './complement.ts';
import { forget, learn } from './known.ts';
import type { Problem } from './problem.ts';
import { rangesOf, type Supposed } from './supposed.ts';
import { mustHide, type State } from './suppress.ts';

/** A count is forgotten so many times at most: what algebra tells is not seen in the ranges, and comes back. */
const TIMES = 4;

/** So often coarser counts yield near by, before it is asked what tells a count that is given away. */
const PATIENCE = 3;

/** In one tier: how often a count was given away though coarser ones had yielded; what was forgotten; the ranges of what is shown. */
export type Stuck = { times: Map<number, number>; unlearnt: Set<number>; shown: Bounds | null };

export const nothingStuck = (): Stuck => ({ times: new Map(), unlearnt: new Set(), shown: null });

/**
 * Helps a count v that is given away though coarser ones have yielded near by, if that has been so long enough: by forgetting what is
 * not so; else by taking a count of k or more as known, or hiding what tells a small one. False where it did nothing.
 */
export function reconsider(
  state: State,
  v: number,
  bounds: Bounds,
  onlyShown: Supposed,
  stuck: Stuck,
): boolean {
  const times = (stuck.times.get(v) ?? 0) + 1;
  stuck.times.set(v, times);
  if (times <= PATIENCE) return false;
  stuck.shown ??= rangesOf(onlyShown, state);
  const { shown, unlearnt } = stuck;
  if (unlearn(state, v, bounds, shown, unlearnt)) return true;
  if (!mustHide(state, v)) {
    state.proved[v] = 1;
    return learn(state, v, false);
  }
  if (shown.low[v] !== shown.high[v]) return false;
  const c = cheapest(state, reasons(state.problem, v, shown), true);
  if (c >= 0) choose(state, c);
  return c >= 0;
}

/** The relations that v's range follows from, through however many sums. */
function reasons({ start, terms }: Problem, v: number, { lowBy, highBy, unknown }: Bounds): Set<number> {
  const found = new Set<number>();
  const chain = new Set([v]);
  for (const u of chain) {
    for (const r of [lowBy[u]!, highBy[u]!]) {
      if (r < 0 || found.has(r)) continue;
      found.add(r);
      for (let i = start[r]!; i < start[r + 1]!; i++) if (unknown[terms[i]!] === 1) chain.add(terms[i]!);
    }
  }
  return found;
}

/**
 * For a count v that is given away, but not by the ranges of what is shown: forgets what is known of hidden cells around it, from
 * count to known count, where those ranges do not say it; if there is nothing, has the ranges found anew. What is forgotten,
 * and v when the ranges are, is added to `unlearnt`. False where nothing of this can be done.
 */
function unlearn(state: State, v: number, bounds: Bounds, shown: Bounds, unlearnt: Set<number>): boolean {
  const { problem, known, hidden, forgotten, active } = state;
  const { start, terms, block, heeded } = problem;
  if (shown.low[v] === shown.high[v]) return false;
  if (bounds.agenda.used > 0) return true;
  // What earlier publications tell is printed and not heeded: it stays known.
  const stale = (w: number) =>
    known[w] === 1 &&
    hidden[w] === 0 &&
    shown.low[w] !== shown.high[w] &&
    forgotten[w]! < TIMES &&
    (block[w]! < 0 || heeded[w] === 1);
  const found = new Set([v]);
  for (const u of found) {
    for (const r of relationsOf(problem, u, active))
      for (let i = start[r]!; i < start[r + 1]!; i++) if (stale(terms[i]!)) found.add(terms[i]!);
  }
  found.delete(v);
  for (const w of found) {
    forget(state, w);
    unlearnt.add(w);
  }
  if (found.size > 0) return true;
  if (unlearnt.has(v) || bounds.low[v] !== bounds.high[v]) return false;
  unlearnt.add(v);
  renew(state, bounds);
  return true;
}

/** Has every range found from nothing at the next update. */
function renew({ active }: State, { low, high, unknown, lowBy, highBy, agenda }: Bounds): void {
  for (let v = 0; v < unknown.length; v++) {
    if (unknown[v] === 0) continue;
    low[v] = 0;
    high[v] = UNKNOWN;
    lowBy[v] = highBy[v] = -1;
  }
  for (let r = 0; r < active; r++) put(agenda, r);
}
