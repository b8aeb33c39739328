/** Ranges that are too narrow, and what the tiers before the one in turn tell whatever it hides. */
import { determinedOf } from './audit.ts';
import type { Bounds } from './bounds.ts';
import { relationsOf, widenBy } from './complement.ts';
import { forget } from './known.ts';
import { closing } from './pinned.ts';
import type { Problem } from './problem.ts';
import type { Proof } from './proof.ts';
import { rangesOf, type Supposed } from './supposed.ts';
import type { State } from './suppress.ts';

/** A count given away after so many more were hidden beside it is told by the tiers before: they must yield. */
export const STUBBORN = 20;

/** A count is helped so long; tripled each time. */
const LAST = 6 * STUBBORN;

/** More is hidden so many sums away from a count of too narrow a range. */
const REACH = 3;

/**
 * Hides more near counts of too narrow a range: of the tier in turn, or of those before where it would be no wider if all of the
 * tier were hidden. What published days say of long waits is left: it is the mean that they would cost.
 */
export function slacken(
  state: State,
  tight: Map<number, number[]>,
  times: Map<number, number>,
  now: Bounds,
  without: () => Bounds,
): void {
  const { problem } = state;
  const bounds = tight.size > 0 ? without() : null;
  for (const [v, relations] of tight) {
    const told = bounds!.high[v]! - bounds!.low[v]! < problem.troskel;
    const more = times.get(v) ?? 1;
    times.set(v, Math.min(3 * more, LAST));
    if (!told && more <= STUBBORN && widenBy(state, v, relations, more, false, REACH)) continue;
    if (more < LAST && !tellsDays(problem, told ? bounds! : now, v)) {
      if (widenBy(state, v, behind(state, told ? closing(problem, bounds!, v) : relations), 1, true, REACH))
        continue;
    }
    state.tight[v] = 1;
    tight.delete(v);
  }
}

/** These relations, and those of the known counts of hidden cells in them, which are forgotten: what tells them is to be hidden. */
function behind(state: State, relations: number[]): number[] {
  const { start, terms } = state.problem;
  const found = new Set(relations);
  for (const r of relations) {
    for (let i = start[r]!; i < start[r + 1]!; i++) {
      const w = terms[i]!;
      if (state.known[w] === 0 || state.hidden[w] === 1 || state.problem.value[w] === 0) continue;
      for (const q of relationsOf(state.problem, w, state.active)) found.add(q);
      forget(state, w);
    }
  }
  return [...found];
}

/** True where an end of v's range follows, through however many sums, from how many days a case has. */
function tellsDays({ least, start, terms }: Problem, { lowBy, highBy, unknown }: Bounds, v: number): boolean {
  const seen = new Set([v]);
  for (const w of seen) {
    for (const r of [lowBy[w]!, highBy[w]!]) {
      if (r < 0) continue;
      if (least[r]! > 0) return true;
      for (let i = start[r]!; i < start[r + 1]!; i++) if (unknown[terms[i]!] === 1) seen.add(terms[i]!);
    }
  }
  return false;
}

/** Those of `counts` that would follow though all of the tier in turn were hidden: the tiers before tell them. */
export function toldBefore(before: Supposed, state: State, counts: number[], proof: Proof): Set<number> {
  const bounds = rangesOf(before, state);
  const met = (v: number) => bounds.low[v] === bounds.high[v];
  const found = determinedOf(
    before.state,
    counts.filter((v) => !met(v)),
    proof,
  );
  return new Set([...counts.filter(met), ...found]);
}
