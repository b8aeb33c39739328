/** A random null vector of any part of the system that nothing links to the rest. */
import { Elimination } from './eliminate.ts';
import { peel } from './peel.ts';
import { P } from './prime.ts';
import type { Problem } from './problem.ts';
import { random } from './random.ts';
import type { State } from './suppress.ts';

const SEED = 1;

/** Its arrays, as long as the system, are made once: the collector would go through everything for new ones. */
export class Solver {
  private readonly elimination = new Elimination();
  /** Column of each count that is not peeled away, -1 for none. */
  private readonly column: Int32Array;
  private readonly degree: Int32Array;
  private readonly z: Float64Array;
  private solved: number[] = [];

  constructor({ counts }: Problem) {
    this.column = new Int32Array(counts).fill(-1);
    this.degree = new Int32Array(counts);
    this.z = new Float64Array(counts);
  }

  /** Of `counts`, which no binding relation links to other unknown ones; indexed by count, and good until the next one is asked for. */
  nullVector(state: State, counts: number[]): Float64Array {
    const { start, terms } = state.problem;
    const { elimination, column, z } = this;
    for (const v of this.solved) z[v] = 0;
    this.solved = counts;
    const next = random(SEED);
    for (const v of counts) z[v] = 1 + Math.floor(next() * (P - 1));
    const peeled = peel(state, counts, this.degree);
    const core: number[] = [];
    elimination.clear();
    for (const r of peeled.core) {
      for (let i = start[r]!; i < start[r + 1]!; i++) {
        const v = terms[i]!;
        if (state.hidden[v] === 1 && column[v]! < 0) column[v] = core.push(v) - 1;
      }
      elimination.rows.pushSum(terms, start[r]!, start[r + 1]!, column);
    }
    elimination.solve(core.length);
    const inner = Float64Array.from(core, (v) => z[v]!);
    elimination.substitute(inner);
    core.forEach((v, c) => {
      z[v] = inner[c]!;
      column[v] = -1;
    });
    for (let i = peeled.variables.length - 1; i >= 0; i--) {
      const v = peeled.variables[i]!;
      const r = peeled.relations[i]!;
      const whole = terms[start[r]!]!;
      z[v] = 0;
      let parts = 0;
      for (let j = start[r]! + 1; j < start[r + 1]!; j++) parts += z[terms[j]!]!;
      z[v] = v === whole ? parts % P : (((z[whole]! - parts) % P) + P) % P;
    }
    return z;
  }
}
