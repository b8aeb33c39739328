/**
 * Complementary suppression: which further cells to hide. Only cells of the tier in turn are chosen. Every choice is
 * deterministic: the cheapest, then the smallest count, then the lowest number.
 */
import { doubt } from './doubt.ts';
import { forget, learnZeros } from './known.ts';
import type { Problem } from './problem.ts';
import { hide, lacking, type State } from './suppress.ts';

/** True when one relation alone gives a hidden count back, or bounds a small one too tightly. */
function exposes(state: State, r: number): boolean {
  const { problem, hidden } = state;
  if (state.hiddenTerms[r] === problem.open[r]) return false;
  if (state.hiddenTerms[r] === 1) {
    for (let i = problem.start[r]!; i < problem.start[r + 1]!; i++) {
      const v = problem.terms[i]!;
      // A 0 is no case: it may be known.
      if (hidden[v] === 1 && problem.heeded[v] === 1 && problem.value[v] !== 0) return true;
    }
    return false;
  }
  return lacking(state, r) > 0;
}

/** A cell's price: its own weight, times the relations in which it would be the only hidden term. */
export function price(state: State, c: number): number {
  const { cost, cellStart, uses, usesStart } = state.problem;
  let opened = 1;
  for (let v = cellStart[c]!; v < cellStart[c + 1]!; v++) {
    for (let i = usesStart[v]!; i < usesStart[v + 1]! && uses[i]! < state.active; i++)
      if (state.hiddenTerms[uses[i]!] === 0) opened++;
  }
  return cost[c]! * opened;
}

/** True when the tiers before give the cell's count away: hidden, it would be alone in a sum that has no other of its tier. */
function settled({ problem, hiddenTerms, active }: State, c: number): boolean {
  const { cellStart, uses, usesStart, loose } = problem;
  const v = cellStart[c]!;
  for (let i = usesStart[v]!; i < usesStart[v + 1]! && uses[i]! < active; i++)
    if (hiddenTerms[uses[i]!] === 0 && loose[uses[i]!] === 1) return true;
  return false;
}

/** True for a printed cell that is shown and may be hidden: one of the tier in turn, or of any before it. */
export function eligible(state: State, c: number, any: boolean): boolean {
  const { tier, block, cellStart, bunden } = state.problem;
  if (state.dold[c] === 1 || bunden[c] !== 0 || block[cellStart[c]!]! < 0 || tier[c]! > state.tier)
    return false;
  return any || (tier[c] === state.tier && !settled(state, c));
}

/** Hides c and notes it if that is a loss of an earlier tier. */
export function choose(state: State, c: number): void {
  if (state.problem.tier[c]! < state.tier) state.brott.push(c);
  hide(state, c);
}

/** Hides the cheapest shown cell of family f that covers what is lacking (else the cheapest that helps, else any). */
function complement(state: State, f: number, any: boolean): boolean {
  const { problem, hidden } = state;
  const { value, start, terms, family, cell, troskel } = problem;
  const relations: { r: number; need: number }[] = [];
  for (let r = family[f]!; r < family[f + 1]!; r++) relations.push({ r, need: lacking(state, r) });
  const first = relations[0]!;
  if (relations.every(({ need }) => need === 0) && hidden[terms[start[first.r]!]!] === 0)
    first.need = troskel;
  let best = -1;
  let rank = [3, 0, 0];
  const length = start[first.r + 1]! - start[first.r]!;
  for (let j = 0; j < length; j++) {
    const v = terms[start[first.r]! + j]!;
    const c = cell[v]!;
    if (!eligible(state, c, any)) continue;
    const of = (r: number) => value[terms[start[r]! + j]!]!;
    const covers = j === 0 || relations.every(({ r, need }) => of(r) >= need);
    const helps = relations.some(({ r, need }) => need > 0 && of(r) > 0);
    const now = [covers ? 0 : helps ? 1 : 2, price(state, c), value[v]!];
    const place = now.findIndex((x, i) => x !== rank[i]);
    if (best < 0 || (place >= 0 && now[place]! < rank[place]!)) {
      best = c;
      rank = now;
    }
  }
  if (best < 0) return false;
  choose(state, best);
  return true;
}

