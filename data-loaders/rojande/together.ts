/**
 * The last audit: what many sums together say of a count that must stay hidden. Each sum alone leaves it a range of k; here the
 * least and the greatest value are sought that all sums of its surroundings allow (linear programming), and where they lie
 * nearer each other than k, one of the shown counts that bound it is hidden, or, if that does not help, those that give it room.
 */
import { type Ball, Balls, columnsOf } from './ball.ts';
import { choose, eligible, price, settle } from './complement.ts';
import { makeRoom } from './room.ts';
import { mustHide, type State } from './suppress.ts';
import { Tableau } from './tableau.ts';

/** Hidden counts in the surroundings. */
const SIZE = 300;
/** The share of them, the nearest, that one ball is enough for: the others have too much of their surroundings outside. */
const INNER = 0.25;
/** Balls at most, rests and the counts that are read most first: beyond them each sum is still held by itself. */
const BALLS = 5000;
/** Cells hidden for the sake of one count at most. */
const TIMES = 12;
/** So often one that bounds it is hidden; then what gives it room. */
const PATIENCE = 3;
/** Looks at them again so often, after what has been hidden has been protected. */
const AUDITS = 2;

/** Hides until no count that was looked at is bounded tighter than k; `audits`, those of the last tier, protect what has been hidden. */
export function* withstandTogether(
  state: State,
  audits: () => Generator<undefined, void>,
): Generator<undefined, void> {
  const balls = new Balls(state);
  const found = yield* bounded(state, balls);
  for (let audit = 0; audit < AUDITS; audit++) {
    let some = false;
    let narrow = found;
    for (let times = 0; times < TIMES && narrow.length > 0; times++) {
      narrow = narrow.filter((v) => loosen(state, balls, v, times < PATIENCE));
      if (narrow.length > 0) some = true;
      settle(state);
      yield;
    }
    if (audit > 0 && !some) return;
    // What they work out may bound a count again.
    yield* audits();
  }
}

/** Those of the counts that must stay hidden that their surroundings bound tighter than k, as far as is known. */
function* bounded(state: State, balls: Balls): Generator<undefined, number[]> {
  const { counts, sum, troskel, tier, cell } = state.problem;
  const targets: number[] = [];
  const wanted = new Uint8Array(counts);
  for (let v = 0; v < counts; v++) {
    if (state.hidden[v] === 0 || sum[v] === 1 || !mustHide(state, v)) continue;
    wanted[v] = 1;
    targets.push(v);
  }
  targets.sort((a, b) => tier[cell[a]!]! - tier[cell[b]!]! || a - b);
  // What the ranges alone could not widen is looked at again: here more is known of what bounds it.
  const found = targets.filter((v) => state.tight[v] === 1);
  for (const v of found) wanted[v] = 0;
  let grown = 0;
  for (const v of targets) {
    if (wanted[v] === 0) continue;
    if (++grown > BALLS) break;
    if (grown % 100 === 0) yield;
    const ball = balls.around(v, SIZE);
    const tableau = tableauOf(state, balls, ball);
    const inner = ball.counts.length < SIZE ? ball.counts.length : SIZE * INNER;
    for (let i = 0; i < inner; i++) {
      const w = ball.counts[i]!;
      if (wanted[w] === 0) continue;
      wanted[w] = 0;
      if (!tableau.push(i, 1, troskel) && !tableau.push(i, -1, troskel)) found.push(w);
    }
  }
  return found;
}

/** The sums of a ball, whose places are emptied. */
function tableauOf({ problem }: State, balls: Balls, ball: Ball, witness = false): Tableau {
  const { values, rows } = columnsOf(problem, ball, (w) => balls.place[w]!);
  balls.clear(ball);
  return new Tableau(values, rows, witness);
}

/** Hides a cell for v's sake: `one` that bounds it, or else what gives it room. False if it has room, or there is none. */
function loosen(state: State, balls: Balls, v: number, one: boolean): boolean {
  const { troskel } = state.problem;
  if (!mustHide(state, v)) return false;
  const ball = balls.around(v, SIZE);
  const tableau = tableauOf(state, balls, ball, true);
  if (tableau.push(0, 1, troskel)) return false;
  const above = factors(state, ball, tableau.witness(0));
  if (tableau.push(0, -1, troskel)) return false;
  // A bound from below is one from above of the opposite.
  const below = factors(
    state,
    ball,
    tableau.witness(0).map((y) => -y),
  );
  const lacking = troskel - tableau.range(0);
  for (const bound of one ? [above, below] : []) {
    const c = helping(state, bound, lacking);
    if (c < 0) continue;
    choose(state, c);
    return true;
  }
  return makeRoom(state, v);
}

/** How often each count that is shown or known goes into a bound that is made of so much of each sum. */
function factors(
  { problem, hidden, kept }: State,
  { relations }: Ball,
  times: number[],
): Map<number, number> {
  const { start, terms } = problem;
  const found = new Map<number, number>();
  relations.forEach((r, i) => {
    if (times[i] === 0) return;
    for (let j = start[r]!; j < start[r + 1]!; j++) {
      const w = terms[j]!;
      if ((hidden[w]! | kept[w]!) === 0)
        found.set(w, (found.get(w) ?? 0) + (j === start[r] ? times[i]! : -times[i]!));
    }
  });
  for (const [w, f] of found) if (Math.abs(f) < 1e-6) found.delete(w);
  return found;
}

/**
 * Of the counts that go into a bound, the cell of the one to hide: one that loosens it enough if there is any, of the latest
 * tier, the cheapest. -1 if there is none.
 */
function helping(state: State, bound: Map<number, number>, lacking: number): number {
  const { value, cell, tier } = state.problem;
  let best = -1;
  let rank = [0, 0, 0];
  for (const [w, f] of bound) {
    const c = cell[w]!;
    if (!eligible(state, c, true) || (f > 0 && value[w] === 0)) continue;
    const enough = f < 0 || f * value[w]! >= lacking ? 0 : 1;
    const now = [enough, -tier[c]!, price(state, c)];
    const place = now.findIndex((x, i) => x !== rank[i]);
    if (best >= 0 && (place < 0 || now[place]! > rank[place]!)) continue;
    best = c;
    rank = now;
  }
  return best;
}
