/** Runs the steps until no audit finds anything: primary, complementary, linear algebra, ranges. */
import { setImmediate } from 'node:timers/promises';
import { emptyAgenda } from './agenda.ts';
import { determined, stillDetermined } from './audit.ts';
import { type Bounds, firstBounds, update } from './bounds.ts';
import type { Cells } from './cells.ts';
import { cheapest, settle } from './complement.ts';
import { closing, pinned } from './pinned.ts';
import { buildProblem, type Place, VALUES } from './problem.ts';
import { hide, learn, primary, type State } from './suppress.ts';

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
  const problem = buildProblem(cells, troskel);
  yield;
  const state = primary(problem);
  if (skydd === 'fullt') {
    settle(state);
    yield;
    yield* withstand(state);
  }
  return Uint8Array.from(problem.variableOf, (v) => {
    return state.hidden[v] === 1 || state.hidden[problem.first[problem.block[v]!]!] === 1 ? 0 : 1;
  });
}

/** What an audit gives away: values of 0 that are known from now on, other counts with the relations to loosen. */
type Found = { given: Map<number, number[]>; learnt: number[] };

/**
 * Hides more beside every count that the audits give away, until they give none: the ranges first, which cost less and
 * often say the same, then the algebra, then the ranges again. A count found again gets three times as much beside it. A
 * 0 that is given away is taken as known and needs nothing.
 */
function* withstand(state: State): Generator<undefined, void> {
  const times = new Map<number, number>();
  state.changed = [];
  const agenda = emptyAgenda(state.hiddenTerms.length);
  const ranges: Bounds[] = [];
  for (const q of VALUES) {
    ranges.push(firstBounds(state, q, agenda));
    yield;
  }
  let given: Found['given'] = new Map();
  let sinceRanges: number[] = [];
  let sinceAlgebra: number[] | null = null;
  const loosen = (found: Found, first: number): boolean => {
    given = found.given;
    for (const [v, relations] of given) {
      const again = times.get(v) ?? first;
      for (let i = 0; i < again; i++) widen(state, v, relations);
      times.set(v, 3 * again);
    }
    settle(state);
    sinceRanges = sinceRanges.concat(state.changed);
    sinceAlgebra = sinceAlgebra?.concat([...given.keys()], state.changed) ?? null;
    state.changed = [];
    return given.size > 0 || found.learnt.length > 0;
  };
  const byRange = function* (): Generator<undefined, Found> {
    for (const bounds of ranges) {
      update(state, bounds, agenda, sinceRanges);
      yield;
    }
    sinceRanges = [];
    const found: Found = { given: new Map(), learnt: [] };
    for (const bounds of ranges) {
      for (const v of pinned(bounds, given.keys()))
        collect(state, found, v, bounds.q, () => closing(state.problem, bounds, v));
    }
    return found;
  };
  for (;;) {
    while (loosen(yield* byRange(), 1));
    if (sinceAlgebra !== null && sinceAlgebra.length === 0) return;
    for (let more = true; more; ) {
      const found = yield* byAlgebra(state, sinceAlgebra);
      sinceAlgebra = [];
      more = loosen(found, 2);
    }
  }
}

function collect(state: State, found: Found, v: number, q: Place, relations: () => number[]): void {
  if (state.problem.value[q][v] === 0) {
    if (learn(state, v, 1 << q)) found.learnt.push(v);
  } else if (matters(state, v) && !found.given.has(v)) found.given.set(v, relations());
}

/** Everywhere, or among what is linked to the counts that have changed. */
function* byAlgebra(state: State, changed: number[] | null): Generator<undefined, Found> {
  const found: Found = { given: new Map(), learnt: [] };
  for (const q of VALUES) {
    const given = changed === null ? determined(state, q) : stillDetermined(state, q, changed);
    for (const v of given) collect(state, found, v, q, () => []);
    yield;
  }
  return found;
}

/** A printed count, or an unprinted one of 1 … k − 1. */
const matters = ({ problem, sensitive }: State, v: number): boolean =>
  problem.block[v]! >= 0 || sensitive[v] === 1;

/**
 * Hides one more count near v: in one of `relations`, else in any of v's, else beside one of the hidden counts there, and so
 * on outwards. Throws when everything linked to v is hidden already: then only the rule itself can be wrong.
 */
function widen(state: State, v: number, relations: number[]): void {
  const { problem, hidden } = state;
  const { start, terms, uses, usesStart } = problem;
  const seen = new Set<number>([v]);
  let edge = [v];
  let best = cheapest(state, relations);
  while (best < 0 && edge.length > 0) {
    const around = [...new Set(edge.flatMap((w) => [...uses.subarray(usesStart[w], usesStart[w + 1])]))];
    best = cheapest(state, around);
    edge = [];
    for (const r of around) {
      for (let i = start[r]!; i < start[r + 1]!; i++) {
        const w = terms[i]!;
        if (hidden[w] === 0 || seen.has(w)) continue;
        seen.add(w);
        edge.push(w);
      }
    }
  }
  if (best < 0) throw new Error(`nothing left to hide beside count ${v}`);
  hide(state, best);
}
