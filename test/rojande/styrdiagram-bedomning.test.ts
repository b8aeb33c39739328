import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../data-loaders/sql.ts';
import { charts, type Kind, months } from './diagram.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase(':memory:');
});
afterAll(() => database.close());

describe('verdict', () => {
  const low = [10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11];
  const verdict = async (values: number[], kind?: Kind) =>
    (await charts(database.connection, [{ id: 'a', points: months(values) }], kind)).verdicts[0]!;

  it('is better or worse by the direction of the indicator', async () => {
    expect(await verdict([...low, 30])).toMatchObject({
      bedomning: 'samre',
      signal: 'utanfor',
      sida: 1,
      preliminar: false,
    });
    expect(await verdict([...low, 30], { riktning: 'hogre' })).toMatchObject({ bedomning: 'battre' });
    expect(await verdict([...low, 30], { riktning: 'ingen' })).toMatchObject({ bedomning: 'forandring' });
  });

  it('is normal once the signal is over', async () => {
    expect(await verdict([9, 13, 9, 13, 9, 13, 30, 9, 13, 9, 13, 9, 13, 9, 13])).toMatchObject({
      bedomning: 'normal',
      signal: null,
    });
  });

  it('of a trend follows the way it goes, not the side it is on', async () => {
    const falling = [20, 10, 20, 10, 20, 10, 20, 10, 24, 23, 22, 21, 20, 19, 18];
    expect(await verdict(falling)).toMatchObject({ signal: 'sju_samma_sida', bedomning: 'samre' });
    const crossing = [12, 20, 10, 20, 10, 20, 10, 20, 10, 18, 17, 16, 15, 14, 13, 12];
    expect(await verdict(crossing)).toMatchObject({ signal: 'sju_trend', bedomning: 'battre' });
  });

  it('needs seven: six on one side, or six falling, say nothing', async () => {
    const level = [10, 14, 10, 14, 10, 14, 10, 14, 10, 14];
    expect(await verdict([...level, 12.5, 13, 12.5, 13, 12.5, 13])).toMatchObject({
      i_rad: 7,
      signal: 'sju_samma_sida',
    });
    expect(await verdict([...level, 10, 13, 12.5, 13, 12.5, 13, 12.5])).toMatchObject({
      i_rad: 6,
      signal: null,
    });
  });
});

describe('the verdict as it was', () => {
  it('knows no later month: seven in a row are a change from the seventh on', async () => {
    const level = [10, 14, 10, 14, 10, 14, 10, 14, 10, 14];
    const { points } = await charts(database.connection, [
      { id: 'a', points: months([...level, 12.5, 13, 12.5, 13, 12.5, 13, 12.5]) },
    ]);
    expect(points.slice(-8).map(({ signal }) => signal)).toEqual(Array(8).fill('sju_samma_sida'));
    expect(points.slice(-8).map(({ bedomning }) => bedomning)).toEqual([
      ...Array(6).fill('normal'),
      ...Array(2).fill('samre'),
    ]);
  });
});
