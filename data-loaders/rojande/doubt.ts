/**
 * What is left to do for sums all of whose cells are hidden, where known counts give a hidden one away: a count of k or more
 * that the tiers before tell is taken as known; a 0 that the tier in turn gives away is hidden better.
 */
import { cheapest, choose, relationsOf } from './complement.ts';
import { forget, toldByOne } from './known.ts';
import { mustHide, type State } from './suppress.ts';

/** A count is forgotten so many times at most. */
const TIMES = 4;

/** False, and nothing done, where family f cannot be helped so. `any`: also by hiding cells of the tiers before. */
export function doubt(state: State, f: number, any: boolean): boolean {
  const { family, start, terms, open } = state.problem;
  let some = false;
  for (let r = family[f]!; r < family[f + 1]!; r++) {
    const own = terms.subarray(start[r]!, start[r + 1]!);
    for (const v of own) if (isKnown(state, v, any) && unsettle(state, v, any)) some = true;
    if (state.hiddenTerms[r] !== 1 || open[r] === 1) continue;
    const alone = own.find((v) => state.hidden[v] === 1)!;
    if (!mustHide(state, alone) && toldByOne(state, alone)) some = true;
  }
  return some;
}

/** Forgets known counts beside v, a count that an audit gives away. False where there are none. */
export function doubtBeside(state: State, v: number, any: boolean): boolean {
  const { start, terms } = state.problem;
  let some = false;
  for (const r of relationsOf(state.problem, v, state.active)) {
    for (let i = start[r]!; i < start[r + 1]!; i++)
      if (isKnown(state, terms[i]!, any) && unsettle(state, terms[i]!, any)) some = true;
  }
  return some;
}

/** True for a hidden cell's count that is known through the tier in turn. */
const isKnown = (state: State, v: number, any: boolean): boolean =>
  state.known[v] === 1 &&
  state.hidden[v] === 0 &&
  state.forgotten[v]! < (any ? 2 : 1) * TIMES &&
  !toldByOne(state, v);

/** The counts to forget and the cells to hide so that no sum gives them away. */
type Plan = { counts: Set<number>; cells: Set<number>; next: number[]; any: boolean };

/** Forgets v, with what makes it known. False, and nothing done, where that cannot be. */
function unsettle(state: State, v: number, any: boolean): boolean {
  const plan: Plan = { counts: new Set([v]), cells: new Set(), next: [v], any };
  for (let u = plan.next.pop(); u !== undefined; u = plan.next.pop()) {
    for (const r of relationsOf(state.problem, u, state.active))
      if (state.hiddenTerms[r] === 0 && !loosened(state, plan, r)) return false;
  }
  for (const c of plan.cells) choose(state, c);
  for (const u of plan.counts) forget(state, u);
  return true;
}

/** Adds to the plan what keeps sum r, all of it known, from giving its planned counts away. */
function loosened(state: State, plan: Plan, r: number): boolean {
  const { start, terms, value, cell } = state.problem;
  const [whole, ...parts] = terms.subarray(start[r]!, start[r + 1]!);
  const add = (v: number) => {
    plan.counts.add(v);
    plan.next.push(v);
    return true;
  };
  const hides = (v: number) => plan.cells.has(cell[v]!);
  if (plan.counts.has(whole!)) {
    if (parts.some((p) => plan.counts.has(p) || hides(p))) return true;
    const known = parts.filter((p) => isKnown(state, p, plan.any));
    const bound = (p: number) =>
      relationsOf(state.problem, p, state.active).filter((q) => state.hiddenTerms[q] === 0);
    known.sort((a, b) => bound(a).length - bound(b).length || a - b);
    if (known.length > 0) return add(known[0]!);
  } else {
    if (hides(whole!) || parts.some((p) => value[p]! > 0 && hides(p))) return true;
    if (isKnown(state, whole!, plan.any)) return add(whole!);
  }
  const c = cheapest(state, [r], plan.any);
  if (
    c < 0 ||
    (!plan.counts.has(whole!) && parts.every((p) => cell[p] !== c || value[p] === 0) && cell[whole!] !== c)
  )
    return false;
  plan.cells.add(c);
  return true;
}
