/**
 * Room for a count that is bounded too tightly whichever shown count is hidden beside it: it is moved until it has k values, and with
 * it as few shown counts as will do, the finest first. Those that move are hidden, and what was known of hidden ones is not opened.
 */
import { type Ball, columnsOf } from './ball.ts';
import { choose, eligible, price } from './complement.ts';
import type { State } from './suppress.ts';
import { Tableau } from './tableau.ts';

/** Hidden counts near by that may move, and counts in all: few, then more, for what needs more. */
const SIZES = [
  [300, 700],
  [1200, 4000],
  [2500, 4500],
] as const;
const EPS = 1e-6;
/** Steps towards one end of a range at most. */
const STEPS = 2000;

/** Hides what gives v room. False where nothing had to be hidden or kept. */
export function makeRoom(state: State, v: number): boolean {
  for (const [hidden, all] of SIZES) {
    const near = surroundings(state, v, hidden, all);
    const moved = near === null ? null : moving(state, near);
    if (moved !== null) return yielding(state, moved);
  }
  return false;
}

/** Hides the shown ones of counts that move, and keeps the cells of known ones hidden. False where there are none. */
function yielding(state: State, moved: number[]): boolean {
  const { problem, dold, known, kept } = state;
  let some = false;
  for (const w of moved) {
    const c = problem.cell[w]!;
    if (dold[c] === 0) choose(state, c);
    else if (known[w] === 1 && kept[w] === 0) kept[w] = 1;
    else continue;
    some = true;
  }
  return some;
}

/** The counts that move when the first gets room; null where it gets none. */
function moving(state: State, near: Ball): number[] | null {
  const { problem, dold } = state;
  const { counts } = near;
  const place = new Map(counts.map((w, i) => [w, i]));
  const { values, rows } = columnsOf(problem, near, (w) => place.get(w) ?? -1);
  const shown = Uint8Array.from(values, (_, i) =>
    i < counts.length && dold[problem.cell[counts[i]!]!] === 0 ? 1 : 0,
  );
  const tableau = new Tableau(values, rows, false, shown);
  const push = (sign: number) => tableau.push(0, sign, problem.troskel, STEPS);
  let room = push(1) || push(-1);
  for (const sign of [1, -1]) {
    while (!room) {
      room = push(sign);
      const next = room ? -1 : finest(state, counts, tableau.moving(0));
      if (next < 0) break;
      tableau.unlock(next);
    }
  }
  if (tableau.range(0) < problem.troskel - EPS) return null;
  return counts.filter((_, i) => tableau.range(i) > EPS);
}

/** Of these places of shown counts, the one of the latest tier, the cheapest; -1 if there is none. */
function finest(state: State, counts: number[], places: number[]): number {
  const { cell, tier } = state.problem;
  let best = -1;
  let rank = [0, 0];
  for (const i of places) {
    const c = cell[counts[i]!]!;
    const now = [-tier[c]!, price(state, c)];
    if (best >= 0 && (now[0]! > rank[0]! || (now[0] === rank[0] && now[1]! >= rank[1]!))) continue;
    best = i;
    rank = now;
  }
  return best;
}

/**
 * Hidden counts near v, known or not, then what lies around them, shown or not, and every sum of theirs. What lies further out stays
 * as it is, so that what moves here can move among all; what cannot move then is left out. null if v cannot.
 */
function surroundings(state: State, v: number, most: number, all: number): Ball | null {
  const { dold, marks, problem } = state;
  const { start, terms, cell } = problem;
  const place = marks.count;
  const counts = [v];
  place[v] = 1;
  const sums: number[] = [];
  const grow = (size: number, may: (c: number) => boolean) => {
    for (const w of counts) {
      eachSum(state, w, (r) => {
        if (marks.relation[r] === 0) sums.push(r);
        marks.relation[r] = 1;
        for (let j = start[r]!; j < start[r + 1]! && counts.length < size; j++) {
          const u = terms[j]!;
          if (place[u] === 1 || !may(cell[u]!)) continue;
          place[u] = 1;
          counts.push(u);
        }
      });
    }
  };
  grow(most, (c) => dold[c] === 1);
  grow(all, (c) => dold[c] === 1 || eligible(state, c, true));
  const relations = trim(state, sums);
  const near = place[v] === 1 ? { counts: counts.filter((w) => place[w] === 1), relations } : null;
  for (const w of counts) place[w] = 0;
  for (const r of sums) marks.relation[r] = marks.left[r] = 0;
  return near;
}

/** Published sums that v is in, without those that follow from others and how many days a case has. */
function eachSum({ problem, active }: State, v: number, visit: (r: number) => void): void {
  const { uses, usesStart, least, follows } = problem;
  for (let i = usesStart[v]!; i < usesStart[v + 1]! && uses[i]! < active; i++)
    if (least[uses[i]!] === 0 && follows[uses[i]!] === 0) visit(uses[i]!);
}

/** Takes the mark from every count that is alone in a sum, until none is. Returns the sums that are left. */
function trim(state: State, sums: number[]): number[] {
  const { start, terms, open } = state.problem;
  const { count: place, left } = state.marks;
  const alone: number[] = [];
  for (const r of sums) {
    left[r] = open[r]!;
    for (let j = start[r]!; j < start[r + 1]!; j++) left[r]! += place[terms[j]!]!;
    if (left[r] === 1) alone.push(r);
  }
  for (const r of alone) {
    // None where it is taken out already, or where an open rest is alone.
    for (let j = start[r]!; j < start[r + 1]!; j++) {
      const w = terms[j]!;
      if (place[w] === 0) continue;
      place[w] = 0;
      eachSum(state, w, (q) => {
        if (--left[q]! === 1) alone.push(q);
      });
    }
  }
  return sums.filter((r) => left[r]! > 1);
}
