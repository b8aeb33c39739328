/** What follows from equations and known counts. Plain and slow on purpose; shares nothing with the solver. */
import type { Equation } from './attack.ts';

const P = 1_000_000_007n;
const mod = (a: bigint) => ((a % P) + P) % P;

function power(base: bigint, exponent: bigint): bigint {
  let [b, e, out] = [mod(base), exponent, 1n];
  for (; e > 0n; e >>= 1n) {
    if (e & 1n) out = (out * b) % P;
    b = (b * b) % P;
  }
  return out;
}

/** Counts that linear algebra alone gives, with their values. Gauss–Jordan modulo a prime of 30 bits. */
export function byAlgebra(equations: Equation[], known: Map<string, number>): Map<string, number> {
  const rows: { left: Map<string, bigint>; right: bigint }[] = [];
  for (const { whole, parts } of equations) {
    const left = new Map<string, bigint>();
    let right = 0n;
    for (const [name, sign] of [[whole, 1n], ...parts.map((p) => [p, -1n])] as [string, bigint][]) {
      const value = known.get(name);
      if (value === undefined) left.set(name, mod((left.get(name) ?? 0n) + sign));
      else right = mod(right - sign * BigInt(value));
    }
    if (left.size > 0) rows.push({ left, right });
  }
  const users = new Map<string, Set<number>>();
  rows.forEach((row, r) => {
    for (const name of row.left.keys()) users.set(name, (users.get(name) ?? new Set()).add(r));
  });
  const open = new Set(rows.keys());
  while (open.size > 0) {
    let best = -1;
    for (const r of open) if (best < 0 || rows[r]!.left.size < rows[best]!.left.size) best = r;
    open.delete(best);
    const row = rows[best]!;
    if (row.left.size === 0) continue;
    const pivot = [...row.left.keys()].reduce((a, b) => (users.get(b)!.size < users.get(a)!.size ? b : a));
    const scale = power(row.left.get(pivot)!, P - 2n);
    for (const [name, a] of row.left) row.left.set(name, (a * scale) % P);
    row.right = (row.right * scale) % P;
    for (const r of [...users.get(pivot)!]) {
      if (r === best) continue;
      const target = rows[r]!;
      const factor = target.left.get(pivot)!;
      for (const [name, a] of row.left) {
        const value = mod((target.left.get(name) ?? 0n) - factor * a);
        if (value === 0n) {
          target.left.delete(name);
          users.get(name)!.delete(r);
        } else {
          target.left.set(name, value);
          users.get(name)!.add(r);
        }
      }
      target.right = mod(target.right - factor * row.right);
    }
  }
  const found = new Map<string, number>();
  for (const { left, right } of rows) {
    const [name] = left.keys();
    if (left.size === 1 && name !== undefined) found.set(name, Number(right));
  }
  return found;
}

/** Counts whose range is closed to a single value by nonnegativity, sums narrowed until nothing moves. */
export function byRange(equations: Equation[], known: Map<string, number>): Map<string, number> {
  const low = new Map<string, number>();
  const high = new Map<string, number>();
  const lo = (n: string) => known.get(n) ?? low.get(n) ?? 0;
  const hi = (n: string) => known.get(n) ?? high.get(n) ?? Number.POSITIVE_INFINITY;
  for (let moved = true, round = 0; moved && round < 200; round++) {
    moved = false;
    const narrow = (name: string, l: number, h: number) => {
      if (known.has(name)) return;
      if (l > lo(name)) {
        low.set(name, l);
        moved = true;
      }
      if (h < hi(name)) {
        high.set(name, h);
        moved = true;
      }
    };
    for (const { whole, parts } of equations) {
      narrow(whole, sum(parts, lo), sum(parts, hi));
      for (const part of parts) {
        const others = parts.filter((p) => p !== part);
        narrow(part, lo(whole) - sum(others, hi), hi(whole) - sum(others, lo));
      }
    }
  }
  const names = new Set([...low.keys(), ...high.keys()]);
  return new Map([...names].filter((n) => lo(n) === hi(n)).map((n) => [n, lo(n)]));
}

const sum = (names: string[], of: (n: string) => number) => names.reduce((total, n) => total + of(n), 0);

/** Both, in turn, each using what the other found, until neither finds more. */
export function recover(equations: Equation[], known: Map<string, number>): Map<string, number> {
  const all = new Map(known);
  const found = new Map<string, number>();
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const way of [byRange, byAlgebra]) {
      for (const [name, value] of way(equations, all)) {
        if (all.has(name)) continue;
        all.set(name, value);
        found.set(name, value);
      }
    }
  }
  return found;
}
