import { expect, test } from 'vitest';
import { put } from '../../data-loaders/rojande/agenda.ts';
import { firstBounds, update } from '../../data-loaders/rojande/bounds.ts';
import type { Problem } from '../../data-loaders/rojande/problem.ts';
import type { State } from '../../data-loaders/rojande/suppress.ts';

/** Two sums of days: all = long waits + the others; and how many of the cases waited 14–20 days each. */
const [all, long, others, cases] = [0, 1, 2, 3] as const;

function waits(hidden: number[]): State {
  const problem = {
    troskel: 5,
    counts: 4,
    value: Int32Array.from([20, 15, 5, 1]),
    sensitive: Uint8Array.from([0, 0, 0, 1]),
    heeded: Uint8Array.from([1, 1, 1, 1]),
    start: Int32Array.from([0, 3, 5]),
    terms: Int32Array.from([all, long, others, long, cases]),
    usesStart: Int32Array.from([0, 1, 3, 4, 5]),
    uses: Int32Array.from([0, 0, 1, 0, 1]),
    open: Uint8Array.from([0, 1]),
    least: Int32Array.from([0, 14]),
    most: Float64Array.from([0, 20]),
  } as unknown as Problem;
  return { problem, hidden: Uint8Array.from(hidden), active: 2 } as unknown as State;
}

test('days and cases that round each other up are loose again when what told the days is hidden', () => {
  const state = waits([0, 1, 1, 1]);
  // At most 17 of the others: at least 3 days, so one case, so 14 days.
  const bounds = firstBounds(state);
  bounds.high[others] = 17;
  update(state, bounds, []);
  put(bounds.agenda, 1);
  update(state, bounds, []);
  expect([bounds.low[long], bounds.low[cases]]).toEqual([14, 1]);
  state.hidden[all] = 1;
  update(state, bounds, [all]);
  expect([bounds.low[long], bounds.low[cases]]).toEqual([0, 0]);
});
