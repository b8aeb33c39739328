/**
 * The exact audit: which hidden counts follow from the shown ones by linear algebra. A count follows exactly when every
 * vector of the null space is 0 there, so a random null vector tells for all counts at once (modulo a prime of 26 bits).
 */
import { echelon, push, type Rows, substitute } from './eliminate.ts';
import { peel } from './peel.ts';
import { P } from './prime.ts';
import { binds, type Place } from './problem.ts';
import { random } from './random.ts';
import type { State } from './suppress.ts';

/** Hidden counts whose value q is determined, ascending. */
export function determined(state: State, q: Place): number[] {
  const { unknown } = state;
  const counts: number[] = [];
  for (let v = 0; v < unknown.length; v++) if ((unknown[v]! >> q) & 1) counts.push(v);
  return among(state, q, counts);
}

/**
 * The same, only among the counts linked to `suspects`. Hiding more never takes the proof away from a count that was
 * free, so after one full audit only what failed it, what was hidden since and what turned out to be 0 needs a look.
 */
export function stillDetermined(state: State, q: Place, suspects: number[]): number[] {
  const { start, terms, uses, usesStart } = state.problem;
  const { unknown } = state;
  const seen = new Uint8Array(unknown.length);
  const linked = [...suspects];
  for (const v of linked) seen[v] = 1;
  const walked = new Uint8Array(start.length - 1);
  for (const v of linked) {
    for (let i = usesStart[v]!; i < usesStart[v + 1]!; i++) {
      const r = uses[i]!;
      if (walked[r] === 1) continue;
      walked[r] = 1;
      if (!binds(state.problem, r, q)) continue;
      for (let j = start[r]!; j < start[r + 1]!; j++) {
        const w = terms[j]!;
        if (seen[w] === 1 || ((unknown[w]! >> q) & 1) === 0) continue;
        seen[w] = 1;
        linked.push(w);
      }
    }
  }
  const counts: number[] = [];
  for (let v = 0; v < seen.length; v++) if (seen[v] === 1 && (unknown[v]! >> q) & 1) counts.push(v);
  return among(state, q, counts);
}

/** The determined ones among counts that no binding relation links to other unknown counts. */
function among(state: State, q: Place, counts: number[]): number[] {
  const solve = solver(state, q, counts);
  const first = solve(1);
  const left = counts.filter((v) => first[v] === 0);
  if (left.length === 0) return left;
  const second = solve(2);
  return left.filter((v) => second[v] === 0);
}

/** Solves the relations of `counts` once; each call gives another random null vector, indexed by variable. */
function solver(state: State, q: Place, counts: number[]): (seed: number) => Float64Array {
  const { problem, unknown } = state;
  const { start, terms, variables } = problem;
  const peeled = peel(state, q, counts);
  const column = new Int32Array(variables).fill(-1);
  const core: number[] = [];
  const rows: Rows = { from: [], to: [], column: new Int32Array(0), factor: new Int32Array(0), used: 0 };
  const columns: number[] = [];
  for (const r of peeled.core) {
    columns.length = 0;
    let ascending = true;
    for (let i = start[r]!; i < start[r + 1]!; i++) {
      const v = terms[i]!;
      if (((unknown[v]! >> q) & 1) === 0) continue;
      if (column[v]! < 0) column[v] = core.push(v) - 1;
      if (columns.length > 0 && columns[columns.length - 1]! > column[v]!) ascending = false;
      columns.push(column[v]!);
    }
    if (!ascending) columns.sort((a, b) => a - b);
    const whole = column[terms[start[r]!]!]!;
    rows.from.push(rows.used);
    for (const c of columns) push(rows, c, c === whole ? 1 : P - 1);
    rows.to.push(rows.used);
  }
  const solved = echelon(rows, core.length);
  return (seed) => {
    const next = random(seed);
    const z = new Float64Array(variables);
    for (const v of counts) z[v] = 1 + Math.floor(next() * (P - 1));
    const inner = Float64Array.from(core, (v) => z[v]!);
    substitute(solved, inner);
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
  };
}
