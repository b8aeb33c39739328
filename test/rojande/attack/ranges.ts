/** The range that nonnegative whole numbers and every single equation leave each count, narrowed until nothing moves. */
import type { System } from './system.ts';

export type Ranges = { low: Float64Array; high: Float64Array };

/** The equations of count v: uses[from[v]] … uses[from[v + 1] − 1]. */
export type Uses = [from: Int32Array, uses: Int32Array];

const VISITS = 80;

/** `high` is Infinity where nothing bounds it. Throws where the equations contradict one another: the attacker is wrong. */
export function rangesOf({ counts, rests, start, term, factor }: System): Ranges {
  const size = counts.value.length + rests.length;
  const low = new Float64Array(size);
  const high = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  counts.value.forEach((value, v) => {
    if (value === null) return;
    low[v] = value;
    high[v] = value;
  });
  const equations = start.length - 1;
  const [from, uses] = usesOf(size, start, term);
  const visits = new Uint8Array(equations);
  const queued = new Uint8Array(equations).fill(1);
  const queue = Array.from({ length: equations }, (_, e) => e);
  for (let next = 0; next < queue.length; next++) {
    const e = queue[next]!;
    queued[e] = 0;
    if (visits[e]! >= VISITS) continue;
    visits[e]!++;
    // Least and most of the sum, and how many terms have no end.
    let [least, most, endless, bottomless] = [0, 0, 0, 0];
    for (let i = start[e]!; i < start[e + 1]!; i++) {
      const f = factor[i]!;
      const [a, b] =
        f > 0 ? [f * low[term[i]!]!, f * high[term[i]!]!] : [f * high[term[i]!]!, f * low[term[i]!]!];
      if (f === 0) continue;
      if (Number.isFinite(a)) least += a;
      else bottomless++;
      if (Number.isFinite(b)) most += b;
      else endless++;
    }
    for (let i = start[e]!; i < start[e + 1]!; i++) {
      const v = term[i]!;
      const f = factor[i]!;
      if (f === 0 || low[v] === high[v]) continue;
      const [a, b] = f > 0 ? [f * low[v]!, f * high[v]!] : [f * high[v]!, f * low[v]!];
      const others = {
        least:
          bottomless - (Number.isFinite(a) ? 0 : 1) > 0
            ? Number.NEGATIVE_INFINITY
            : least - (Number.isFinite(a) ? a : 0),
        most:
          endless - (Number.isFinite(b) ? 0 : 1) > 0
            ? Number.POSITIVE_INFINITY
            : most - (Number.isFinite(b) ? b : 0),
      };
      // f · v = − others
      const [x, y] = f > 0 ? [-others.most / f, -others.least / f] : [-others.least / f, -others.most / f];
      const [l, h] = [Math.ceil(x - 1e-9), Math.floor(y + 1e-9)];
      let moved = false;
      if (l > low[v]!) {
        low[v] = l;
        moved = true;
      }
      if (h < high[v]!) {
        high[v] = h;
        moved = true;
      }
      if (!moved) continue;
      if (low[v]! > high[v]!)
        throw new Error(`equation ${e} leaves count ${v} nothing: ${low[v]} … ${high[v]}`);
      for (let j = from[v]!; j < from[v + 1]!; j++) {
        const other = uses[j]!;
        if (queued[other] === 1) continue;
        queued[other] = 1;
        queue.push(other);
      }
    }
  }
  return { low, high };
}

/** The equations of each count. */
export function usesOf(size: number, start: number[], term: number[]): Uses {
  const from = new Int32Array(size + 1);
  for (const v of term) from[v + 1]!++;
  for (let v = 0; v < size; v++) from[v + 1]! += from[v]!;
  const next = from.slice();
  const uses = new Int32Array(term.length);
  for (let e = 0; e + 1 < start.length; e++)
    for (let i = start[e]!; i < start[e + 1]!; i++) uses[next[term[i]!]!++] = e;
  return [from, uses];
}
