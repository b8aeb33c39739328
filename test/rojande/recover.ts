/** What follows from equations and known counts. Plain and slow on purpose; shares nothing with the solver. */
import type { Equation } from './attack.ts';

/** A prime whose products stay exact. */
const P = 94_906_249;
const mod = (a: number) => ((a % P) + P) % P;

function inverse(a: number): number {
  let [base, exponent, out] = [BigInt(mod(a)), BigInt(P - 2), 1n];
  for (; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) out = (out * base) % BigInt(P);
    base = (base * base) % BigInt(P);
  }
  return Number(out);
}

type Line = { left: Map<string, number>; right: number };

/** Counts that linear algebra alone gives, with their values. Gauss–Jordan modulo P, shortest line first. */
export function byAlgebra(equations: Equation[], known: Map<string, number>): Map<string, number> {
  const lines: Line[] = [];
  for (const { whole, parts } of equations) {
    const line: Line = { left: new Map(), right: 0 };
    for (const name of [whole, ...parts]) {
      const sign = name === whole ? 1 : -1;
      const value = known.get(name);
      if (value === undefined) line.left.set(name, mod(sign));
      else line.right = mod(line.right - sign * value);
    }
    if (line.left.size > 0) lines.push(line);
  }
  const users = new Map<string, Set<Line>>();
  for (const line of lines) {
    for (const name of line.left.keys()) users.set(name, (users.get(name) ?? new Set()).add(line));
  }
  const waiting: Set<Line>[] = [];
  const queue = (line: Line) => {
    waiting[line.left.size] ??= new Set();
    waiting[line.left.size]!.add(line);
  };
  const done = new Set<Line>();
  for (const line of lines) queue(line);
  for (let size = 1; size < waiting.length; size++) {
    const [line] = waiting[size] ?? [];
    if (line === undefined) continue;
    waiting[size]!.delete(line);
    size = Math.max(0, size - 1);
    if (done.has(line) || line.left.size === 0) continue;
    if (line.left.size !== size + 1) {
      queue(line);
      size = Math.min(size, line.left.size - 1);
      continue;
    }
    done.add(line);
    let pivot = '';
    for (const name of line.left.keys()) {
      if (pivot === '' || users.get(name)!.size < users.get(pivot)!.size) pivot = name;
    }
    const scale = inverse(line.left.get(pivot)!);
    for (const [name, a] of line.left) line.left.set(name, (a * scale) % P);
    line.right = (line.right * scale) % P;
    for (const target of [...users.get(pivot)!]) {
      if (target === line) continue;
      const factor = P - target.left.get(pivot)!;
      for (const [name, a] of line.left) {
        const value = ((target.left.get(name) ?? 0) + factor * a) % P;
        if (value === 0) {
          target.left.delete(name);
          users.get(name)!.delete(target);
        } else {
          target.left.set(name, value);
          users.get(name)!.add(target);
        }
      }
      target.right = (target.right + factor * line.right) % P;
      if (!done.has(target) && target.left.size > 0) {
        queue(target);
        size = Math.min(size, target.left.size - 1);
      }
    }
  }
  const found = new Map<string, number>();
  for (const { left, right } of lines) {
    const [name] = left.keys();
    if (left.size === 1 && name !== undefined) found.set(name, right);
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
