import { expect, it } from 'vitest';
import { random } from '../../data-loaders/rojande/random.ts';
import { type Row, Tableau } from '../../data-loaders/rojande/tableau.ts';
import { narrow } from './attack/lp.ts';
import type { System } from './attack/system.ts';

const WIDTH = 5;

/** Random sums of random counts, each a whole of some others; the whole's own value follows. */
function randomSums(seed: number): { values: number[]; rows: Row[] } {
  const next = random(seed);
  const upTo = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const values = Array.from({ length: upTo(6, 14) }, () => Math.floor(next() ** 2 * 12));
  const rows: Row[] = [];
  const sums = upTo(3, 9);
  for (let i = 0; i < sums; i++) {
    const parts = values.map((_, c) => c).filter(() => next() < 0.35);
    if (parts.length < 2) continue;
    // A whole that is shown is a constant: no column.
    if (next() < 0.6) rows.push({ columns: parts, signs: parts.map(() => -1) });
    else {
      const whole = values.push(parts.reduce((sum, c) => sum + values[c]!, 0)) - 1;
      rows.push({ columns: [whole, ...parts], signs: [1, ...parts.map(() => -1)] });
    }
  }
  return { values, rows };
}

it('bounds the same counts as HiGHS does, as tightly', async () => {
  let bounded = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const { values, rows } = randomSums(seed);
    const counts = values.map((_, v) => v);
    // The constant of each sum is a count whose range is its value.
    const constants = rows.map(({ columns, signs }) =>
      columns.reduce((sum, c, i) => sum - signs[i]! * values[c]!, 0),
    );
    const system: System = {
      start: [0],
      term: [],
      factor: [],
      counts: { value: [] } as unknown as System['counts'],
      rests: [],
      persons: [],
    };
    rows.forEach(({ columns, signs }, i) => {
      system.term.push(...columns, values.length + i);
      system.factor.push(...signs, 1);
      system.start.push(system.term.length);
    });
    const ranges = {
      low: Float64Array.from([...counts.map(() => 0), ...constants]),
      high: Float64Array.from([...counts.map(() => Number.POSITIVE_INFINITY), ...constants]),
    };
    const component = { counts, equations: rows.map((_, e) => e) };
    const expected = await narrow(system, ranges, component, counts, WIDTH);
    const tableau = new Tableau(values, rows, true);
    for (const v of counts) {
      const room = tableau.push(v, 1, WIDTH) || tableau.push(v, -1, WIDTH);
      expect(room).toBe(!expected.has(v));
      if (room) continue;
      const [low, high] = expected.get(v)!;
      expect(tableau.range(v)).toBeCloseTo(high - low, 6);
      bounded++;
    }
  }
  expect(bounded).toBeGreaterThan(50);
});

it('says which sums make a bound', () => {
  // a + b = 5, b + c = 7: a is at most 5, whatever c is.
  const tableau = new Tableau(
    [2, 3, 4],
    [
      { columns: [0, 1], signs: [1, 1] },
      { columns: [1, 2], signs: [1, 1] },
    ],
    true,
  );
  expect(tableau.push(0, 1, 9)).toBe(false);
  expect(tableau.range(0)).toBe(3);
  expect(tableau.witness(0)).toEqual([1, 0]);
});

it('moves with a count only what has been unlocked', () => {
  // a + b = 5 and b + c = 7, where b and c stay as they are: a has no room until both may move.
  const locked = Uint8Array.of(0, 1, 1);
  const rows = [
    { columns: [0, 1], signs: [1, 1] },
    { columns: [1, 2], signs: [1, 1] },
  ];
  const tableau = new Tableau([2, 3, 4], rows, false, locked);
  expect(tableau.push(0, 1, 9)).toBe(false);
  expect(tableau.range(0)).toBe(0);
  expect(tableau.moving(0)).toEqual([1]);
  tableau.unlock(1);
  expect(tableau.push(0, 1, 9)).toBe(false);
  expect(tableau.range(0)).toBe(0);
  expect(tableau.moving(0)).toEqual([2]);
  tableau.unlock(2);
  expect(tableau.push(0, 1, 9)).toBe(false);
  expect([0, 1, 2].map((v) => tableau.range(v))).toEqual([3, 3, 3]);
});

it('unlocked one by one, leaves the ranges that it would have from the start', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const { values, rows } = randomSums(seed);
    for (const v of values.keys()) {
      const locked = Uint8Array.from(values, (_, c) => (c === v || (c + seed) % 3 === 0 ? 0 : 1));
      const one = new Tableau(values, rows, false, locked);
      for (const sign of [1, -1]) {
        while (!one.push(v, sign, WIDTH)) {
          const [next] = one.moving(v);
          if (next === undefined) break;
          one.unlock(next);
        }
      }
      const all = new Tableau(values, rows);
      const room = all.push(v, 1, WIDTH) || all.push(v, -1, WIDTH);
      expect(one.range(v) >= WIDTH - 1e-6).toBe(room);
      if (!room) expect(one.range(v)).toBeCloseTo(all.range(v), 6);
    }
  }
});
