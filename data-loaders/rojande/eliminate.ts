/** Sparse elimination modulo a prime: a random vector of the null space of a few thousand short rows. */

/** Largest prime below 2^26: products of residues are exact in a double. */
export const P = 67_108_859;

/** Coefficient modulo P, never 0, per column. */
export type Row = Map<number, number>;

function inverse(a: number): number {
  let [r, s, x, y] = [P, a, 0, 1];
  while (s !== 0) {
    const q = Math.floor(r / s);
    [r, s] = [s, r - q * s];
    [x, y] = [y, x - q * y];
  }
  return x < 0 ? x + P : x;
}

/** Random residue, never 0. */
export const residue = (next: () => number): number => 1 + Math.floor(next() * (P - 1));

/**
 * Echelon form: shortest row first, in it the column fewest rows use. Consumes `rows`. A solved column follows from the
 * columns solved after it and the free ones.
 */
export function echelon(rows: Row[]): { column: number; row: Row }[] {
  const where = new Map<number, Set<number>>();
  rows.forEach((row, r) => {
    for (const c of row.keys()) where.set(c, (where.get(c) ?? new Set()).add(r));
  });
  const live = new Set(rows.keys());
  const queue = new Buckets();
  for (const r of live) queue.put(r, rows[r]!.size);
  const solved: { column: number; row: Row }[] = [];
  for (let r = queue.take(live, rows); r !== undefined; r = queue.take(live, rows)) {
    const row = rows[r]!;
    live.delete(r);
    let pivot = -1;
    for (const c of row.keys()) {
      where.get(c)!.delete(r);
      if (pivot < 0 || where.get(c)!.size < where.get(pivot)!.size) pivot = c;
    }
    if (pivot < 0) continue;
    solved.push({ column: pivot, row });
    const scale = inverse(row.get(pivot)!);
    for (const other of [...where.get(pivot)!]) {
      const target = rows[other]!;
      const factor = P - ((target.get(pivot)! * scale) % P);
      for (const [c, a] of row) {
        const sum = ((target.get(c) ?? 0) + a * factor) % P;
        if (sum !== 0) {
          if (!target.has(c)) where.get(c)!.add(other);
          target.set(c, sum);
        } else {
          target.delete(c);
          where.get(c)!.delete(other);
        }
      }
      queue.put(other, target.size);
    }
  }
  return solved;
}

/** Sets the solved columns of `z` (the free ones hold random residues) so that every row sums to 0. */
export function substitute(solved: { column: number; row: Row }[], z: Float64Array): void {
  for (let i = solved.length - 1; i >= 0; i--) {
    const { column, row } = solved[i]!;
    let sum = 0;
    for (const [c, a] of row) if (c !== column) sum = (sum + a * z[c]!) % P;
    z[column] = (((P - sum) % P) * inverse(row.get(column)!)) % P;
  }
}

/** Rows by length, shortest first; an entry whose length has changed is skipped when met. */
class Buckets {
  private lists: number[][] = [];
  private from = 0;
  put(r: number, length: number): void {
    this.lists[length] ??= [];
    this.lists[length].push(r);
    this.from = Math.min(this.from, length);
  }
  take(live: Set<number>, rows: Row[]): number | undefined {
    for (; this.from < this.lists.length; this.from++) {
      const list = this.lists[this.from];
      for (let r = list?.pop(); r !== undefined; r = list?.pop()) {
        if (live.has(r) && rows[r]!.size === this.from) return r;
      }
    }
    return undefined;
  }
}
