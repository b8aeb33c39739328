/**
 * Sparse rows modulo a prime, one after another in growing typed arrays, since a million small lists would cost more than the
 * arithmetic. A long row, as the sum of hundreds of kommuner, is changed where it stands: written anew for each of its terms it
 * would be most of the work.
 */
import { grown } from './lists.ts';
import { P } from './prime.ts';

/** Above every column. */
const END = 2 ** 31 - 1;
/** A row of so many entries is long, and is changed in place by rows that are so many times shorter. */
const LONG = 100;
const SHORTER = 8;
/** Room behind a long row for entries out of order: they are looked through one by one. */
const TAIL = 16;

/** Told of an entry that row r gets in column c, and of one that it loses. */
export type Watch = { enters: (c: number, r: number) => void; leaves: (c: number) => void };

export class Rows {
  /** 1 … P − 1, or 0 for an entry that is no more. */
  factor: Int32Array = new Int32Array(0);
  column: Int32Array = new Int32Array(0);
  /** Entries from[r] … to[r] − 1 of row r. */
  readonly from: number[] = [];
  readonly to: number[] = [];
  /** Where the columns of row r cease to ascend, and one past its room. */
  private readonly tail: number[] = [];
  private readonly room: number[] = [];
  private readonly lengths: number[] = [];
  private used = 0;

  /** Forgets all rows; their room stays. */
  clear(): void {
    for (const list of [this.from, this.to, this.tail, this.room, this.lengths]) list.length = 0;
    this.used = 0;
  }

  /** Entries of row r that are not 0. */
  length(r: number): number {
    return this.lengths[r]!;
  }

  /** The column's factor in row r, 0 if it is not there. */
  factorOf(r: number, column: number): number {
    const i = this.placeOf(r, column);
    return i < 0 ? 0 : this.factor[i]!;
  }

  /** Appends the sum terms[from] = terms[from + 1] + … + terms[to − 1], of its terms that have a column (`columnOf`, -1 for none). */
  pushSum(terms: Int32Array, from: number, to: number, columnOf: Int32Array): void {
    const first = this.used;
    for (let i = from; i < to; i++) {
      const c = columnOf[terms[i]!]!;
      if (c < 0) continue;
      this.push(c, i === from ? 1 : P - 1);
      const last = this.used - 1;
      if (last > first && this.column[last - 1]! > c) this.sink(first, last);
    }
    this.end(this.from.length, first);
  }

  /** Row r becomes r + times · other. */
  combine(r: number, other: number, times: number, watch: Watch): void {
    this.straighten(other);
    if (this.length(r) >= LONG && this.length(r) > SHORTER * this.length(other))
      this.change(r, other, times, watch);
    else {
      this.straighten(r);
      this.merge(r, other, times, watch);
    }
  }

  /** Changes row r where it stands; what is new in it goes to its tail. */
  private change(r: number, other: number, times: number, { enters, leaves }: Watch): void {
    for (let j = this.from[other]!; j < this.to[other]!; j++) {
      const c = this.column[j]!;
      const more = (this.factor[j]! * times) % P;
      if (more === 0) continue;
      const i = this.placeOf(r, c);
      const was = i < 0 ? 0 : this.factor[i]!;
      const now = (was + more) % P;
      if (i >= 0) this.factor[i] = now;
      else this.append(r, c, now);
      if (was === 0) {
        this.lengths[r]!++;
        enters(c, r);
      } else if (now === 0) {
        this.lengths[r]!--;
        leaves(c);
      }
    }
  }

  /** Writes the sum of both at the end. */
  private merge(r: number, other: number, times: number, { enters, leaves }: Watch): void {
    let i = this.from[r]!;
    let j = this.from[other]!;
    const iEnd = this.to[r]!;
    const jEnd = this.to[other]!;
    const first = this.used;
    while (i < iEnd || j < jEnd) {
      const a = i < iEnd ? this.column[i]! : END;
      const b = j < jEnd ? this.column[j]! : END;
      const was = a <= b ? this.factor[i++]! : 0;
      const now = b <= a ? (was + this.factor[j++]! * times) % P : was;
      const c = a < b ? a : b;
      if (now !== 0) {
        this.push(c, now);
        if (was === 0) enters(c, r);
      } else if (was !== 0) leaves(c);
    }
    this.end(r, first);
  }

  private placeOf(r: number, column: number): number {
    let low = this.from[r]!;
    let high = this.tail[r]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.column[middle]! < column) low = middle + 1;
      else high = middle;
    }
    if (low < this.tail[r]! && this.column[low] === column) return low;
    for (let i = this.tail[r]!; i < this.to[r]!; i++) if (this.column[i] === column) return i;
    return -1;
  }

  private append(r: number, column: number, factor: number): void {
    if (this.to[r] === this.room[r]) this.straighten(r);
    const i = this.to[r]!++;
    this.column[i] = column;
    this.factor[i] = factor;
  }

  /** Writes a row with a tail at the end, its columns ascending. */
  private straighten(r: number): void {
    const tail = this.tail[r]!;
    const to = this.to[r]!;
    if (tail === to) return;
    for (let i = tail + 1; i < to; i++) this.sink(tail, i);
    const first = this.used;
    for (let i = this.from[r]!, j = tail; i < tail || j < to; ) {
      const next = j === to || (i < tail && this.column[i]! < this.column[j]!) ? i++ : j++;
      if (this.factor[next] !== 0) this.push(this.column[next]!, this.factor[next]!);
    }
    this.end(r, first, true);
  }

  /** Moves the entry at a place down to where it belongs among those from `first` on. */
  private sink(first: number, place: number): void {
    const { column, factor } = this;
    const c = column[place]!;
    const f = factor[place]!;
    let i = place;
    for (; i > first && column[i - 1]! > c; i--) {
      column[i] = column[i - 1]!;
      factor[i] = factor[i - 1]!;
    }
    column[i] = c;
    factor[i] = f;
  }

  /** Row r is what has been pushed since `first`; one that is not long gets room for a tail only if asked for. */
  private end(r: number, first: number, roomy = false): void {
    const to = this.used;
    this.from[r] = first;
    this.tail[r] = this.to[r] = to;
    this.lengths[r] = to - first;
    if (roomy || to - first >= LONG) while (this.used < to + TAIL) this.push(END, 0);
    this.room[r] = this.used;
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
