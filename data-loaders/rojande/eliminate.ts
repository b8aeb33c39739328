/**
 * Sparse elimination modulo a prime. The column that fewest rows use goes first, with the shortest of those rows: the sums
 * of small tables then fill in hardly at all.
 */
import { Lists } from './lists.ts';
import { inverse, P } from './prime.ts';
import { Rows } from './rows.ts';

/** Columns in the order they were solved, each with the row it follows from. */
type Echelon = { columns: number[]; solvedBy: number[] };

/** One linear system at a time; what a system took is used again for the next one. */
export class Elimination {
  readonly rows = new Rows();
  /** The rows that have been given an entry in each column. */
  private readonly users = new Lists();
  /** Columns by the number of rows that use them; an entry whose number has changed is skipped when met. */
  private readonly byDegree = new Lists();
  private lowest = 1;
  private degree = new Int32Array(0);
  private done: Echelon = { columns: [], solvedBy: [] };

  /** A system without rows. */
  clear(): void {
    this.rows.clear();
  }

  /**
   * Brings the rows to echelon form. A solved column follows from the columns solved after it and the free ones. `columns` is one
   * more than the highest column; every number below it should be in use.
   */
  solve(columns: number): void {
    const { rows, users, degree } = this.counted(columns);
    const count = rows.from.length;
    const live = new Uint8Array(count).fill(1);
    const listed = new Int32Array(count).fill(-1);
    const using: number[] = [];
    const watch = {
      enters: (c: number, r: number) => {
        degree[c]!++;
        users.add(c, r);
      },
      leaves: (c: number) => {
        degree[c]!--;
        this.put(c);
      },
    };
    for (let pivot = this.take(count); pivot >= 0; pivot = this.take(count)) {
      let best = -1;
      using.length = 0;
      for (let i = users.head(pivot); i >= 0; i = users.after(i)) {
        const r = users.at(i);
        if (live[r] === 0 || listed[r] === pivot || rows.factorOf(r, pivot) === 0) continue;
        listed[r] = pivot;
        if (best < 0 || rows.length(r) < rows.length(best)) best = r;
        using.push(r);
      }
      live[best] = 0;
      const scale = inverse(rows.factorOf(best, pivot));
      for (const r of using)
        if (r !== best) rows.combine(r, best, P - ((rows.factorOf(r, pivot) * scale) % P), watch);
      degree[pivot] = 0;
      for (let i = rows.from[best]!; i < rows.to[best]!; i++) {
        const c = rows.column[i]!;
        if (c !== pivot && rows.factor[i] !== 0) watch.leaves(c);
      }
      this.done.columns.push(pivot);
      this.done.solvedBy.push(best);
    }
  }

  /** Sets the solved columns of `z` (the free ones hold random residues) so that every row sums to 0 modulo P. */
  substitute(z: Float64Array): void {
    const { from, to, column, factor } = this.rows;
    const { columns, solvedBy } = this.done;
    for (let k = columns.length - 1; k >= 0; k--) {
      const r = solvedBy[k]!;
      let sum = 0;
      let own = 1;
      for (let i = from[r]!; i < to[r]!; i++) {
        if (column[i] === columns[k]) own = factor[i]!;
        else sum = (sum + factor[i]! * z[column[i]!]!) % P;
      }
      z[columns[k]!] = (((P - sum) % P) * inverse(own)) % P;
    }
  }

  /** Counts who uses each column, and sorts the columns by it. */
  private counted(columns: number): { rows: Rows; users: Lists; degree: Int32Array } {
    const { rows, users, byDegree } = this;
    const count = rows.from.length;
    if (this.degree.length < columns) this.degree = new Int32Array(2 * columns);
    const { degree } = this;
    degree.fill(0, 0, columns);
    users.clear(columns);
    for (let r = 0; r < count; r++) {
      for (let i = rows.from[r]!; i < rows.to[r]!; i++) {
        degree[rows.column[i]!]!++;
        users.add(rows.column[i]!, r);
      }
    }
    byDegree.clear(count + 1);
    this.lowest = 1;
    for (let c = 0; c < columns; c++) this.put(c);
    this.done.columns.length = this.done.solvedBy.length = 0;
    return { rows, users, degree };
  }

  private put(c: number): void {
    const d = this.degree[c]!;
    if (d <= 0) return;
    this.byDegree.add(d, c);
    if (d < this.lowest) this.lowest = d;
  }

  /** The column that fewest rows use, -1 when none is left. */
  private take(most: number): number {
    for (; this.lowest <= most; this.lowest++)
      for (let c = this.byDegree.pop(this.lowest); c >= 0; c = this.byDegree.pop(this.lowest))
        if (this.degree[c] === this.lowest) return c;
    return -1;
  }
}
