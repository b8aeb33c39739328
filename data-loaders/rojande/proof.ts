/**
 * A random null vector of the hidden counts, kept up to date while the tier in turn hides more: a count is free where it is not 0.
 * What is hidden or learnt changes it near by, so that the system need not be solved again.
 */
import { type Near, Surroundings } from './free.ts';
import { inverse, P } from './prime.ts';
import { binds, type Problem } from './problem.ts';
import { Solver } from './solver.ts';
import type { State } from './suppress.ts';

export type Proof = {
  /** 0 where a count is not free; that a free one is 0 by chance happens once in P times, and costs a cell. */
  z: Float64Array;
  /** Hidden counts that were not free when last asked. */
  bound: number[];
  near: Surroundings;
  solver: Solver;
};

export const noProof = (problem: Problem): Proof => ({
  z: new Float64Array(problem.counts),
  bound: [],
  near: new Surroundings(problem),
  solver: new Solver(problem),
});

/**
 * Brings the vector up to date with `suspects`, what has been hidden or learnt since, or was not free: 0 where a count is
 * known by now, not 0 where a hidden one is free. It stays random. Returns the hidden ones that are not known to be free;
 * null if it cannot be told from nearby.
 */
export function mend(state: State, suspects: Set<number>, proof: Proof): number[] | null {
  const { hidden } = state;
  const { heeded } = state.problem;
  const { z, near } = proof;
  const touched = new Set<number>();
  for (const v of suspects) {
    if (hidden[v] === 1) touched.add(v);
    else if (z[v] !== 0) {
      const found = near.around(state, v);
      if (found === null) return null;
      clear(proof, v, found);
      for (const w of found.counts) if (hidden[w] === 1) touched.add(w);
    }
  }
  const bound: number[] = [];
  const doubtful: number[] = [];
  const ask = (v: number) => {
    if (z[v] !== 0) return;
    const found = heeded[v] === 1 ? near.around(state, v) : null;
    if (found !== null) add(found, z, 1);
    else (heeded[v] === 1 ? doubtful : bound).push(v);
  };
  for (const v of touched) ask(v);
  for (const v of proof.bound) if (hidden[v] === 1 && !touched.has(v)) ask(v);
  if (doubtful.length > 0) add(near.of(state, doubtful), z, 1);
  for (const v of doubtful) if (z[v] === 0) bound.push(v);
  proof.bound = bound.sort((a, b) => a - b);
  return proof.bound;
}

/** Takes so much of `found`, which is not 0 at v, from the vector that it is. */
function clear({ z }: Proof, v: number, found: Near): void {
  add(found, z, P - ((z[v]! * inverse(found.z[0]!)) % P));
}

function add({ counts, z }: Near, to: Float64Array, times: number): void {
  counts.forEach((v, i) => {
    to[v] = (to[v]! + times * z[i]!) % P;
  });
}

/** True when the vector, 0 where nothing is hidden, fits every published relation: whatever it is not 0 at is free. */
export function fits({ problem, hidden, active }: State, z: Float64Array): boolean {
  const { start, terms } = problem;
  for (let r = 0; r < active; r++) {
    if (!binds(problem, r)) continue;
    const whole = terms[start[r]!]!;
    let sum = hidden[whole] === 1 ? P - z[whole]! : 0;
    for (let i = start[r]! + 1; i < start[r + 1]!; i++) if (hidden[terms[i]!] === 1) sum += z[terms[i]!]!;
    if (sum % P !== 0) return false;
  }
  return true;
}
