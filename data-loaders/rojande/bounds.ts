/**
 * What nonnegative counts and all published relations together say about the range of each hidden count: intervals narrowed
 * until nothing moves. Kept between the rounds: only what depends on a count hidden since the last one is narrowed anew.
 */
import { type Agenda, emptyAgenda, put, take } from './agenda.ts';
import type { State } from './suppress.ts';

/** Above every count. */
export const UNKNOWN = 2 ** 40;
/** A relation is looked at so many times at most: ranges of long cycles can creep for ever. */
const VISITS = 60;
/** The ends of a range. */
const LOW = 1;
const HIGH = 2;

/** Ranges of every count. */
export type Bounds = {
  low: Float64Array;
  high: Float64Array;
  /** 1 where the value is unknown to a reader; elsewhere both ends are the value. */
  unknown: Uint8Array;
  /** The relation that each end follows from, -1 for none. */
  lowBy: Int32Array;
  highBy: Int32Array;
  /** True when some relation was looked at too often: then the ends need not follow from one another's last values. */
  crept: boolean;
  /** Counts whose ends have come too near each other since they were last asked for. */
  met: number[];
  agenda: Agenda;
  /** How often each relation has been looked at in one narrowing. */
  visits: Uint8Array;
  /** Relations that have been taken in. */
  active: number;
};

/** Ranges before anything is published: what is hidden may be anything. */
export function firstBounds({ problem, hidden }: State): Bounds {
  const { counts, start } = problem;
  const low = Float64Array.from(problem.value);
  const high = low.slice();
  const unknown = hidden.slice();
  for (let v = 0; v < counts; v++) {
    if (unknown[v] === 0) continue;
    low[v] = 0;
    high[v] = UNKNOWN;
  }
  return {
    low,
    high,
    unknown,
    lowBy: new Int32Array(counts).fill(-1),
    highBy: new Int32Array(counts).fill(-1),
    crept: false,
    met: [],
    agenda: emptyAgenda(start.length - 1),
    visits: new Uint8Array(start.length - 1),
    active: 0,
  };
}

/** Brings the ranges up to date with the relations published and the counts hidden or learnt since. */
export function update(state: State, bounds: Bounds, changed: number[]): void {
  takeIn(state, bounds);
  widen(state, bounds, changed);
  narrow(state, bounds);
}

function takeIn({ problem, active }: State, bounds: Bounds): void {
  const { start, terms, heeded, value } = problem;
  for (let r = bounds.active; r < active; r++) {
    let [some, last] = [0, -1];
    for (let i = start[r]!; i < start[r + 1]!; i++) {
      const v = terms[i]!;
      if (bounds.unknown[v] === 0) continue;
      some++;
      last = v;
    }
    // A rest that is no single case, alone unknown in its only relation: it follows, and nobody minds.
    if (some > 1 || (some === 1 && (heeded[last] === 1 || value[last] === 0))) put(bounds.agenda, r);
  }
  bounds.active = active;
}

/**
 * Takes back every end that follows from what was known of a count hidden since, and puts its relations on the agenda.
 * Once nothing moves, a relation gives an end from the last values of its terms: had one of them been narrowed later,
 * the end would have been too, by as much. So the ends follow from one another in no circle, and the others may stay.
 */
