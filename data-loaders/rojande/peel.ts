/**
 * The part of the system that needs no elimination: a hidden count in only one remaining relation can always make that
 * relation hold, so both leave, and so on. No fill arises.
 */
import { binds } from './problem.ts';
import type { State } from './suppress.ts';

export type Peeled = {
  /** Counts in the order they left, each with the relation it makes hold. */
  variables: number[];
  relations: number[];
  /** Relations that are left. */
  core: number[];
};

/** Peels the relations that bind `counts`, which no such relation links to other unknown counts. `degree` is 0 for each, and is so again. */
export function peel(
  { problem, hidden, active, marks }: State,
  counts: number[],
  degree: Int32Array,
): Peeled {
  const { start, terms, uses, usesStart } = problem;
  const live = marks.relation;
  const relations: number[] = [];
  for (const v of counts) {
    for (let i = usesStart[v]!; i < usesStart[v + 1]! && uses[i]! < active; i++) {
      const r = uses[i]!;
      if (!binds(problem, r)) continue;
      degree[v]!++;
      if (live[r] === 1) continue;
      live[r] = 1;
      relations.push(r);
    }
  }
  const single = counts.filter((v) => degree[v] === 1);
  const peeled: Peeled = { variables: [], relations: [], core: [] };
  for (let v = single.pop(); v !== undefined; v = single.pop()) {
    if (degree[v] !== 1) continue;
    let i = usesStart[v]!;
    while (live[uses[i]!] === 0) i++;
    const r = uses[i]!;
    live[r] = 0;
    peeled.variables.push(v);
    peeled.relations.push(r);
    for (let j = start[r]!; j < start[r + 1]!; j++) {
      const w = terms[j]!;
      if (hidden[w] === 0) continue;
      degree[w]!--;
      if (degree[w] === 1) single.push(w);
    }
  }
  peeled.core = relations.filter((r) => live[r] === 1);
  for (const r of peeled.core) live[r] = 0;
  for (const v of counts) degree[v] = 0;
  return peeled;
}
