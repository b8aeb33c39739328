import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase, readFolder } from '../../data-loaders/sql.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase(':memory:');
  await database.connection.run(readFolder('4_rojandekontroll').find(({ name }) => name === '_makron')!.sql);
});
afterAll(() => database.close());

describe('the floor of a quantile', () => {
  it('is 2k and 10k, none at threshold 1, and unknown for an unknown quantile', async () => {
    const { connection } = database;
    const floors = async (troskel: number) => {
      await connection.run(`set variable troskel = ${troskel}`);
      const reader = await connection.runAndReadAll(
        `select kvantil_golv('vantedagar_median'), kvantil_golv('vantedagar_p90'), kvantil_golv('vantedagar_p99')`,
      );
      return reader.getRowsJS()[0];
    };
    expect(await floors(5)).toEqual([10, 50, null]);
    expect(await floors(1)).toEqual([0, 0, 0]);
  });
});

describe("Wilson's interval", () => {
  it('agrees with the examples of Newcombe (1998), table I, method 3', async () => {
    const { connection } = database;
    const examples = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const;
    for (const [taljare, namnare, nedre, ovre] of examples) {
      const reader = await connection.runAndReadAll(
        `select unnest(wilson(${taljare}.0::double, ${namnare}.0::double))`,
      );
      const [low, high] = reader.getRowsJS()[0] as [number, number];
      expect(low / 100).toBeCloseTo(nedre, 4);
      expect(high / 100).toBeCloseTo(ovre, 4);
    }
  });
});
