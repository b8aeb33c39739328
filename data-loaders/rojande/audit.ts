/**
 * The exact audit: which hidden counts follow from the shown ones by linear algebra. A count follows exactly when every
 * vector of the null space is 0 there, so two random null vectors tell for all counts at once (modulo a prime of 26 bits:
 * the chance of a wrong answer is below 1e-9 a count).
 */
import { echelon, P, type Row, substitute } from './eliminate.ts';
import { random } from './random.ts';
import type { State } from './suppress.ts';

/** Printed hidden counts and sensitive rests that are determined, ascending. */
export function determined(state: State): number[] {
  const { problem, hidden, hiddenTerms, sensitive } = state;
  const { start, terms, variables, block, open } = problem;
  const rows: Row[] = [];
  for (let r = 0; r < hiddenTerms.length; r++) {
    if (hiddenTerms[r] === 0 || open[r] === 1) continue;
    const whole = terms[start[r]!]!;
    const columns: number[] = [];
    for (let i = start[r]!; i < start[r + 1]!; i++) if (hidden[terms[i]!] === 1) columns.push(terms[i]!);
    columns.sort((a, b) => a - b);
    rows.push({ columns, factors: columns.map((v) => (v === whole ? 1 : P - 1)) });
  }
  const solved = echelon(rows, variables);
  const vector = (seed: number): Float64Array => {
    const next = random(seed);
    const z = new Float64Array(variables);
    for (let v = 0; v < variables; v++) if (hidden[v] === 1) z[v] = 1 + Math.floor(next() * (P - 1));
    substitute(solved, z);
    return z;
  };
  const [a, b] = [vector(1), vector(2)];
  const found: number[] = [];
  for (let v = 0; v < variables; v++) {
    if (hidden[v] === 1 && a[v] === 0 && b[v] === 0 && (block[v]! >= 0 || sensitive[v] === 1)) found.push(v);
  }
  return found;
}
