import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRegistry } from '../../data-loaders/registry.ts';
import { readCases } from './cases.ts';
import { queries } from './graph.ts';
import { mutantsOf } from './mutants.ts';
import { prepare, type Verdict } from './mutation.ts';

const LONG = process.env.LONG === '1';
const cases = readCases();
const isCase = (verdict: Verdict) => typeof verdict === 'object';
let world: Awaited<ReturnType<typeof prepare>>;

beforeAll(async () => {
  world = await prepare(cases);
}, 300_000);
afterAll(() => world.close());

describe('cases', () => {
  it.each(cases.map((test) => [`${test.id}: ${test.regel}`, test] as const))('%s', async (_, test) => {
    expect(await world.check(test)).toEqual([]);
  });

  it('are small, and every row has its reason', () => {
    for (const test of cases) {
      const given = Object.values(test.givet).flat();
      expect(given.length, test.id).toBeLessThanOrEqual(10);
      for (const row of [...given, ...test.forvantat.flatMap(({ rader }) => rader)]) {
        expect(row.skal, `${test.id}: ${JSON.stringify(row)}`).toBeTypeOf('string');
      }
    }
  });

  it('exist for every indicator', () => {
    const ids = new Set(cases.map(({ id }) => id));
    expect(readRegistry().filter(({ id }) => !ids.has(id))).toEqual([]);
  });
});

describe('mutation', () => {
  const files = queries
    .flatMap(({ folder, files }) => files.map((query) => ({ folder, query })))
    .filter(({ folder, query }) => mutantsOf(folder, query).length > 0);

  it.each(files.map(({ folder, query }) => [`${folder}/${query.name}.sql`, folder, query] as const))(
    'a flipped operator in %s makes a case fail',
    { timeout: 600_000 },
    async (_, folder, query) => {
      const mutants = mutantsOf(folder, query);
      // The sample takes flips in a seeded order until one is caught; the long run takes them all.
      const all = fc.shuffledSubarray(mutants, { minLength: mutants.length });
      const order = LONG ? mutants : fc.sample(all, { numRuns: 1, seed: 7 })[0]!;
      // The cases that look into the table catch most: each flip is shown to them before any is to all.
      if (!LONG) {
        for (const mutant of order) if (isCase(await world.kill(mutant, 'near'))) return;
      }
      const survived: string[] = [];
      let killed = 0;
      for (const mutant of order) {
        const verdict = await world.kill(mutant);
        if (verdict === 'survived') survived.push(`${mutant.line}: ${mutant.change}`);
        else if (verdict !== 'invalid') killed++;
        if (killed > 0 && !LONG) break;
      }
      if (LONG) console.log(`${query.name}.sql: ${killed} caught, missed: ${survived.join(' | ') || 'none'}`);
      expect(killed, survived.join('\n')).toBeGreaterThan(0);
    },
  );
});
