/** The range that all equations together leave a count: linear programs over the counts that hang together. */
import module from 'highs';
import { random } from './random.ts';
import { type Ranges, type Uses, usesOf } from './ranges.ts';
import type { System } from './system.ts';

/** The package's types are those of CommonJS, whose default is one step further in. */
const loadHighs = module as unknown as typeof module.default;
let loaded: ReturnType<typeof loadHighs> | undefined;

/** Random objectives before each count gets its own. */
const ROUNDS = 2;
const EPS = 1e-6;

/** The unknown counts that hang together, with the equations between them. */
export type Component = { counts: number[]; equations: number[] };

/** Components of the counts that the ranges leave open; those of which no count is a target are left out. */
export function componentsOf(system: System, { low, high }: Ranges, targets: Set<number>): Component[] {
  const { start, term } = system;
  const [from, uses] = usesOf(low.length, start, term);
  const seen = new Uint8Array(low.length);
  const walked = new Uint8Array(start.length);
  const found: Component[] = [];
  for (const first of targets) {
    if (seen[first] === 1) continue;
    seen[first] = 1;
    const component: Component = { counts: [first], equations: [] };
    for (const v of component.counts) {
      for (let i = from[v]!; i < from[v + 1]!; i++) {
        const e = uses[i]!;
        if (walked[e] === 1) continue;
        walked[e] = 1;
        component.equations.push(e);
        for (let j = start[e]!; j < start[e + 1]!; j++) {
          const w = term[j]!;
          if (seen[w] === 1 || low[w] === high[w]) continue;
          seen[w] = 1;
          component.counts.push(w);
        }
      }
    }
    found.push(component);
  }
  return found;
}

/**
 * The part of a component that lies nearest one count, of about `size` counts. What lies further out keeps its ranges, so the
 * programs of the part leave no narrower a range than those of the whole.
 */
export function nearby(
  system: System,
  { low, high }: Ranges,
  uses: Uses,
  first: number,
  size: number,
): Component {
  const { start, term } = system;
  const [from, list] = uses;
  const seen = new Set([first]);
  const walked = new Set<number>();
  for (const v of seen) {
    if (seen.size > size) break;
    for (let i = from[v]!; i < from[v + 1]!; i++) {
      const e = list[i]!;
      if (walked.has(e)) continue;
      walked.add(e);
      for (let j = start[e]!; j < start[e + 1]!; j++)
        if (low[term[j]!] !== high[term[j]!]) seen.add(term[j]!);
    }
  }
  return { counts: [...seen], equations: [...walked] };
}

/**
 * Those of `targets` whose range within the component is narrower than `width`, with the range. Every solution found shows
 * for all counts at once how far they can move; only those that have not moved far enough get programs of their own.
 */
export async function narrow(
  system: System,
  ranges: Ranges,
  component: Component,
  targets: number[],
  width: number,
): Promise<Map<number, [number, number]>> {
  loaded ??= loadHighs();
  const highs = await loaded;
  const { counts, equations } = component;
  const place = new Map(counts.map((v, i) => [v, i]));
  const [starts, indices, values, right]: number[][] = [[0], [], [], []];
  for (const e of equations) {
    let sum = 0;
    for (let i = system.start[e]!; i < system.start[e + 1]!; i++) {
      const v = system.term[i]!;
      const column = place.get(v);
      const f = system.factor[i]!;
      if (f === 0) continue;
      if (column === undefined) sum += f * ranges.low[v]!;
      else {
        indices!.push(column);
        values!.push(f);
      }
    }
    starts!.push(indices!.length);
    right!.push(-sum);
  }
  const low = Float64Array.from(counts, () => Number.POSITIVE_INFINITY);
  const high = Float64Array.from(counts, () => Number.NEGATIVE_INFINITY);
  let pending = targets.map((v) => place.get(v)!);
  const narrowed = new Map<number, [number, number]>();
  highs.withModel(
    {
      numCols: counts.length,
      numRows: equations.length,
      colCost: new Float64Array(counts.length),
      colLower: Float64Array.from(counts, (v) => ranges.low[v]!),
      colUpper: Float64Array.from(counts, (v) =>
        ranges.high[v] === Number.POSITIVE_INFINITY ? highs.infinity : ranges.high[v]!,
      ),
      rowLower: Float64Array.from(right!),
      rowUpper: Float64Array.from(right!),
      matrix: {
        format: 'csr',
        numRows: equations.length,
        numCols: counts.length,
        starts: Int32Array.from(starts!),
        indices: Int32Array.from(indices!),
        values: Float64Array.from(values!),
      },
    },
    (model) => {
      // A new objective leaves the last vertex feasible: the primal simplex goes on from there.
      model.options.set({ output_flag: false, solver: 'simplex', simplex_strategy: 4 });
      const cost = new Float64Array(counts.length);
      const solve = () => {
        model.changeColsCost({ kind: 'range', from: 0, to: counts.length - 1 }, cost);
        model.run();
        const status = model.getModelStatus();
        // 7 optimal, 10 unbounded (then the last point is still feasible, or nothing is learnt).
        if (status !== 7) return status;
        const { colValue } = model.getSolution();
        colValue.forEach((x, i) => {
          if (x < low[i]!) low[i] = x;
          if (x > high[i]!) high[i] = x;
        });
        return status;
      };
      const moved = (i: number) => high[i]! - low[i]! >= width - EPS;
      const next = random(counts.length);
      for (let round = 0; round < ROUNDS && pending.length > 0; round++) {
        for (const sign of [1, -1]) {
          cost.fill(0);
          for (const i of pending) cost[i] = sign * (round === 0 ? 1 : next() < 0.5 ? -next() : next());
          solve();
        }
        pending = pending.filter((i) => !moved(i));
      }
      for (const i of pending) {
        if (moved(i)) continue;
        for (const sign of [1, -1]) {
          cost.fill(0);
          cost[i] = sign;
          const status = solve();
          if (status !== 7 && sign === -1) high[i] = Number.POSITIVE_INFINITY;
        }
        if (!moved(i)) narrowed.set(counts[i]!, [low[i]!, high[i]!]);
      }
    },
  );
  return narrowed;
}
