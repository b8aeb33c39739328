/** What would follow if other counts were hidden than are: ranges that are kept from one question to the next. */
import { type Bounds, firstBounds, update } from './bounds.ts';
import type { State } from './suppress.ts';

/** The state as it would be, and what it leaves each count. */
export type Supposed = {
  state: State;
  bounds: Bounds;
  /** Whether count v would be hidden. */
  hides: (state: State, v: number) => boolean;
};

/** As long as nothing is published: what is hidden in `state` may be anything. */
function suppose(state: State, hides: Supposed['hides']): Supposed {
  const supposed = { ...state, hidden: state.hidden.slice() };
  return { state: supposed, bounds: firstBounds(supposed), hides };
}

/** All of the tier in turn is hidden: what is told then, the tiers before tell. */
export const withoutTier = (state: State): Supposed => suppose(state, hiddenOrOfTier);

const hiddenOrOfTier = ({ problem, hidden, known, tier }: State, v: number): boolean =>
  hidden[v] === 1 || (known[v] === 0 && problem.block[v]! >= 0 && problem.tier[problem.cell[v]!] === tier);

/** Nothing is known but what is shown. */
export const onlyShown = (state: State): Supposed => suppose(state, notShown);

const notShown = ({ problem, dold }: State, v: number): boolean => dold[problem.cell[v]!] === 1;

/** Brings the ranges up to date with what has been published, hidden and learnt since. */
export function rangesOf({ state, bounds, hides }: Supposed, now: State): Bounds {
  const { hidden } = state;
  const changed: number[] = [];
  for (let v = 0; v < hidden.length; v++) {
    const is = hides(now, v) ? 1 : 0;
    if (is === hidden[v]) continue;
    hidden[v] = is;
    changed.push(v);
  }
  state.tier = now.tier;
  state.active = now.active;
  update(state, bounds, changed);
  return bounds;
}
