import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CKM_DEFAULTS } from '../../data-loaders/ckm/parameters.ts';
import { KEYS, lastRow, type Noise, possibleVariances, ptable, row } from '../../data-loaders/ckm/ptable.ts';
import { random } from '../../data-loaders/rojande/random.ts';
import { looked } from './second.ts';

const TABLES: Noise[] = [
  CKM_DEFAULTS,
  { storst: 5, varians: 2.01, minsta: 3 },
  { storst: 5, varians: 4.99, minsta: 3 },
  { storst: 3, varians: 1, minsta: 1 },
  { storst: 10, varians: 7, minsta: 5 },
];
const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length;
const variance = (list: number[]) => mean(list.map((x) => (x - mean(list)) ** 2));

describe.each(TABLES)('the perturbation table of D $storst, V $varians, smallest $minsta', (noise) => {
  const counts = Array.from({ length: lastRow(noise) }, (_, i) => i + 1);
  it.each(counts)('count %i: sums to 1, mean 0, variance V, never outside what may stand', (antal) => {
    const found = row(antal, noise);
    const moment = (f: (d: number) => number) =>
      found.reduce((s, { avvikelse, p }) => s + p * f(avvikelse), 0);
    expect(moment(() => 1)).toBeCloseTo(1, 12);
    expect(moment((d) => d)).toBeCloseTo(0, 9);
    expect(moment((d) => d * d)).toBeCloseTo(noise.varians, 9);
    for (const { avvikelse, p } of found) {
      expect(p).toBeGreaterThan(0);
      expect(Math.abs(avvikelse)).toBeLessThanOrEqual(noise.storst);
      const shown = antal + avvikelse;
      expect(shown === 0 || shown >= noise.minsta).toBe(true);
    }
  });

  it('has the greatest entropy: no other distribution of that mean and variance near it has more', () => {
    const found = row(lastRow(noise), noise).map(({ p }) => p);
    // log p is a parabola in d: its third differences are 0, which is what the Lagrange conditions say.
    const logs = found.map(Math.log);
    for (let i = 3; i < logs.length; i++)
      expect(logs[i]! - 3 * logs[i - 1]! + 3 * logs[i - 2]! - logs[i - 3]!).toBeCloseTo(0, 6);
  });

  it('gives every cell key one deviation', () => {
    for (const antal of counts) {
      const steps = ptable(noise).filter((step) => step.antal === antal);
      expect(steps.map(({ fran }) => fran)).toEqual([0, ...steps.slice(0, -1).map(({ till }) => till)]);
      expect(steps.at(-1)!.till).toBe(KEYS);
    }
  });
});

it('says which variances there are', () => {
  expect(possibleVariances({ storst: 5, minsta: 3 })).toEqual({ over: 2, under: 5 });
  expect(possibleVariances({ storst: 3, minsta: 1 })).toEqual({ over: 0, under: 3 });
  expect(() => row(1, { storst: 5, varians: 1.9, minsta: 3 })).toThrow('no perturbation of mean 0');
});

type Case = { antal: number; nyckel: number; tal: number; skal: string };
const CASES = parse(readFileSync(join(import.meta.dirname, 'ckm.yaml'), 'utf8')) as Case[];

it.each(CASES.map((c) => [c.skal, c] as const))('%s', (_skal, { antal, nyckel, tal }) => {
  expect(looked(ptable(CKM_DEFAULTS), antal, nyckel)).toBe(tal);
});

describe('differencing', () => {
  const steps = ptable(CKM_DEFAULTS);
  const next = random(20250101);
  const key = () => Math.floor(next() * KEYS);
  /** Two tables of the same cases but one: what their difference says. */
  const pairs = Array.from({ length: 20_000 }, () => {
    const [rest, one] = [key(), key()];
    return looked(steps, 40, rest + one) - looked(steps, 39, rest);
  });

  it('two sets that differ by one case differ by 1 on average, with the noise of both', () => {
    expect(mean(pairs)).toBeCloseTo(1, 1);
    expect(variance(pairs) / (2 * CKM_DEFAULTS.varians)).toBeCloseTo(1, 1);
  });

  it('the one case cannot be read off: the right answer is no more likely than chance has it', () => {
    const share = (d: number) => pairs.filter((x) => x === d).length / pairs.length;
    // Is there one more case, or none? Of tables that differ by a case few differ by 1, and hardly fewer by 0 or 2.
    expect(share(1)).toBeLessThan(0.2);
    expect(share(0) / share(1)).toBeGreaterThan(0.85);
    expect(share(2) / share(1)).toBeGreaterThan(0.85);
  });

  it('the same cases have the same number each time', () => {
    expect(looked(steps, 17, 123_456 + KEYS)).toBe(looked(steps, 17, 123_456));
  });
});
