import { expect, test } from 'vitest';
import { Elimination } from '../../data-loaders/rojande/eliminate.ts';
import { inverse, P } from '../../data-loaders/rojande/prime.ts';
import { random } from '../../data-loaders/rojande/random.ts';
import { Rows } from '../../data-loaders/rojande/rows.ts';

type System = { columns: number; sums: number[][] };

/** Sums of few and of many terms (the whole first), as those of small tables and of hundreds of kommuner. */
function someSystem(seed: number): System {
  const next = random(seed);
  const columns = 220;
  const some = (most: number) => {
    const places = Array.from({ length: columns }, (_, c) => ({ c, by: next() }));
    return places
      .sort((a, b) => a.by - b.by)
      .slice(0, most)
      .map(({ c }) => c);
  };
  const long = Array.from({ length: 3 }, () => some(100 + Math.floor(next() * 60)));
  const short = Array.from({ length: 90 + Math.floor(next() * 90) }, () => some(2 + Math.floor(next() * 3)));
  return { columns, sums: [...long, ...short] };
}

/** Whole minus parts, modulo P. */
const factors = ({ columns, sums }: System): number[][] =>
  sums.map((terms) => {
    const row = new Array<number>(columns).fill(0);
    terms.forEach((c, i) => {
      row[c] = i === 0 ? 1 : P - 1;
    });
    return row;
  });

/** Columns that are 0 in every null vector, by plain Gauss–Jordan elimination. */
function determined(system: System): number[] {
  const rows = factors(system);
  const found: { column: number; row: number }[] = [];
  for (let c = 0; c < system.columns; c++) {
    const pivot = rows.findIndex((row, r) => r >= found.length && row[c] !== 0);
    if (pivot < 0) continue;
    const top = found.length;
    [rows[top], rows[pivot]] = [rows[pivot]!, rows[top]!];
    const scale = inverse(rows[top]![c]!);
    rows[top] = rows[top]!.map((x) => (x * scale) % P);
    rows.forEach((row, r) => {
      const f = row[c]!;
      if (r !== top && f !== 0) rows[r] = row.map((x, j) => (x + (P - f) * rows[top]![j]!) % P);
    });
    found.push({ column: c, row: top });
  }
  return found
    .filter(({ column, row }) => rows[row]!.every((x, c) => x === 0 || c === column))
    .map(({ column }) => column);
}

/** A null vector of the system by the elimination that the audit uses. */
function nullVector(elimination: Elimination, { columns, sums }: System): Float64Array {
  const columnOf = Int32Array.from({ length: columns }, (_, c) => c);
  elimination.clear();
  for (const terms of sums) elimination.rows.pushSum(Int32Array.from(terms), 0, terms.length, columnOf);
  elimination.solve(columns);
  const next = random(1);
  const z = Float64Array.from({ length: columns }, () => 1 + Math.floor(next() * (P - 1)));
  elimination.substitute(z);
  return z;
}

test('a null vector fits every sum, and is 0 only where all null vectors are', () => {
  const elimination = new Elimination();
  for (let seed = 1; seed <= 60; seed++) {
    const system = someSystem(seed);
    const z = nullVector(elimination, system);
    const sums = factors(system).map((row) => row.reduce((sum, f, c) => (sum + f * z[c]!) % P, 0));
    expect(sums.every((sum) => sum === 0)).toBe(true);
    expect([...z.keys()].filter((c) => z[c] === 0)).toEqual(determined(system));
  }
});

test('a long row that others are added to holds what a plain one does, as terms come and go', () => {
  const columns = 400;
  const columnOf = Int32Array.from({ length: columns }, (_, c) => c);
  for (let seed = 1; seed <= 20; seed++) {
    const next = random(seed);
    const rows = new Rows();
    const add = (terms: number[]) => rows.pushSum(Int32Array.from(terms), 0, terms.length, columnOf);
    add(Array.from({ length: 104 }, (_, c) => c));
    const plain = Array.from({ length: columns }, (_, c) => (c === 0 ? 1 : c < 104 ? P - 1 : 0));
    let entries = 104;
    const watch = { enters: () => void entries++, leaves: () => void entries-- };
    for (let times = 0; times < 400; times++) {
      // One term that the row has, taken away from it, and some that it need not have.
      const held = [...plain.keys()].filter((c) => plain[c] !== 0);
      const gone = held[Math.floor(next() * held.length)]!;
      const few = entries > 100 ? 1 : 4;
      const others = Array.from({ length: few }, () => Math.floor(next() * columns));
      const terms = [...new Set([gone, ...others])];
      add(terms);
      const by = P - plain[gone]!;
      rows.combine(0, times + 1, by, watch);
      terms.forEach((c, i) => {
        plain[c] = (plain[c]! + (i === 0 ? by : (P - 1) * by)) % P;
      });
      expect(Array.from(plain, (_, c) => rows.factorOf(0, c))).toEqual(plain);
      expect(entries).toBe(plain.filter((x) => x !== 0).length);
      expect(rows.length(0)).toBe(entries);
    }
  }
});
