/** Protects tier by tier, from the most read: primary first, then in each tier complements until no audit finds anything. */
import { setImmediate } from 'node:timers/promises';
import { stillDetermined } from './audit.ts';
import { type Bounds, firstBounds, update } from './bounds.ts';
import type { Cells } from './cells.ts';
import { acknowledge, check } from './check.ts';
import { settle, widen } from './complement.ts';
import { doubtBeside } from './doubt.ts';
import { learn, refresh } from './known.ts';
import { closing, pinned } from './pinned.ts';
import { buildProblem } from './problem.ts';
import { noProof, type Proof } from './proof.ts';
import { showKnown } from './reopen.ts';
import { withoutRolling } from './rolling.ts';
import { STUBBORN, slacken, toldBefore } from './slack.ts';
import { nothingStuck, reconsider } from './stale.ts';
import { onlyShown, rangesOf, type Supposed, withoutTier } from './supposed.ts';
import { mustHide, primary, publish, type State } from './suppress.ts';
import { withstandTogether } from './together.ts';
import { withoutWaiting } from './waiting.ts';

/** Milliseconds of work between two looks at what else the process has to do. */
const TURN = 200;

/** How far protection goes. `primar` alone is for tests that prove that the attack has teeth. */
export type Skydd = 'primar' | 'fullt';

/** One flag per entry of `cells`: 1 = may be shown. troskel 1 shows everything. */
export function protect(cells: Cells, troskel: number, skydd: Skydd = 'fullt'): Uint8Array {
  const steps = protection(cells, troskel, skydd);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** The same, but lets the process hear a signal (Ctrl-C) now and then. */
export async function protectInTurns(cells: Cells, troskel: number, skydd?: Skydd): Promise<Uint8Array> {
  const steps = protection(cells, troskel, skydd);
  let since = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (performance.now() - since < TURN) continue;
    await setImmediate();
    since = performance.now();
  }
}

function* protection(
  cells: Cells,
  troskel: number,
  skydd: Skydd = 'fullt',
): Generator<undefined, Uint8Array> {
  if (troskel <= 1) return new Uint8Array(cells.value.length).fill(1);
  const published = withoutWaiting(cells);
  const { given, visible } = withoutRolling(published.given);
  const problem = buildProblem(given, troskel);
  yield;
  const state = primary(problem);
  if (given.bunden) acknowledge(state);
  if (skydd === 'fullt') {
    const { proof, shown } = yield* byTier(state);
    showKnown(state, shown);
    check(state, proof);
  }
  const shown = Uint8Array.from(problem.countOf, (v) => (state.dold[problem.cell[v]!] === 1 ? 0 : 1));
  return published.visible(visible(shown));
}

/**
 * Counts that an audit gives away, with the relations to loosen, those of 0 that are known from now on, and those that are
 * left a range narrower than k.
 */
type Found = { given: Map<number, number[]>; learnt: number[]; tight: Map<number, number[]> };

const nothing = (): Found => ({ given: new Map(), learnt: [], tight: new Map() });

/**
 * Publishes tier after tier. In each, what one relation exposes is hidden first; then more beside every count that the audits
 * give away, until they give none: the ranges, which cost less and often say the same, then the algebra. A count found
 * again gets three times as much beside it. A 0 that is given away is taken as known and needs nothing.
 */
function* byTier(state: State): Generator<undefined, Known> {
  const { problem } = state;
  const known = {
    bounds: firstBounds(state),
    before: withoutTier(state),
    shown: onlyShown(state),
    proof: noProof(problem),
  };
  state.changed = [];
  for (let tier = 0; tier < problem.tierEnd.length; tier++) {
    const from = state.active;
    publish(state);
    settle(state);
    refresh(state);
    settle(state);
    yield;
    const suspects = hiddenIn(state, from);
    const audits = () => withstand(state, known, suspects);
    yield* tier + 1 < problem.tierEnd.length ? audits() : withstandTogether(state, audits);
  }
  return known;
}

