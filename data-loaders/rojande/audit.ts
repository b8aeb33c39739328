/**
 * The exact audit: which hidden counts follow from the shown ones by linear algebra. A count follows exactly when every
 * vector of the null space is 0 there, so a random null vector tells for all counts at once (modulo a prime of 26 bits).
 */
import { binds } from './problem.ts';
import { mend, type Proof } from './proof.ts';
import { Solver } from './solver.ts';
import type { State } from './suppress.ts';

/** Hidden counts that are determined, ascending. */
export function determined(state: State): number[] {
  const counts: number[] = [];
  for (let v = 0; v < state.hidden.length; v++) if (state.hidden[v] === 1) counts.push(v);
  return among(state, counts, new Solver(state.problem));
}

/** So many counts at most are looked at one by one. */
const SINGLY = 5000;

/**
 * The same, only among the counts linked to `suspects`: what failed the audit before, what was hidden since, what turned out to
 * be known and, `anew`, what new relations touch. Keeps `proof` up to date.
 */
export function stillDetermined(state: State, suspects: Set<number>, proof: Proof, anew: boolean): number[] {
  const left = anew || suspects.size > SINGLY ? null : mend(state, suspects, proof);
  if (left !== null) return left;
  const counts = linkedTo(state, suspects);
  const z = proof.solver.nullVector(state, counts);
  for (const v of suspects) proof.z[v] = 0;
  for (const v of counts) proof.z[v] = z[v]!;
  const bound = counts.filter((v) => z[v] === 0);
  const listed = state.marks.count;
  for (const v of proof.bound) listed[v] = 1;
  const fresh = bound.filter((v) => listed[v] === 0);
  for (const v of proof.bound) listed[v] = 0;
  for (const v of fresh) proof.bound.push(v);
  return bound;
}

/** Those of `counts` that are determined. */
export function determinedOf(state: State, counts: number[], { near, solver }: Proof): number[] {
  const left = counts.filter((v) => near.around(state, v) === null);
  const found = new Set(left.length > 0 ? among(state, linkedTo(state, left), solver) : []);
  return left.filter((v) => found.has(v));
}

/** Hidden counts that binding relations link to `suspects`, ascending. */
function linkedTo({ hidden, active, marks, problem }: State, suspects: Iterable<number>): number[] {
  const { start, terms, uses, usesStart } = problem;
  const linked: number[] = [];
  const walked: number[] = [];
  const add = (v: number) => {
    if (marks.count[v] === 1) return;
    marks.count[v] = 1;
    linked.push(v);
  };
  for (const v of suspects) add(v);
  for (const v of linked) {
    for (let i = usesStart[v]!; i < usesStart[v + 1]! && uses[i]! < active; i++) {
      const r = uses[i]!;
      if (marks.relation[r] === 1) continue;
      marks.relation[r] = 1;
      walked.push(r);
      if (!binds(problem, r)) continue;
      for (let j = start[r]!; j < start[r + 1]!; j++) if (hidden[terms[j]!] === 1) add(terms[j]!);
    }
  }
  for (const v of linked) marks.count[v] = 0;
  for (const r of walked) marks.relation[r] = 0;
  return linked.filter((v) => hidden[v] === 1).sort((a, b) => a - b);
}

/** The determined ones among counts that no binding relation links to other unknown counts. */
function among(state: State, counts: number[], solver: Solver): number[] {
  const z = solver.nullVector(state, counts);
  return counts.filter((v) => z[v] === 0);
}
