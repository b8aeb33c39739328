/** Runs the steps until no audit finds anything: primary, complementary, linear algebra, ranges. */
import { determined, stillDetermined } from './audit.ts';
import { pinned } from './bounds.ts';
import type { Cells } from './cells.ts';
import { cheapest, settle } from './complement.ts';
import { buildProblem, type Place, VALUES } from './problem.ts';
import { hide, learn, primary, type State } from './suppress.ts';

/** How far protection goes. `primar` alone is for tests that prove that the attack has teeth. */
export type Skydd = 'primar' | 'fullt';

/** One flag per entry of `cells`: 1 = may be shown. troskel 1 shows everything. */
export function protect(cells: Cells, troskel: number, skydd: Skydd = 'fullt'): Uint8Array {
  if (troskel <= 1) return new Uint8Array(cells.value.length).fill(1);
  const problem = buildProblem(cells, troskel);
  const state = primary(problem);
  if (skydd === 'fullt') {
    settle(state);
    withstand(state);
  }
  return Uint8Array.from(problem.variableOf, (v) => {
    return state.hidden[v] === 1 || state.hidden[problem.first[problem.block[v]!]!] === 1 ? 0 : 1;
  });
}

/**
 * Hides more beside every count that the audits give away, until they give none. A count found again gets three times as
 * much beside it. A 0 that is given away is taken as known and needs nothing.
 */
export function withstand(state: State): void {
  const times = new Map<number, number>();
  let audited = false;
  let suspects: number[] = [];
  for (;;) {
    const given = new Set<number>();
    const learnt: number[] = [];
    const take = (found: number[], q: Place) => {
      for (const v of found) {
        if (state.problem.value[q][v] === 0) {
          if (learn(state, v, 1 << q)) learnt.push(v);
        } else if (matters(state, v)) given.add(v);
      }
    };
    for (const q of VALUES) take(pinned(state, q), q);
    suspects.push(...learnt);
    // The ranges cost less than the algebra, and often say the same.
    if (given.size === 0) {
      for (const q of VALUES) take(audited ? stillDetermined(state, q, suspects) : determined(state, q), q);
      audited = true;
      if (given.size === 0 && learnt.length === 0) return;
      suspects = [...given, ...learnt];
    }
    const before = state.hidden.slice();
    for (const v of given) {
      const again = times.get(v) ?? 1;
      for (let i = 0; i < again; i++) widen(state, v);
      times.set(v, 3 * again);
    }
    settle(state);
    for (let v = 0; v < before.length; v++) if (state.hidden[v] !== before[v]) suspects.push(v);
  }
}

/** A printed count, or an unprinted one of 1 … k − 1. */
const matters = ({ problem, sensitive }: State, v: number): boolean =>
  problem.block[v]! >= 0 || sensitive[v] === 1;

/**
 * Hides one more count near v: in a relation of v, else in one of the hidden counts beside it, and so on outwards.
 * Throws when everything linked to v is hidden already: then only the rule itself can be wrong.
 */
function widen(state: State, v: number): void {
  const { problem, hidden } = state;
  const { start, terms, uses, usesStart } = problem;
  const seen = new Set<number>([v]);
  let edge = [v];
  while (edge.length > 0) {
    const relations = [...new Set(edge.flatMap((w) => [...uses.subarray(usesStart[w], usesStart[w + 1])]))];
    const best = cheapest(state, relations);
    if (best >= 0) {
      hide(state, best);
      return;
    }
    edge = [];
    for (const r of relations) {
      for (let i = start[r]!; i < start[r + 1]!; i++) {
        const w = terms[i]!;
        if (hidden[w] === 0 || seen.has(w)) continue;
        seen.add(w);
        edge.push(w);
      }
    }
  }
  throw new Error(`nothing left to hide beside count ${v}`);
}
