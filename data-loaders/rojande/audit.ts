/**
 * The exact audit: which hidden counts follow from the shown ones by linear algebra. A count follows exactly when every
 * vector of the null space is 0 there, so a random null vector tells for all counts at once (modulo a prime of 26 bits).
 */
import { Elimination } from './eliminate.ts';
import { peel } from './peel.ts';
import { P } from './prime.ts';
import { binds } from './problem.ts';
import { mend, type Proof } from './proof.ts';
import { random } from './random.ts';
import type { State } from './suppress.ts';

/** Hidden counts that are determined, ascending. */
export function determined(state: State): number[] {
  const counts: number[] = [];
  for (let v = 0; v < state.hidden.length; v++) if (state.hidden[v] === 1) counts.push(v);
  return among(state, counts);
}

const SEED = 1;
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
  const z = nullVector(state, counts);
  for (const v of suspects) proof.z[v] = 0;
  for (const v of counts) proof.z[v] = z[v]!;
  const bound = counts.filter((v) => z[v] === 0);
  const listed = new Uint8Array(state.hidden.length);
  for (const v of proof.bound) listed[v] = 1;
  for (const v of bound) if (listed[v] === 0) proof.bound.push(v);
  return bound;
}

/** Those of `counts` that are determined. */
export function determinedOf(state: State, counts: number[], { near }: Proof): number[] {
  const left = counts.filter((v) => near.around(state, v) === null);
  const found = new Set(left.length > 0 ? among(state, linkedTo(state, left)) : []);
  return left.filter((v) => found.has(v));
}

/** Hidden counts that binding relations link to `suspects`, ascending. */
function linkedTo({ hidden, active, problem }: State, suspects: Iterable<number>): number[] {
  const { start, terms, uses, usesStart } = problem;
  const seen = new Uint8Array(hidden.length);
  const linked: number[] = [];
  const add = (v: number) => {
    if (seen[v] === 1) return;
    seen[v] = 1;
    linked.push(v);
  };
  for (const v of suspects) add(v);
  const walked = new Uint8Array(active);
  for (const v of linked) {
    for (let i = usesStart[v]!; i < usesStart[v + 1]! && uses[i]! < active; i++) {
      const r = uses[i]!;
      if (walked[r] === 1) continue;
      walked[r] = 1;
      if (!binds(problem, r)) continue;
      for (let j = start[r]!; j < start[r + 1]!; j++) if (hidden[terms[j]!] === 1) add(terms[j]!);
    }
  }
  const counts: number[] = [];
  for (let v = 0; v < seen.length; v++) if (seen[v] === 1 && hidden[v] === 1) counts.push(v);
  return counts;
}

/** The determined ones among counts that no binding relation links to other unknown counts. */
function among(state: State, counts: number[]): number[] {
  const z = nullVector(state, counts);
  return counts.filter((v) => z[v] === 0);
}

/** A random null vector of such counts, indexed by count. */
function nullVector(state: State, counts: number[]): Float64Array {
  const { problem, hidden } = state;
  const { start, terms } = problem;
  const peeled = peel(state, counts);
  const column = new Int32Array(problem.counts).fill(-1);
  const core: number[] = [];
  const elimination = new Elimination();
  for (const r of peeled.core) {
    for (let i = start[r]!; i < start[r + 1]!; i++) {
      const v = terms[i]!;
      if (hidden[v] === 1 && column[v]! < 0) column[v] = core.push(v) - 1;
    }
    elimination.rows.pushSum(terms, start[r]!, start[r + 1]!, column);
  }
  elimination.solve(core.length);
  const next = random(SEED);
  const z = new Float64Array(problem.counts);
  for (const v of counts) z[v] = 1 + Math.floor(next() * (P - 1));
  const inner = Float64Array.from(core, (v) => z[v]!);
  elimination.substitute(inner);
  for (let c = 0; c < core.length; c++) z[core[c]!] = inner[c]!;
  for (let i = peeled.variables.length - 1; i >= 0; i--) {
    const v = peeled.variables[i]!;
    const r = peeled.relations[i]!;
    const whole = terms[start[r]!]!;
    z[v] = 0;
    let parts = 0;
    for (let j = start[r]! + 1; j < start[r + 1]!; j++) parts += z[terms[j]!]!;
    z[v] = v === whole ? parts % P : (((z[whole]! - parts) % P) + P) % P;
  }
  return z;
}
