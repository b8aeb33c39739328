import { afterAll, beforeAll, expect, it } from 'vitest';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { type Database, openDatabase } from '../../data-loaders/sql.ts';
import { type Outcome, runOne } from './run.ts';

const LONG = process.env.LONG === '1';
const RUNS = LONG ? 10_000 : 60;
const FIRST = LONG ? 1 : 20_001;

let writer: Database;
beforeAll(async () => {
  writer = await openDatabase(':memory:');
});
afterAll(() => writer.close());

it(`${RUNS} folders with one broken file each end in a message or in counted rows`, {
  timeout: RUNS * 20_000,
}, async () => {
  const profile = readProfile('skane');
  const faults: string[] = [];
  const ends: Record<Outcome['end'], number> = { message: 0, report: 0 };
  for (let seed = FIRST; seed < FIRST + RUNS; seed++) {
    try {
      ends[(await runOne(seed, profile, writer.connection)).end]++;
    } catch (error) {
      faults.push((error as Error).message);
    }
  }
  expect(faults).toEqual([]);
  // Both ends are met often: else the generator tests little.
  expect(Math.min(ends.message, ends.report)).toBeGreaterThan(RUNS / 10);
});
