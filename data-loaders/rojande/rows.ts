/**
 * Sparse rows modulo a prime, one after another in growing typed arrays, since a million small lists would cost more than the
 * arithmetic.
 */
import { grown } from './lists.ts';
import { P } from './prime.ts';

/** Above every column. */
const END = 2 ** 31 - 1;

/** Told of an entry that row r gets in column c, and of one that it loses. */
export type Watch = { enters: (c: number, r: number) => void; leaves: (c: number) => void };

export class Rows {
  /** Entries from[r] … to[r] − 1 of row r. */
  readonly from: number[] = [];
  readonly to: number[] = [];
  /** Ascending in a row. */
  column: Int32Array = new Int32Array(0);
  /** 1 … P − 1. */
  factor: Int32Array = new Int32Array(0);
  private used = 0;

  /** Forgets all rows; their room stays. */
  clear(): void {
    this.from.length = this.to.length = this.used = 0;
  }

  length(r: number): number {
    return this.to[r]! - this.from[r]!;
  }

  /** The column's factor in row r, 0 if it is not there. */
  factorOf(r: number, column: number): number {
    let low = this.from[r]!;
    let high = this.to[r]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.column[middle]! < column) low = middle + 1;
      else high = middle;
    }
    return low < this.to[r]! && this.column[low] === column ? this.factor[low]! : 0;
  }

  /** Appends the sum terms[from] = terms[from + 1] + … + terms[to − 1], of its terms that have a column (`columnOf`, -1 for none). */
  pushSum(terms: Int32Array, from: number, to: number, columnOf: Int32Array): void {
    const first = this.used;
    this.from.push(first);
    for (let i = from; i < to; i++) {
      const c = columnOf[terms[i]!]!;
      if (c < 0) continue;
      const f = i === from ? 1 : P - 1;
      this.push(c, f);
      const { column, factor } = this;
      // Sums lie nearly in order.
      let j = this.used - 1;
      for (; j > first && column[j - 1]! > c; j--) {
        column[j] = column[j - 1]!;
        factor[j] = factor[j - 1]!;
      }
      column[j] = c;
      factor[j] = f;
    }
    this.to.push(this.used);
  }

  /** Row r becomes r + times · other, written at the end. */
  combine(r: number, other: number, times: number, { enters, leaves }: Watch): void {
    let i = this.from[r]!;
    let j = this.from[other]!;
    const iEnd = this.to[r]!;
    const jEnd = this.to[other]!;
    this.from[r] = this.used;
    while (i < iEnd || j < jEnd) {
      const a = i < iEnd ? this.column[i]! : END;
      const b = j < jEnd ? this.column[j]! : END;
      let sum = a <= b ? this.factor[i++]! : 0;
      if (b <= a) sum = (sum + this.factor[j++]! * times) % P;
      const c = a < b ? a : b;
      if (sum !== 0) {
        this.push(c, sum);
        if (b < a) enters(c, r);
      } else leaves(c);
    }
    this.to[r] = this.used;
  }

  private push(column: number, factor: number): void {
    if (this.used === this.column.length) {
      this.column = grown(this.column);
      this.factor = grown(this.factor);
    }
    this.column[this.used] = column;
    this.factor[this.used++] = factor;
  }
}
