import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDisclosure } from '../../data-loaders/rojande/run.ts';
import { type Database, openDatabase } from '../../data-loaders/sql.ts';
import { REGISTRY } from './registry.ts';
import { randomWorld, stageWorld } from './world.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase(':memory:');
});
afterAll(() => database.close());

describe('counting that contradicts itself', () => {
  it('stops when two indicators give one count different values', async () => {
    const { connection } = database;
    await stageWorld(connection, randomWorld(5));
    await connection.run(`
      update indikatorvarde set namnare = namnare + 1
      where indikator = 'veckodag_utskrivningsklar' and niva = 'region' and periodtyp = 'ar' and grupp = 'alla'
    `);
    await expect(runDisclosure(connection, REGISTRY)).rejects.toThrow(
      /counts without one agreed value: .*region 12 ar/,
    );
  });

  it('stops when no indicator gives a count a value', async () => {
    const { connection } = database;
    await stageWorld(connection, randomWorld(5));
    const means = REGISTRY.filter(({ id }) => id === 'medeldagar_alla');
    await expect(runDisclosure(connection, means)).rejects.toThrow(/counts without one agreed value/);
  });
});
