import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { runIndicators } from '../counting.ts';
import { DataError, UsageError } from '../errors.ts';
import { type Address, assertPublished, readAddresses } from '../explain/cell.ts';
import { differences, publishedRow, readManifest, recomputedRow } from '../explain/row.ts';
import { basisText, figureText, judgedText } from '../explain/text.ts';
import { SYNTHETIC_MARKER } from '../extracts/discover.ts';
import { isJudgement } from '../judged-keys.ts';
import { runJudgements } from '../judgements.ts';
import { type PipelineOptions, readRows } from '../pipeline.ts';
import { extractsDir, WORK_DIR } from '../places.ts';
import { readProfile } from '../profile/read.ts';
import { createProgress, type Progress } from '../progress.ts';
import { judgementQuery } from '../publish/judgements.ts';
import { programVersion } from '../publish/publish.ts';
import { readRegistry, withDays } from '../registry.ts';
import type { Filrapport } from '../report/types.ts';
import { assertAcceptable } from '../report.ts';
import { runDisclosure } from '../rojande/run.ts';
import { follow } from '../series/previous.ts';
import { withWarehouse } from '../warehouse.ts';
import { DEFAULT_OUT } from './build.ts';
import { demoExtracts } from './demo.ts';
import { type Command, DEFAULT_PROFILE, INPUT_OPTIONS } from './options.ts';
import { pseudonymize, readKey } from './pseudonymize.ts';
import { withLock } from './run.ts';
import { readSeries, SERIES_OPTIONS } from './series.ts';

export const explain: Command = {
  sammanfattning: 'Räknar om en siffra från utdragen och visar hur den blir till.',
  alternativ: {
    cell: {
      varde: 'ADRESS',
      hjalp:
        'siffran: "indikator|niva|enhet_id|periodtyp|period|grupp|kategori", en bedömnings rad som "bro|kommun|1281|ar|2025-01-01|2", eller flera med blanksteg emellan',
    },
    ...INPUT_OPTIONS,
    out: { varde: 'MAPP', hjalp: `webbplatsen att jämföra med, om den finns (${DEFAULT_OUT})` },
    ...SERIES_OPTIONS,
    pseudonymize,
  },
  mer: 'Skriver definition, täljare, nämnare, värde, fråga och utdragens SHA-256. En skyddad siffra förblir skyddad. Slutkod 1 om den publicerade filen säger något annat.',
  run: async (values) => {
    const profile = readProfile(values.profile ?? DEFAULT_PROFILE);
    const registry = readRegistry();
    const addresses = readAddresses(
      values.cell,
      registry.map(({ id }) => id),
    );
    const indicatorOf = (id: string) =>
      withDays(registry.find((indikator) => indikator.id === id)!, profile.aterinskrivning.dagar);
    const site = resolve(values.out ?? DEFAULT_OUT);
    const nyckel = readKey(values);
    const series = readSeries(values);
    // What the series hides would be computed without it.
    if (series === undefined && readManifest(site)?.utgava)
      throw new UsageError(
        `Webbplatsen i ${values.out ?? DEFAULT_OUT} ingår i en serie: ange också --previous (och --revision) som när den byggdes.`,
      );
    const progress = createProgress();
    const differing: Address[] = [];
    const tell = async (connection: DuckDBConnection, report: Filrapport[]) => {
      for (const address of addresses) {
        await assertPublished(connection, address);
        const row = await recomputedRow(connection, address);
        const published = publishedRow(site, address);
        if (published && differences(row, published).length > 0) differing.push(address);
        const text = isJudgement(address.file)
          ? judgedText(address, judgementQuery(address.file), row, published)
          : figureText(address, indicatorOf(address.file), row, published);
        process.stdout.write(text);
      }
      if (profile.rojandekontroll.metod === 'ckm')
        process.stdout.write('Antal och summor har skyddsbrus, som i filerna (docs/rojandekontroll.md).\n\n');
      process.stdout.write(basisText(report, programVersion(), profile.id));
    };
    await withLock(progress, async () => {
      const extracts = extractsDir(values.extracts) ?? (await demoExtracts(profile, progress));
      const judged = addresses.some(({ file }) => isJudgement(file));
      const read = { extracts, profile, nyckel, series, workDir: WORK_DIR, progress };
      const use = async (connection: DuckDBConnection) => {
        const report = await recount(connection, read, judged);
        progress.end();
        await tell(connection, report);
      };
      await withWarehouse(WORK_DIR, use, false);
    });
    if (differing.length > 0) throw new DataError(different(differing, site, values.out ?? DEFAULT_OUT));
  },
};

/** From extracts to what would be published, with step 5 if it is asked for; nothing is written. Returns what became of the rows. */
async function recount(
  connection: DuckDBConnection,
  read: Omit<PipelineOptions, 'pagesDir'> & { progress: Progress },
  judged: boolean,
): Promise<Filrapport[]> {
  const { extracts, profile, series, progress } = read;
  const syntetisk = existsSync(join(extracts, SYNTHETIC_MARKER));
  await follow(connection, series, profile, syntetisk);
  const { report } = await readRows(connection, read);
  await assertAcceptable(connection, report, profile);
  progress.step('Räknar indikatorerna');
  await runIndicators(connection);
  progress.step('Röjandekontroll');
  await runDisclosure(connection, readRegistry());
  if (judged) await runJudgements(connection, syntetisk);
  return report;
}

/** Why a site may say something else, as far as its manifest tells. */
function different(addresses: Address[], site: string, shown: string): string {
  const manifest = readManifest(site);
  const built = manifest
    ? ` Webbplatsen byggdes med program ${manifest.program} och profil ${manifest.profil}.`
    : '';
  return (
    `Siffran i ${shown} är en annan: ${addresses.map(({ text }) => text).join(', ')}. ` +
    `Jämför utdragens SHA-256 med dem i data/manifest.json.${built}`
  );
}
