/** Which tier publishes what: counts that coarser ones give away belong to theirs; relations lie tier by tier. */
import type { Counts } from './counts.ts';

/** Relations as they were added. */
export type Given = {
  family: Int32Array;
  start: Int32Array;
  terms: Int32Array;
  follows: Uint8Array;
  open: Uint8Array;
  /** Not a sum but a range: the whole is so many times the only part, at least and at most; 0 for a sum. */
  least: Int32Array;
  most: Float64Array;
};

/** The columns of `Problem` that speak of relations. */
export type Flat = Given & { familyOf: Int32Array; tierEnd: number[]; loose: Int32Array };

/**
 * Lowers the tiers of `counts`: parts of a 0 are 0, and a count that is alone of its tier in a sum follows from the others.
 * Either is known as soon as they are, so it must be protected with them. Returns the tier of each family.
 */
export function levelled({ family, start, terms, open }: Given, counts: Counts): Uint8Array {
  const { value, cell, tier, block, cellStart } = counts;
  const families = family.length - 1;
  const tiers = new Uint8Array(families);
  const pending = new Uint8Array(families).fill(1);
  const users = usersOf(family, start, terms, cell, cellStart.length);
  const lower = (c: number, to: number) => {
    tier[c] = to;
    for (let i = users.from[c]!; i < users.from[c + 1]!; i++) pending[users.list[i]!] = 1;
  };
  for (let moved = true; moved; ) {
    moved = false;
    for (let f = 0; f < families; f++) {
      if (pending[f] === 0) continue;
      pending[f] = 0;
      moved = true;
      const r = family[f]!;
      const whole = terms[start[r]!]!;
      let [first, second, finest, exact] = [-1, -1, -1, open[r] === 0];
      for (let i = start[r]!; i < start[r + 1]!; i++) {
        const v = terms[i]!;
        const c = cell[v]!;
        if (block[v]! < 0) {
          exact = false;
          continue;
        }
        if (value[whole] === 0 && tier[c]! > tier[cell[whole]!]! && cellStart[c] === v)
          lower(c, tier[cell[whole]!]!);
        const t = tier[c]!;
        if (t > first) [first, second, finest] = [t, first, v];
        else if (t > second) second = t;
      }
      if (exact && second >= 0 && second < first && cellStart[cell[finest]!] === finest) {
        lower(cell[finest]!, second);
        first = second;
      }
      tiers[f] = Math.max(0, first);
    }
  }
  return tiers;
}

/** Families of each cell's first count. */
function usersOf(family: Int32Array, start: Int32Array, terms: Int32Array, cell: number[], cells: number) {
  const from = new Int32Array(cells + 1);
  const each = (visit: (f: number, c: number) => void) => {
    for (let f = 0; f + 1 < family.length; f++) {
      const r = family[f]!;
      for (let i = start[r]!; i < start[r + 1]!; i++) visit(f, cell[terms[i]!]!);
    }
  };
  each((_, c) => {
    from[c + 1]!++;
  });
  for (let c = 0; c < cells; c++) from[c + 1]! += from[c]!;
  const next = from.slice();
  const list = new Int32Array(from[cells]!);
  each((f, c) => {
    list[next[c]!++] = f;
  });
  return { from, list };
}

/** The relations in the order of their families' tiers. */
export function byTier(given: Given, tiers: Uint8Array, { tier, cell, block }: Counts): Flat {
  const relations = given.start.length - 1;
  const flat: Flat = {
    family: new Int32Array(given.family.length),
    familyOf: new Int32Array(relations),
    tierEnd: [],
    start: new Int32Array(relations + 1),
    terms: new Int32Array(given.terms.length),
    follows: new Uint8Array(relations),
    open: new Uint8Array(relations),
    least: new Int32Array(relations),
    most: new Float64Array(relations),
    loose: new Int32Array(relations),
  };
  let [f, r, i] = [0, 0, 0];
  const last = tiers.reduce((a, b) => Math.max(a, b), 0);
  for (let t = 0; t <= last; t++) {
    for (let g = 0; g < tiers.length; g++) {
      if (tiers[g] !== t) continue;
      flat.family[f] = r;
      for (let q = given.family[g]!; q < given.family[g + 1]!; q++) {
        flat.familyOf[r] = f;
        flat.follows[r] = given.follows[q]!;
        flat.open[r] = given.open[q]!;
        flat.least[r] = given.least[q]!;
        flat.most[r] = given.most[q]!;
        flat.start[r] = i;
        for (let j = given.start[q]!; j < given.start[q + 1]!; j++) {
          const v = given.terms[j]!;
          if (block[v]! >= 0 && tier[cell[v]!] === t) flat.loose[r]!++;
          flat.terms[i++] = v;
        }
        r++;
      }
      f++;
    }
    flat.tierEnd.push(r);
  }
  flat.family[f] = relations;
  flat.start[relations] = i;
  return flat;
}
