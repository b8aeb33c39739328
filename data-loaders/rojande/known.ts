/** Hidden counts that shown ones give away: how they are learnt, who tells them, and when they are forgotten. */
import { type State, setHidden } from './suppress.ts';

/** True where v is told already by the tiers before the one in turn. */
const before = ({ hidden, since, tier }: State, v: number): boolean => hidden[v] === 0 && since[v]! < tier;

/** True when the tiers before tell v through this relation: all its other terms, or the whole and parts that fill it. */
function tells(state: State, r: number, v: number): boolean {
  const { start, terms, open, value } = state.problem;
  const whole = terms[start[r]!]!;
  let left = before(state, whole) && whole !== v ? value[whole]! : -1;
  let others = open[r] === 0;
  for (let i = start[r]!; i < start[r + 1]!; i++) {
    const w = terms[i]!;
    if (w === v) continue;
    if (!before(state, w)) others = false;
    else if (w !== whole) left -= value[w]!;
  }
  return others || left === 0;
}

/** A hidden 0 that this relation gives away is known from now on: alone hidden, or below a whole the shown parts fill. */
export function learnZeros(state: State, r: number): void {
  const { problem, hidden } = state;
  const { start, terms, open, value } = problem;
  const alone = state.hiddenTerms[r] === 1 && open[r] === 0;
  if (!alone && hidden[terms[start[r]!]!] === 1) return;
  const unknown: number[] = [];
  for (let i = start[r]!; i < start[r + 1]!; i++) {
    const v = terms[i]!;
    if (hidden[v] === 0) continue;
    if (value[v] !== 0) return;
    unknown.push(v);
  }
  const told = unknown.map((v) => tells(state, r, v));
  unknown.forEach((v, i) => {
    learn(state, v, told[i]!);
  });
}

/** From now on this hidden count is known, `told` by the tiers before. False if it was. */
export function learn(state: State, v: number, told: boolean): boolean {
  const { hidden, known, since, tier } = state;
  if (hidden[v] === 0) return false;
  known[v] = 1;
  state.learnt.push(v);
  since[v] = Math.max(0, told ? tier - 1 : tier);
  setHidden(state, v, 0);
  return true;
}

/** Forgets what one sum told in the tier in turn: what is still so will be learnt again, the rest was hidden better since. */
export function refresh(state: State): void {
  const { learnt, known, proved } = state;
  state.learnt = learnt.filter((v) => known[v] === 1 && proved[v] === 1);
  for (const v of learnt) if (known[v] === 1 && proved[v] === 0) forget(state, v);
}

/** A known count is not known after all: more has been hidden beside it. */
export function forget(state: State, v: number): void {
  state.forgotten[v] = Math.min(255, state.forgotten[v]! + 1);
  state.known[v] = 0;
  state.since[v] = state.tier;
  setHidden(state, v, 1);
}

/** Notes that the tiers before tell a known count, or one alone in its sum, if a relation says so. */
export function toldByOne(state: State, v: number): boolean {
  const { uses, usesStart } = state.problem;
  if (before(state, v)) return true;
  for (let i = usesStart[v]!; i < usesStart[v + 1]! && uses[i]! < state.active; i++) {
    if (!tells(state, uses[i]!, v)) continue;
    if (state.hidden[v] === 1) return learn(state, v, true);
    state.since[v] = Math.max(0, state.tier - 1);
    return true;
  }
  return false;
}
