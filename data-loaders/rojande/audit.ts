/**
 * The exact audit: which hidden counts follow from the shown ones by linear algebra. A count follows exactly when every
 * vector of the null space is 0 there, so two random null vectors tell for all counts at once (modulo a prime of 26 bits:
 * the chance of a wrong answer is below 1e-9 a count).
 *
 * First the free part is peeled off without fill: a count in only one remaining relation can always make that relation
 * hold, so both leave. Only what is left is eliminated.
 */
import { echelon, P, type Row, residue, substitute } from './eliminate.ts';
import { random } from './random.ts';
import type { State } from './suppress.ts';

type Peeled = { variables: number[]; relations: number[]; live: Uint8Array };

function peel({ problem, hidden, hiddenTerms }: State): Peeled {
  const { start, terms, uses, usesStart, variables } = problem;
  const live = new Uint8Array(hiddenTerms.length);
  const degree = new Int32Array(variables);
  for (let r = 0; r < live.length; r++) {
    if (hiddenTerms[r] === 0) continue;
    live[r] = 1;
    for (let i = start[r]!; i < start[r + 1]!; i++) degree[terms[i]!]!++;
  }
  const single: number[] = [];
  for (let v = 0; v < variables; v++) if (hidden[v] === 1 && degree[v] === 1) single.push(v);
  const peeled: Peeled = { variables: [], relations: [], live };
  for (let v = single.pop(); v !== undefined; v = single.pop()) {
    if (degree[v] !== 1) continue;
    let r = -1;
    for (let i = usesStart[v]!; i < usesStart[v + 1]!; i++) if (live[uses[i]!] === 1) r = uses[i]!;
    live[r] = 0;
    peeled.variables.push(v);
    peeled.relations.push(r);
    for (let i = start[r]!; i < start[r + 1]!; i++) {
      const w = terms[i]!;
      degree[w]!--;
      if (hidden[w] === 1 && degree[w] === 1) single.push(w);
    }
  }
  return peeled;
}

/** Printed hidden counts and sensitive rests that are determined, ascending. */
export function determined(state: State): number[] {
  const { problem, hidden, sensitive } = state;
  const { start, terms, variables, block } = problem;
  const peeled = peel(state);
  const rows: Row[] = [];
  for (let r = 0; r < peeled.live.length; r++) {
    if (peeled.live[r] === 0) continue;
    const row: Row = new Map();
    for (let i = start[r]!; i < start[r + 1]!; i++) {
      if (hidden[terms[i]!] === 1) row.set(terms[i]!, i === start[r] ? 1 : P - 1);
    }
    rows.push(row);
  }
  const solved = echelon(rows);
  const vector = (seed: number): Float64Array => {
    const next = random(seed);
    const z = new Float64Array(variables);
    for (let v = 0; v < variables; v++) if (hidden[v] === 1) z[v] = residue(next);
    substitute(solved, z);
    for (let i = peeled.variables.length - 1; i >= 0; i--) {
      const v = peeled.variables[i]!;
      const r = peeled.relations[i]!;
      let sum = 0;
      for (let j = start[r]! + 1; j < start[r + 1]!; j++) sum += z[terms[j]!]!;
      const whole = terms[start[r]!]!;
      z[v] = v === whole ? sum % P : (((z[whole]! - (sum - z[v]!)) % P) + P) % P;
    }
    return z;
  };
  const [a, b] = [vector(1), vector(2)];
  const found: number[] = [];
  for (let v = 0; v < variables; v++) {
    if (hidden[v] === 1 && a[v] === 0 && b[v] === 0 && (block[v]! >= 0 || sensitive[v] === 1)) found.push(v);
  }
  return found;
}