/** Hidden terms of the relations from `from` on. */
function hiddenIn({ problem, hidden, active }: State, from: number): Set<number> {
  const found = new Set<number>();
  for (let i = problem.start[from]!; i < problem.start[active]!; i++)
    if (hidden[problem.terms[i]!] === 1) found.add(problem.terms[i]!);
  return found;
}

/** What the audits keep from one tier to the next. */
type Known = { bounds: Bounds; before: Supposed; shown: Supposed; proof: Proof };

function* withstand(
  state: State,
  { bounds, before, shown, proof }: Known,
  suspects: Set<number>,
): Generator<undefined, void> {
  const { problem } = state;
  const times = new Map<number, number>();
  const stuck = nothingStuck();
  let given: Found['given'] = new Map();
  let tight: Found['tight'] = new Map();
  /** Whether the next audit must solve the system, and whether what was found last is beyond doubt. */
  let [anew, sure] = [true, true];
  let sinceRanges = state.changed;
  for (const v of state.changed) suspects.add(v);
  state.changed = [];
  const loosen = (found: Found, first: number): boolean => {
    ({ given, tight } = found);
    const learnt = state.changed.length;
    const again = [...given.keys()].filter(
      (v) => (times.has(v) || stuck.unlearnt.has(v)) && !mustHide(state, v),
    );
    for (const v of again.length > 0 ? toldBefore(before, state, again, proof) : []) {
      state.proved[v] = 1;
      learn(state, v, true);
      given.delete(v);
    }
    stuck.shown = null;
    for (const [v, relations] of given) {
      if ((times.get(v) ?? 0) > STUBBORN) {
        suspects.add(v);
        if (!sure) {
          // It may be free though nothing nearby proves it: the system is to be solved before more is hidden.
          anew = true;
          continue;
        }
        if (reconsider(state, v, bounds, shown, stuck)) continue;
      }
      if (
        times.has(v) &&
        (doubtBeside(state, v, false) || (times.get(v)! > STUBBORN && doubtBeside(state, v, true)))
      )
        continue;
      const more = times.get(v) ?? first;
      widen(state, v, relations, more, times.has(v) && more > STUBBORN);
      times.set(v, Math.min(3 * more, 2 * STUBBORN));
      suspects.add(v);
    }
    if (given.size > 0 && state.changed.length === learnt && bounds.agenda.used === 0 && !anew) {
      if (sure) throw new Error(`nothing left to hide beside counts ${[...given.keys()].join(' ')}`);
      anew = true;
    }
    slacken(state, found.tight, times, bounds, () => rangesOf(before, state));
    settle(state);
    const moved = state.changed.length > 0;
    sinceRanges = sinceRanges.concat(state.changed);
    for (const v of state.changed) suspects.add(v);
    state.changed = [];
    return moved;
  };
  const byRange = (): Found => {
    update(state, bounds, sinceRanges);
    sinceRanges = [];
    const found = nothing();
    const near = pinned(state, bounds, [...given.keys(), ...tight.keys()]);
    for (const v of near.pinned) collect(state, found, v, () => closing(problem, bounds, v));
    for (const v of near.tight) found.tight.set(v, closing(problem, bounds, v));
    return found;
  };
  for (;;) {
    sure = true;
    while (loosen(byRange(), 1)) yield;
    if (suspects.size === 0) return;
    const found = nothing();
    for (const v of stillDetermined(state, suspects, proof, anew)) collect(state, found, v, () => []);
    sure = anew;
    anew = false;
    suspects.clear();
    yield;
    loosen(found, 2);
  }
}

function collect(state: State, found: Found, v: number, relations: () => number[]): void {
  const { value, heeded } = state.problem;
  if (value[v] === 0) {
    state.proved[v] = 1;
    if (learn(state, v, false)) found.learnt.push(v);
  } else if (heeded[v] === 1 && !found.given.has(v)) found.given.set(v, relations());
}
