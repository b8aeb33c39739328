import { join, resolve } from 'node:path';
import { findCell } from '../cases/cell.ts';
import { writeList } from '../cases/list.ts';
import { assertListPlace, placeList } from '../cases/place.ts';
import { type Request, readRequest } from '../cases/request.ts';
import { disagreements, listRows } from '../cases/source.ts';
import { uniteIndicators } from '../counting.ts';
import { UsageError } from '../errors.ts';
import { readRows } from '../pipeline.ts';
import { extractsDir, WORK_DIR } from '../places.ts';
import { readProfile } from '../profile/read.ts';
import { createProgress } from '../progress.ts';
import { assertAcceptable } from '../report.ts';
import { readFolder, runFolder } from '../sql.ts';
import { withWarehouse } from '../warehouse.ts';
import { demoExtracts } from './demo.ts';
import { type Command, DEFAULT_PROFILE, INPUT_OPTIONS } from './options.ts';
import { pseudonymize, readKey } from './pseudonymize.ts';
import { withLock } from './run.ts';

export const cases: Command = {
  sammanfattning: 'Skriver fallen bakom en siffra till en fil utanför webbplatsen.',
  alternativ: {
    ...INPUT_OPTIONS,
    indikator: { varde: 'ID', hjalp: 'indikatorn, till exempel medeldagar_alla' },
    kommun: { varde: 'KOD|NAMN', hjalp: 'vems fall' },
    vardgivare: { varde: 'KOD|NAMN', hjalp: 'bara fall hos vårdgivaren, eller alla dess fall utan --kommun' },
    delregion: { varde: 'KOD|NAMN', hjalp: 'delregionens fall, i stället för en kommuns' },
    period: {
      varde: 'PERIOD',
      hjalp: '2024-03, 2024-Q1, 2024-H1, 2024, 2024-03-R12 (tolv månader) eller en storhelgs första dag',
    },
    kategori: { varde: 'KATEGORI', hjalp: 'bara en kategori; annars står varje fall en gång per kategori' },
    grupp: { varde: 'GRUPP', hjalp: 'alla, somatik, psykiatri, 65plus eller 80plus (alla)' },
    out: { varde: 'FIL', hjalp: 'filen som skrivs; aldrig i webbplatsen eller bland utdragen' },
    pseudonymize: { ...pseudonymize, hjalp: 'ersätt id med pseudonymer, gjorda med nyckeln i filen' },
  },
  mer: 'Listan är till för den egna uppföljningen och får inte publiceras. Dess summor är siffrans täljare och nämnare före röjandekontrollen.',
  run: async (values) => {
    const profile = readProfile(values.profile ?? DEFAULT_PROFILE);
    const request = readRequest(values, profile);
    if (!values.out) throw new UsageError('--out saknas: ange filen som listan ska skrivas till.');
    const given = extractsDir(values.extracts);
    assertListPlace(values.out, given);
    const nyckel = readKey(values);
    const progress = createProgress();
    await withLock(progress, async () => {
      const extracts = given ?? (await demoExtracts(profile, progress));
      const read = { extracts, profile, nyckel, workDir: WORK_DIR, progress };
      await withWarehouse(WORK_DIR, (connection) => listCases(connection, read, request, values.out!), false);
    });
  },
};

type Reading = Parameters<typeof readRows>[1];

async function listCases(
  connection: Parameters<typeof readRows>[0],
  read: Reading,
  request: Request,
  out: string,
): Promise<void> {
  const { report } = await readRows(connection, read);
  await assertAcceptable(connection, report, read.profile);
  const { indikator } = request;
  const needed = readFolder('3_indikatorer').filter(
    ({ name }) => name.startsWith('_') || name === indikator.id,
  );
  await runFolder(connection, '3_indikatorer', needed);
  await uniteIndicators(connection, [indikator]);
  const { place, where, period } = await findCell(connection, request);
  await listRows(connection, indikator, place, where);
  const wrong = await disagreements(connection, indikator);
  if (wrong.length > 0) throw new Error(`list and figure disagree: ${wrong.join('; ')}`);
  const made = join(read.workDir, `fallista-${process.pid}.csv`);
  const rader = await writeList(connection, made, read.nyckel);
  placeList(made, resolve(out));
  read.progress?.end();
  process.stdout.write(
    `${rader} rader bakom ${indikator.id}, ${place.enhet_id}, ${period}, står i ${out}.\n` +
      'Filen visar enskilda vårdtillfällen och kan bara läsas av dig. Den får inte publiceras.\n' +
      (read.profile.rojandekontroll.metod === 'ckm'
        ? 'Den publicerade siffran har skyddsbrus: raderna kan vara fler eller färre än den säger.\n'
        : ''),
  );
}