function widen({ problem, hidden, active }: State, bounds: Bounds, changed: number[]): void {
  const { start, terms, uses, usesStart, value } = problem;
  const { low, high, unknown, lowBy, highBy, agenda } = bounds;
  const wide: number[] = [];
  const ends: number[] = [];
  const free = (v: number, end: number) => {
    if (end & LOW) {
      low[v] = 0;
      lowBy[v] = -1;
    }
    if (end & HIGH) {
      high[v] = UNKNOWN;
      highBy[v] = -1;
    }
    wide.push(v);
    ends.push(end);
  };
  for (const v of changed) {
    const now = hidden[v]!;
    if (now === unknown[v]) continue;
    unknown[v] = now;
    if (now === 1) free(v, LOW | HIGH);
    else {
      low[v] = high[v] = value[v]!;
      for (let i = usesStart[v]!; i < usesStart[v + 1]! && uses[i]! < active; i++) put(agenda, uses[i]!);
    }
  }
  if (bounds.crept && wide.length > 0) {
    bounds.crept = false;
    for (let v = 0; v < unknown.length; v++) if (unknown[v] === 1) free(v, LOW | HIGH);
  }
  for (let next = 0; next < wide.length; next++) {
    const v = wide[next]!;
    const end = ends[next]!;
    const other = ((end & LOW) << 1) | (end >> 1);
    for (let j = usesStart[v]!; j < usesStart[v + 1]! && uses[j]! < active; j++) {
      const r = uses[j]!;
      put(agenda, r);
      const whole = terms[start[r]!]!;
      for (let i = start[r]!; i < start[r + 1]!; i++) {
        const w = terms[i]!;
        // The same end of the whole and its parts; of a part's fellows the other one.
        if (w === v || unknown[w] === 0) continue;
        const from = (lowBy[w] === r ? LOW : 0) | (highBy[w] === r ? HIGH : 0);
        const lost = from & (v === whole || w === whole ? end : other);
        if (lost !== 0) free(w, lost);
      }
    }
  }
}

/** Narrows until the agenda is empty. */
function narrow({ problem, active }: State, bounds: Bounds): void {
  const { start, terms, uses, usesStart, open, sensitive, troskel, least, most } = problem;
  const { low, high, lowBy, highBy, met, agenda } = bounds;
  const { queued } = agenda;
  const { visits } = bounds;
  visits.fill(0);
  while (agenda.used > 0) {
    const r = take(agenda);
    if (visits[r]! >= VISITS) {
      bounds.crept = true;
      continue;
    }
    visits[r]!++;
    const from = start[r]!;
    const to = start[r + 1]!;
    let l = 0;
    let h = open[r] === 1 ? UNKNOWN : 0;
    let widest = 0;
    for (let i = from + 1; i < to; i++) {
      const v = terms[i]!;
      const a = low[v]!;
      const b = high[v]!;
      l += a;
      h += b;
      if (b - a > widest) widest = b - a;
    }
    if (least[r]! > 0) {
      const cases = high[terms[from + 1]!]!;
      l *= least[r]!;
      h = cases === 0 ? 0 : Math.min(UNKNOWN, most[r]! * cases);
    }
    const lowest = low[terms[from]!]!;
    const highest = high[terms[from]!]!;
    // Nothing moves: the whole is no wider than its parts, nor a part than what the others leave it.
    if (least[r] === 0 && l <= lowest && h >= highest && widest <= h - lowest && widest <= highest - l)
      continue;
    for (let i = from; i < to; i++) {
      const v = terms[i]!;
      const a = low[v]!;
      const b = high[v]!;
      if (a === b) continue;
      let x = i === from ? l : lowest - (h - b);
      let y = i === from ? h : highest - (l - a);
      if (least[r]! > 0 && i > from) {
        x = Math.ceil(lowest / most[r]!);
        y = highest === UNKNOWN ? UNKNOWN : Math.floor(highest / least[r]!);
      }
      if (x <= a && y >= b) continue;
      // Days and cases round each other up and down: an end that comes back from the other's still follows from what it did.
      const other = least[r]! > 0 ? terms[i === from ? from + 1 : from]! : -1;
      if (x > a) {
        low[v] = x;
        if (other < 0 || lowBy[other] !== r) lowBy[v] = r;
      }
      if (y < b) {
        high[v] = y;
        if (other < 0 || highBy[other] !== r) highBy[v] = r;
      }
      if (high[v]! - low[v]! < (sensitive[v] === 1 ? troskel : 1)) met.push(v);
      for (let j = usesStart[v]!; j < usesStart[v + 1]! && uses[j]! < active; j++) {
        const q = uses[j]!;
        if (q !== r && queued[q] === 0) put(agenda, q);
      }
    }
  }
}
