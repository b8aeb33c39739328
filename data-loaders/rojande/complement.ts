/**
 * Complementary suppression: which further counts to hide. Every choice is deterministic: the cheapest, then the smallest
 * count, then the lowest number.
 */
import { hide, lacking, learnZeros, type State } from './suppress.ts';

/** True when one relation alone gives a hidden count back, or bounds a sensitive one too tightly. */
function exposes(state: State, r: number): boolean {
  const { problem, hidden, sensitive } = state;
  if (state.hiddenTerms[r] === problem.open[r]) return false;
  if (state.hiddenTerms[r] === 1) {
    for (let i = problem.start[r]!; i < problem.start[r + 1]!; i++) {
      const v = problem.terms[i]!;
      if (hidden[v] === 1 && (problem.block[v]! >= 0 || sensitive[v] === 1)) return true;
    }
    return false;
  }
  return lacking(state, r).some((x) => x > 0);
}

/** Cost of hiding v: its own weight, times the relations in which it would be the only hidden term. */
function price(state: State, v: number): number {
  const { problem } = state;
  let opened = 1;
  for (let i = problem.usesStart[v]!; i < problem.usesStart[v + 1]!; i++) {
    if (state.hiddenTerms[problem.uses[i]!] === 0) opened++;
  }
  return problem.cost[v]! * opened;
}

/** Hides the cheapest shown term of r that covers what is lacking (else the cheapest that helps, else the whole). */
export function complement(state: State, r: number): boolean {
  const { problem, hidden } = state;
  const { value, start, terms, troskel } = problem;
  const need = lacking(state, r);
  const whole = terms[start[r]!]!;
  if (need.every((x) => x === 0) && hidden[whole] === 0) need[0] = troskel;
  let best = -1;
  let rank = [3, 0, 0];
  for (let i = start[r]!; i < start[r + 1]!; i++) {
    const v = terms[i]!;
    if (hidden[v] === 1 || state.known[v] === 1) continue;
    const covers = v === whole || need.every((x, q) => value[q]![v]! >= x);
    const helps = need.some((x, q) => x > 0 && value[q]![v]! > 0);
    const now = [covers ? 0 : helps ? 1 : 2, price(state, v), value[0][v]!];
    const place = now.findIndex((x, j) => x !== rank[j]);
    if (best < 0 || (place >= 0 && now[place]! < rank[place]!)) {
      best = v;
      rank = now;
    }
  }
  if (best < 0) return false;
  hide(state, best);
  return true;
}

/** Hides complements until no single relation exposes anything. */
export function settle(state: State): void {
  for (let next = 0; next < state.queue.length; next++) {
    const r = state.queue[next]!;
    state.queued[r] = 0;
    if (state.hiddenTerms[r]! > state.problem.open[r]!) learnZeros(state, r);
    while (exposes(state, r)) if (!complement(state, r)) break;
  }
  state.queue = [];
}

/** The shown count of the relations that costs least to hide, a positive one if there is any; -1 if all are hidden. */
export function cheapest(state: State, relations: number[]): number {
  const { start, terms, value } = state.problem;
  let best = -1;
  let rank = [0, 0];
  for (const r of relations) {
    for (let i = start[r]!; i < start[r + 1]!; i++) {
      const v = terms[i]!;
      if (state.hidden[v] === 1 || state.known[v] === 1) continue;
      const now = [value[0][v]! > 0 ? 0 : 1, price(state, v)];
      if (best < 0 || now[0]! < rank[0]! || (now[0] === rank[0] && now[1]! < rank[1]!)) {
        best = v;
        rank = now;
      }
    }
  }
  return best;
}
