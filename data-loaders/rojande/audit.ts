/**
 * The exact audit: which hidden counts follow from the shown ones by linear algebra. A count follows exactly when every
 * vector of the null space is 0 there, so a random null vector tells for all counts at once (modulo a prime of 26 bits).
 */
import { echelon, P, type Row, substitute } from './eliminate.ts';
import { peel } from './peel.ts';
import { random } from './random.ts';
import type { State } from './suppress.ts';

/** Printed hidden counts of at least 1 and sensitive rests that are determined, ascending. */
export function determined(state: State): number[] {
  const all: number[] = [];
  for (let v = 0; v < state.problem.variables; v++) if (state.hidden[v] === 1) all.push(v);
  return among(state, all);
}

/**
 * The same, only among the counts linked to `suspects`: hiding more never takes the proof away from a count that was
 * free, so after one full audit only what failed it and what has been hidden since needs a look.
 */
export function stillDetermined(state: State, suspects: number[]): number[] {
  const { problem, hidden } = state;
  const { start, terms, uses, usesStart, open } = problem;
  const seen = new Uint8Array(problem.variables);
  const linked = suspects.filter((v) => hidden[v] === 1);
  for (const v of linked) seen[v] = 1;
  const walked = new Uint8Array(open.length);
  for (const v of linked) {
    for (let i = usesStart[v]!; i < usesStart[v + 1]!; i++) {
      const r = uses[i]!;
      if (open[r] === 1 || walked[r] === 1) continue;
      walked[r] = 1;
      for (let j = start[r]!; j < start[r + 1]!; j++) {
        const w = terms[j]!;
        if (hidden[w] === 0 || seen[w] === 1) continue;
        seen[w] = 1;
        linked.push(w);
      }
    }
  }
  return among(
    state,
    linked.sort((a, b) => a - b),
  );
}

/** The determined ones among counts that no binding relation links to others. */
function among(state: State, counts: number[]): number[] {
  const { problem, sensitive } = state;
  const matters = (v: number) => (problem.block[v]! >= 0 ? problem.value[0][v]! > 0 : sensitive[v] === 1);
  let found = counts.filter(matters);
  const solve = solver(state, counts);
  for (const seed of [1, 2]) {
    const z = solve(seed);
    found = found.filter((v) => z[v] === 0);
  }
  return found;
}

/** Solves the relations of `counts` once; each call gives another random null vector, indexed by variable. */
function solver(state: State, counts: number[]): (seed: number) => Float64Array {
  const { problem, hidden } = state;
  const { start, terms } = problem;
  const peeled = peel(state, counts);
  const column = new Int32Array(problem.variables).fill(-1);
  const core: number[] = [];
  const rows: Row[] = peeled.core.map((r) => {
    const columns: number[] = [];
    for (let i = start[r]!; i < start[r + 1]!; i++) {
      const v = terms[i]!;
      if (hidden[v] === 0) continue;
      if (column[v]! < 0) column[v] = core.push(v) - 1;
      columns.push(column[v]!);
    }
    columns.sort((a, b) => a - b);
    const whole = column[terms[start[r]!]!]!;
    return { columns, factors: columns.map((c) => (c === whole ? 1 : P - 1)) };
  });
  const solved = echelon(rows, core.length);
  return (seed) => {
    const next = random(seed);
    const z = new Float64Array(problem.variables);
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
