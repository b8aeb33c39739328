/** The linear system: Σ factor · count = 0, over printed counts and over rests that nobody prints, none of them negative. */
import { type Counts, nameOf } from './counts.ts';

export type System = {
  counts: Counts;
  /** Terms of equation e: from start[e] on, before start[e + 1]. */
  start: number[];
  term: number[];
  factor: number[];
  /** Names of the rests; they are numbered after the printed counts. */
  rests: string[];
  /** 1 = the rest is a number of persons. */
  persons: number[];
};

export const emptySystem = (counts: Counts): System => ({
  counts,
  start: [0],
  term: [],
  factor: [],
  rests: [],
  persons: [],
});

export const labelOf = ({ counts, rests }: System, v: number): string =>
  v < counts.value.length ? nameOf(counts, v) : rests[v - counts.value.length]!;

/** A new count that nobody prints. */
export function addRest(system: System, name: string, persons = true): number {
  system.persons.push(persons ? 1 : 0);
  return system.counts.value.length + system.rests.push(name) - 1;
}

/** whole = Σ parts, each part times its factor. */
export function addSum(system: System, whole: number, parts: number[], factors?: number[]): void {
  system.term.push(whole, ...parts);
  system.factor.push(1, ...parts.map((_, i) => -(factors?.[i] ?? 1)));
  system.start.push(system.term.length);
}
