/**
 * Proof that a hidden count does not follow, from its surroundings alone: a null vector that is 0 further away is a null
 * vector of all. Where there is none so near, nothing is said.
 */
import { Elimination } from './eliminate.ts';
import { P } from './prime.ts';
import { binds, type Problem } from './problem.ts';
import { random } from './random.ts';
import type { State } from './suppress.ts';

/** A null vector: residues of these counts, 0 of all others. */
export type Near = { counts: number[]; z: Float64Array };

/** Counts looked at, in turn. */
const SIZES = [40, 300, 3000];
const WIDE = 40_000;

/** Places of the counts in the part at hand; made once, and emptied after use. */
export class Surroundings {
  private readonly place: Int32Array;
  private readonly walked: Uint8Array;
  private readonly next = random(3);
  private readonly elimination = new Elimination();

  constructor({ counts, follows }: Problem) {
    this.place = new Int32Array(counts).fill(-1);
    this.walked = new Uint8Array(follows.length);
  }

  /** A random null vector that is not 0 at v, with v itself as unknown; null if none is found. */
  around(state: State, v: number): Near | null {
    for (const size of SIZES) {
      const near = this.of(state, [v], size);
      if (near.z[0] !== 0) return near;
      if (near.counts.length < size) return null;
    }
    return null;
  }

  /** A random null vector around all of `from`, the first of its counts; as wide as can be afforded. */
  of(state: State, from: number[], size = WIDE): Near {
    const { counts, relations } = this.ball(state, from, size);
    const z = this.solve(state.problem, counts, relations);
    for (const w of counts) this.place[w] = -1;
    for (const r of relations) this.walked[r] = 0;
    return { counts, z };
  }

  private ball(
    { problem, hidden, active }: State,
    from: number[],
    size: number,
  ): { counts: number[]; relations: number[] } {
    const { start, terms, uses, usesStart } = problem;
    const counts = from.slice();
    const relations: number[] = [];
    from.forEach((v, i) => {
      this.place[v] = i;
    });
    for (let next = 0; next < counts.length; next++) {
      const w = counts[next]!;
      for (let i = usesStart[w]!; i < usesStart[w + 1]! && uses[i]! < active; i++) {
        const r = uses[i]!;
        if (this.walked[r] === 1 || !binds(problem, r)) continue;
        this.walked[r] = 1;
        relations.push(r);
        for (let j = start[r]!; j < start[r + 1]! && counts.length < size; j++) {
          const u = terms[j]!;
          if (hidden[u] === 0 || this.place[u]! >= 0) continue;
          this.place[u] = counts.push(u) - 1;
        }
      }
    }
    return { counts, relations };
  }

  private solve({ start, terms }: Problem, counts: number[], relations: number[]): Float64Array {
    const { elimination, place, next } = this;
    elimination.clear();
    for (const r of relations) elimination.rows.pushSum(terms, start[r]!, start[r + 1]!, place);
    const z = new Float64Array(counts.length);
    for (let i = 0; i < z.length; i++) z[i] = 1 + Math.floor(next() * (P - 1));
    elimination.solve(counts.length);
    elimination.substitute(z);
    return z;
  }
}
