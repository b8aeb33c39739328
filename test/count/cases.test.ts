import { describe, expect, it } from 'vitest';
import { readRegistry } from '../../data-loaders/registry.ts';
import { openDatabase, runCounting } from '../../data-loaders/sql.ts';
import { differences, readCases } from './cases.ts';
import { stageWorld } from './world.ts';

const cases = readCases();

describe('cases', () => {
  it.each(cases.map((test) => [`${test.id}: ${test.regel}`, test] as const))('%s', async (_, test) => {
    const { connection, close } = await openDatabase(':memory:');
    await stageWorld(connection, test);
    await runCounting(connection);
    expect(await differences(connection, test)).toEqual([]);
    close();
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
