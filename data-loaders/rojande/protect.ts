/** Runs the steps until no audit finds anything: primary, complementary, linear algebra, ranges. */
import { determined } from './audit.ts';
import { closedIn } from './bounds.ts';
import type { Cells } from './cells.ts';
import { buildProblem } from './problem.ts';
import { complement, primary, type State, settle } from './suppress.ts';

/** How far protection goes. `primar` alone is for tests that prove that the attack has teeth. */
export type Skydd = 'primar' | 'fullt';

/** One flag per entry of `cells`: 1 = may be shown. troskel 1 shows everything. */
export function protect(cells: Cells, troskel: number, skydd: Skydd = 'fullt'): Uint8Array {
  if (troskel <= 1) return new Uint8Array(cells.value.length).fill(1);
  const problem = buildProblem(cells, troskel);
  const state = primary(problem);
  if (skydd === 'fullt') {
    settle(state);
    for (let found = audit(state); found.length > 0; found = audit(state)) {
      for (const v of found) widen(state, v);
      settle(state);
    }
  }
  return Uint8Array.from(problem.variableOf, (v) => 1 - state.hidden[v]!);
}

function audit(state: State): number[] {
  const followed = determined(state);
  return followed.length > 0 ? followed : closedIn(state);
}

/** Hides one more count beside v, in the relation of v where that is cheapest. Throws when nothing is left to hide. */
function widen(state: State, v: number): void {
  const { problem } = state;
  for (let i = problem.usesStart[v]!; i < problem.usesStart[v + 1]!; i++) {
    if (complement(state, problem.uses[i]!)) return;
  }
}
