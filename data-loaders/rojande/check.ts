/** Audits from nothing: what earlier publications tell, before any tier, and all that is published, after the last. */
import { determined } from './audit.ts';
import { firstBounds, update } from './bounds.ts';
import { learn } from './known.ts';
import { fits, type Proof } from './proof.ts';
import { mustHide, type State } from './suppress.ts';

/**
 * Takes as known what earlier publications tell though every new count were hidden: a correction may have made it small since. What
 * is said cannot be unsaid.
 */
export function acknowledge(state: State): void {
  const { problem } = state;
  const { block, bunden, cell, counts, heeded, sensitive } = problem;
  const hidden = state.hidden.slice();
  for (let v = 0; v < counts; v++) if (block[v]! >= 0 && bunden[cell[v]!] === 0) hidden[v] = 1;
  const former = { ...state, hidden, active: problem.follows.length };
  const bounds = firstBounds(former);
  update(former, bounds, []);
  const told = new Set(determined(former));
  for (let v = 0; v < counts; v++) {
    if (hidden[v] === 0 || (!told.has(v) && bounds.low[v] !== bounds.high[v])) continue;
    heeded[v] = 0;
    sensitive[v] = 0;
    learn(state, v, true);
  }
}

/** Both audits once more, of all that is published and from nothing. Throws if a count of 1 … k − 1 follows. */
export function check(state: State, proof: Proof): void {
  const { problem, dold } = state;
  const fresh = { ...state, hidden: Uint8Array.from(problem.cell, (c) => dold[c]!) };
  const bounds = firstBounds(fresh);
  update(fresh, bounds, []);
  const found = new Set<number>();
  for (let v = 0; v < problem.counts; v++)
    if (mustHide(fresh, v) && fresh.hidden[v] === 1 && bounds.low[v] === bounds.high[v]) found.add(v);
  // The null vector is its own certificate; only where it is none the system is solved again.
  const free = fits(fresh, proof.z);
  const doubtful = (v: number) => fresh.hidden[v] === 1 && mustHide(fresh, v) && proof.z[v] === 0;
  if (!free || fresh.hidden.some((_, v) => doubtful(v)))
    for (const v of determined(fresh)) if (mustHide(fresh, v)) found.add(v);
  if (found.size > 0) throw new Error(`counts given away: ${[...found].join(' ')}`);
}
