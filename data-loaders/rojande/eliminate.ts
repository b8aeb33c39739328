/**
 * Sparse elimination modulo a prime. The column that fewest rows use goes first, with the shortest of those rows: the sums
 * of small tables then fill in hardly at all. Rows lie one after another in growing typed arrays, since a million small
 * lists would cost more than the arithmetic.
 */
import { inverse, P } from './prime.ts';

/** Sparse rows: entries from[r] … to[r] − 1 of `column` (ascending) and `factor` (modulo P, never 0). */
export type Rows = { from: number[]; to: number[]; column: Int32Array; factor: Int32Array; used: number };

/** Columns in the order they were solved, each with the row it follows from. */
export type Echelon = { rows: Rows; columns: number[]; solvedBy: number[] };

function grown(old: Int32Array): Int32Array {
  const bigger = new Int32Array(2 * old.length + 64);
  bigger.set(old);
  return bigger;
}

/** Appends an entry. */
export function push(rows: Rows, column: number, factor: number): void {
  if (rows.used === rows.column.length) {
    rows.column = grown(rows.column);
    rows.factor = grown(rows.factor);
  }
  rows.column[rows.used] = column;
  rows.factor[rows.used] = factor;
  rows.used++;
}

/** The column's coefficient in row r, 0 if it is not there. */
function factorOf(rows: Rows, r: number, column: number): number {
  let [low, high] = [rows.from[r]!, rows.to[r]!];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows.column[middle]! < column) low = middle + 1;
    else high = middle;
  }
  return low < rows.to[r]! && rows.column[low] === column ? rows.factor[low]! : 0;
}

/** The rows that have been given an entry in each column, the latest first: numbers in linked lists. */
class Users {
  row: Int32Array;
  next: Int32Array;
  readonly first: Int32Array;
  private used = 0;
  constructor(columns: number, entries: number) {
    this.first = new Int32Array(columns).fill(-1);
    this.row = new Int32Array(2 * entries + 16);
    this.next = new Int32Array(2 * entries + 16);
  }
  add(c: number, r: number): void {
    if (this.used === this.row.length) {
      this.row = grown(this.row);
      this.next = grown(this.next);
    }
    this.next[this.used] = this.first[c]!;
    this.row[this.used] = r;
    this.first[c] = this.used++;
  }
}

/** Columns by the number of rows that use them; an entry whose number has changed is skipped when met. */
function byDegree(degree: Int32Array): { put: (c: number) => void; take: () => number } {
  const lists: number[][] = [];
  let from = 1;
  const put = (c: number) => {
    const d = degree[c]!;
    if (d <= 0) return;
    while (lists.length <= d) lists.push([]);
    lists[d]!.push(c);
    if (d < from) from = d;
  };
  const take = () => {
    for (; from < lists.length; from++) {
      const list = lists[from]!;
      for (let c = list.pop(); c !== undefined; c = list.pop()) if (degree[c] === from) return c;
    }
    return -1;
  };
  return { put, take };
}

/**
 * Echelon form of `rows`, which it consumes. A solved column follows from the columns solved after it and the free ones.
 * `columns` is one more than the highest column; every number below it should be in use.
 */
export function echelon(rows: Rows, columns: number): Echelon {
  const degree = new Int32Array(columns);
  const users = new Users(columns, rows.used);
  const count = rows.from.length;
  for (let r = 0; r < count; r++) {
    for (let i = rows.from[r]!; i < rows.to[r]!; i++) {
      degree[rows.column[i]!]!++;
      users.add(rows.column[i]!, r);
    }
  }
  const live = new Uint8Array(count).fill(1);
  const listed = new Int32Array(count).fill(-1);
  const queue = byDegree(degree);
  for (let c = 0; c < columns; c++) queue.put(c);
  const done: Echelon = { rows, columns: [], solvedBy: [] };
  const using: number[] = [];
  const length = (r: number) => rows.to[r]! - rows.from[r]!;
  for (let pivot = queue.take(); pivot >= 0; pivot = queue.take()) {
    let best = -1;
    using.length = 0;
    for (let i = users.first[pivot]!; i >= 0; i = users.next[i]!) {
      const r = users.row[i]!;
      if (live[r] === 0 || listed[r] === pivot || factorOf(rows, r, pivot) === 0) continue;
      listed[r] = pivot;
      if (best < 0 || length(r) < length(best)) best = r;
      using.push(r);
    }
    live[best] = 0;
    const scale = inverse(factorOf(rows, best, pivot));
    for (const r of using) {
      if (r !== best)
        combine(rows, r, best, P - ((factorOf(rows, r, pivot) * scale) % P), degree, users, queue.put);
    }
    degree[pivot] = 0;
    for (let i = rows.from[best]!; i < rows.to[best]!; i++) {
      const c = rows.column[i]!;
      if (c === pivot) continue;
      degree[c]!--;
      queue.put(c);
    }
    done.columns.push(pivot);
    done.solvedBy.push(best);
  }
  return done;
}

/** Row r becomes r + factor · other, written at the end; columns that enter or leave it are counted. */
function combine(
  rows: Rows,
  r: number,
  other: number,
  factor: number,
  degree: Int32Array,
  users: Users,
  put: (c: number) => void,
): void {
  let [i, j] = [rows.from[r]!, rows.from[other]!];
  const [iEnd, jEnd] = [rows.to[r]!, rows.to[other]!];
  rows.from[r] = rows.used;
  while (i < iEnd || j < jEnd) {
    const a = i < iEnd ? rows.column[i]! : columnEnd;
    const b = j < jEnd ? rows.column[j]! : columnEnd;
    let sum = a <= b ? rows.factor[i++]! : 0;
    if (b <= a) sum = (sum + rows.factor[j++]! * factor) % P;
    const c = a < b ? a : b;
    if (sum !== 0) {
      push(rows, c, sum);
      if (b < a) {
        degree[c]!++;
        users.add(c, r);
      }
    } else {
      degree[c]!--;
      put(c);
    }
  }
  rows.to[r] = rows.used;
}

const columnEnd = 2 ** 31 - 1;

/** Sets the solved columns of `z` (the free ones hold random residues) so that every row sums to 0 modulo P. */
export function substitute({ rows, columns, solvedBy }: Echelon, z: Float64Array): void {
  for (let k = columns.length - 1; k >= 0; k--) {
    const r = solvedBy[k]!;
    let sum = 0;
    let own = 1;
    for (let i = rows.from[r]!; i < rows.to[r]!; i++) {
      if (rows.column[i] === columns[k]) own = rows.factor[i]!;
      else sum = (sum + rows.factor[i]! * z[rows.column[i]!]!) % P;
    }
    z[columns[k]!] = (((P - sum) % P) * inverse(own)) % P;
  }
}
