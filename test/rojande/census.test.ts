import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRegistry } from '../../data-loaders/registry.ts';
import { runDisclosure } from '../../data-loaders/rojande/run.ts';
import { type Database, openDatabase } from '../../data-loaders/sql.ts';
import { runCounting } from '../count/counting.ts';
import { rowsOf } from '../count/stage.ts';
import { stageWorld } from '../count/world.ts';

let database: Database;

/** Lund moves to another delregion on 1 March, and many wait over that day: they are where they left, all their days. */
beforeAll(async () => {
  database = await openDatabase(':memory:');
  const stays = ['1281', '1283', '1285'].flatMap((kommun) =>
    Array.from({ length: 8 }, (_, i) => ({
      vardtillfalle_id: `${kommun}-${i}`,
      kommun,
      vardgivare: 'sus',
      inskrivning: '2024-01-02',
      utskrivningsklar: `2024-02-1${i}`,
      utskrivning: `2024-0${i < 6 ? 3 : 2}-2${i}`,
    })),
  );
  await stageWorld(database.connection, {
    profil: {
      troskel: 5,
      kommuner: ['1281', '1283', '1285'],
      delregioner: [
        { delregion: 'gamla', kommun: '1281', fran: '2019-01-01', till: '2024-02-29' },
        { delregion: 'gamla', kommun: '1285', fran: '2019-01-01' },
        { delregion: 'nya', kommun: '1281', fran: '2024-03-01' },
        { delregion: 'nya', kommun: '1283', fran: '2019-01-01' },
      ],
    },
    givet: { vardtillfallen: stays },
  });
  await runCounting(database.connection);
});
afterAll(() => database.close());

it('a kommun that changes delregion while its people wait does not stop the build, and its few are not given back', async () => {
  await runDisclosure(database.connection, readRegistry());
  const february = await rowsOf(
    database.connection,
    `select niva || ' ' || enhet_id as enhet, antal, status from publicerat
     where indikator = 'vantedygn' and periodtyp = 'manad' and period = '2024-02-01' and grupp = 'alla'
       and niva in ('kommun', 'delregion') order by all`,
  );
  // Of Lund's eight, six left in March and count for the new delregion in February too. The two others would be 10 − 8.
  expect(february).toEqual([
    { enhet: 'delregion gamla', antal: '10', status: 'visas' },
    { enhet: 'delregion nya', antal: '14', status: 'visas' },
    { enhet: 'kommun 1281', antal: null, status: 'skyddad' },
    { enhet: 'kommun 1283', antal: '8', status: 'visas' },
    { enhet: 'kommun 1285', antal: null, status: 'skyddad' },
  ]);
});
