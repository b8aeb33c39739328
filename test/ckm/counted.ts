/** A staged extract counted and perturbed by the program itself. */
import { CKM_DEFAULTS, type CkmParameters, loadNoise } from '../../data-loaders/ckm/parameters.ts';
import { readRegistry } from '../../data-loaders/registry.ts';
import { runDisclosure } from '../../data-loaders/rojande/run.ts';
import { openDatabase } from '../../data-loaders/sql.ts';
import { runCounting } from '../count/counting.ts';
import { rowsOf } from '../count/stage.ts';
import { stageWorld, type World } from '../count/world.ts';

export type Shown = Record<
  'taljare' | 'namnare' | 'antal' | 'varde' | 'nedre' | 'ovre' | 'brus',
  number | null
> & {
  indikator: string;
  cell: string;
  place: string;
  status: string;
};

/** Every published row, with what it is of as the files' key. */
export async function counted(world: World, ckm: Partial<CkmParameters> = {}): Promise<Shown[]> {
  const { connection, close } = await openDatabase(':memory:');
  try {
    await stageWorld(connection, world);
    await loadNoise(connection, { metod: 'ckm', ckm: { ...CKM_DEFAULTS, ...ckm } });
    await runCounting(connection);
    await runDisclosure(connection, readRegistry());
    return (await rowsOf(
      connection,
      `select indikator, concat_ws('|', niva, enhet_id, periodtyp, period, grupp) as place,
         concat_ws('|', indikator, place, kategori) as cell,
         taljare, namnare, antal::double as antal, varde, nedre, ovre, status, brus
       from publicerat
       left join brus_cell using (indikator, niva, enhet_id, periodtyp, period, grupp, kategori)`,
    )) as Shown[];
  } finally {
    close();
  }
}
