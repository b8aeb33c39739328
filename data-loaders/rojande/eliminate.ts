/**
 * Sparse elimination modulo a prime. Rows are two parallel lists, columns ascending. The column that fewest rows use goes
 * first, with the shortest of those rows: the sums of small tables then fill in hardly at all.
 */

/** Largest prime below 2^26: products of residues are exact in a double. */
export const P = 67_108_859;

/** Coefficient modulo P, never 0, per column. */
export type Row = { columns: number[]; factors: number[] };
export type Solved = { column: number; row: Row };

/** a⁻¹ modulo P. */
export function inverse(a: number): number {
  if (a === 1 || a === P - 1) return a;
  let [r, s, x, y] = [P, a, 0, 1];
  while (s !== 0) {
    const q = Math.floor(r / s);
    [r, s] = [s, r - q * s];
    [x, y] = [y, x - q * y];
  }
  return x < 0 ? x + P : x;
}

/** The column's coefficient in the row, 0 if it is not there. */
function factorOf({ columns, factors }: Row, column: number): number {
  let [low, high] = [0, columns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (columns[middle]! < column) low = middle + 1;
    else high = middle;
  }
  return columns[low] === column ? factors[low]! : 0;
}

/** Columns by the number of rows that use them; an entry whose number has changed is skipped when met. */
function queue(degree: Int32Array): { put: (c: number) => void; take: () => number } {
  const lists: number[][] = [];
  let from = 1;
  const put = (c: number) => {
    const d = degree[c]!;
    if (d <= 0) return;
    lists[d] ??= [];
    lists[d].push(c);
    if (d < from) from = d;
  };
  const take = () => {
    for (; from < lists.length; from++) {
      const list = lists[from];
      for (let c = list?.pop(); c !== undefined; c = list?.pop()) if (degree[c] === from) return c;
    }
    return -1;
  };
  return { put, take };
}

/**
 * Echelon form of `rows`, which it consumes. A solved column follows from the columns solved after it and the free ones.
 * `columns` is one more than the highest column; every
 * number below it should be in use.
 */
export function echelon(rows: Row[], columns: number): Solved[] {
  const degree = new Int32Array(columns);
  const users: number[][] = Array.from({ length: columns }, () => []);
  rows.forEach((row, r) => {
    for (const c of row.columns) {
      degree[c]!++;
      users[c]!.push(r);
    }
  });
  const live = new Uint8Array(rows.length).fill(1);
  const listed = new Int32Array(rows.length).fill(-1);
  const { put, take } = queue(degree);
  for (let c = 0; c < columns; c++) put(c);
  const solved: Solved[] = [];
  for (let pivot = take(); pivot >= 0; pivot = take()) {
    const using: number[] = [];
    let best = -1;
    for (const r of users[pivot]!) {
      if (live[r] === 0 || listed[r] === pivot || factorOf(rows[r]!, pivot) === 0) continue;
      listed[r] = pivot;
      using.push(r);
      if (best < 0 || rows[r]!.columns.length < rows[best]!.columns.length) best = r;
    }
    users[pivot] = [];
    const row = rows[best]!;
    live[best] = 0;
    const scale = inverse(factorOf(row, pivot));
    for (const r of using) {
      if (r === best) continue;
      const factor = P - ((factorOf(rows[r]!, pivot) * scale) % P);
      rows[r] = combine(rows[r]!, row, factor, (c, change) => {
        degree[c]! += change;
        if (change > 0) users[c]!.push(r);
        else put(c);
      });
    }
    degree[pivot] = 0;
    for (const c of row.columns) {
      if (c === pivot) continue;
      degree[c]!--;
      put(c);
    }
    solved.push({ column: pivot, row });
  }
  return solved;
}

/** target + factor · row; `moved` is told of every column that enters (1) or leaves (−1) the target. */
function combine(target: Row, row: Row, factor: number, moved: (c: number, change: 1 | -1) => void): Row {
  const out: Row = { columns: [], factors: [] };
  let [i, j] = [0, 0];
  while (i < target.columns.length || j < row.columns.length) {
    const a = target.columns[i] ?? Number.POSITIVE_INFINITY;
    const b = row.columns[j] ?? Number.POSITIVE_INFINITY;
    let sum = a <= b ? target.factors[i]! : 0;
    if (b <= a) sum = (sum + row.factors[j]! * factor) % P;
    const c = Math.min(a, b);
    if (a <= b) i++;
    if (b <= a) j++;
    if (sum !== 0) {
      out.columns.push(c);
      out.factors.push(sum);
      if (b < a) moved(c, 1);
    } else moved(c, -1);
  }
  return out;
}

/** Sets the solved columns of `z` (the free ones hold random residues) so that every row sums to 0 modulo P. */
export function substitute(solved: Solved[], z: Float64Array): void {
  for (let i = solved.length - 1; i >= 0; i--) {
    const { column, row } = solved[i]!;
    let sum = 0;
    row.columns.forEach((c, place) => {
      if (c !== column) sum = (sum + row.factors[place]! * z[c]!) % P;
    });
    z[column] = (((P - sum) % P) * inverse(factorOf(row, column))) % P;
  }
}