const exposed = (state: State, f: number): boolean => {
  const { family } = state.problem;
  for (let r = family[f]!; r < family[f + 1]!; r++) if (exposes(state, r)) return true;
  return false;
};

/** Hides complements until no single relation exposes anything. */
export function settle(state: State): void {
  const { family, open } = state.problem;
  for (let next = 0; next < state.queue.length; next++) {
    const f = state.queue[next]!;
    state.queued[f] = 0;
    while (exposed(state, f)) {
      const helped = [false, true].some((any) => complement(state, f, any) || doubt(state, f, any));
      if (!helped) break;
    }
    for (let r = family[f]!; r < family[f + 1]!; r++)
      if (state.hiddenTerms[r]! > open[r]!) learnZeros(state, r);
  }
  state.queue = [];
}

/** The shown cell of the relations that costs least to hide, one with cases if there is any; -1 if there is none. */
export function cheapest(state: State, relations: Iterable<number>, any: boolean): number {
  const { start, terms, value, cell } = state.problem;
  let best = -1;
  let empty = true;
  let least = 0;
  for (const r of relations) {
    for (let i = start[r]!; i < start[r + 1]!; i++) {
      const v = terms[i]!;
      const c = cell[v]!;
      if (!eligible(state, c, any)) continue;
      const none = value[v] === 0;
      if (best >= 0 && none && !empty) continue;
      const cost = price(state, c);
      if (best >= 0 && none === empty && cost >= least) continue;
      best = c;
      empty = none;
      least = cost;
    }
  }
  return best;
}

/**
 * Hides so many cells near v: in one of `relations`, else in any of v's, else beside one of the hidden counts there, and so on
 * outwards, so many steps at most. False when everything linked to v is hidden already.
 */
export function widenBy(
  state: State,
  v: number,
  relations: number[],
  times: number,
  any: boolean,
  reach = Number.POSITIVE_INFINITY,
): boolean {
  const { hidden, known, marks, problem, active } = state;
  const { start, terms, uses, usesStart } = problem;
  const seen = [v];
  let left = times;
  const hideIn = (list: Iterable<number>) => {
    for (let c = cheapest(state, list, any); c >= 0 && left > 0; c = cheapest(state, list, any)) {
      choose(state, c);
      left--;
    }
  };
  marks.count[v] = 1;
  hideIn(relations);
  for (let step = 0, next = 0; step < reach && left > 0 && next < seen.length; step++) {
    // Sums passed before as well: what was hidden in them since leads further.
    const around: number[] = [];
    for (const edge = seen.length; next < edge; next++) {
      const w = seen[next]!;
      for (let i = usesStart[w]!; i < usesStart[w + 1]! && uses[i]! < active; i++) {
        if (marks.relation[uses[i]!] === 1) continue;
        marks.relation[uses[i]!] = 1;
        around.push(uses[i]!);
      }
    }
    for (const r of around) {
      marks.relation[r] = 0;
      for (let i = start[r]!; i < start[r + 1]!; i++) {
        const w = terms[i]!;
        if (marks.count[w] === 1 || (hidden[w] === 0 && !(any && known[w] === 1))) continue;
        marks.count[w] = 1;
        seen.push(w);
        if (hidden[w] === 0) forget(state, w);
      }
    }
    hideIn(around);
  }
  for (const w of seen) marks.count[w] = 0;
  return left < times;
}

/** Published relations of count v. */
export function relationsOf({ uses, usesStart }: Problem, v: number, active: number): number[] {
  const found: number[] = [];
  for (let i = usesStart[v]!; i < usesStart[v + 1]! && uses[i]! < active; i++) found.push(uses[i]!);
  return found;
}

/** Hides so many cells near v, of the tier in turn while there are any; of those before if there is none at all, or `any`. */
export function widen(state: State, v: number, relations: number[], times: number, any: boolean): void {
  if (any || !widenBy(state, v, relations, times, false)) widenBy(state, v, relations, any ? 2 : times, true);
}
