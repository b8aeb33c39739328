import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Katalog } from './catalogue-types.ts';
import { runIndicators, runStays } from './counting.ts';
import { SYNTHETIC_MARKER } from './extracts/discover.ts';
import { loadExtracts } from './extracts/load.ts';
import { literal } from './extracts/sql-text.ts';
import { runJudgements } from './judgements.ts';
import type { Profile } from './profile/read.ts';
import { loadProfileTables } from './profile/tables.ts';
import { type Progress, silent } from './progress.ts';
import { publish } from './publish/publish.ts';
import { readRegistry } from './registry.ts';
import type { Filrapport } from './report/types.ts';
import { assertAcceptable, buildReport, writeQuarantine } from './report.ts';
import { runDisclosure } from './rojande/run.ts';
import type { Series } from './series/place.ts';
import { assertLater, follow } from './series/previous.ts';
import { replaceFolder } from './site/swap.ts';
import { runFolder } from './sql.ts';
import { WAREHOUSE, withWarehouse } from './warehouse.ts';

export type PipelineOptions = {
  /** Folder with the extracts. */
  extracts: string;
  profile: Profile;
  /** Key of the pseudonyms that replace the patients' ids; without it ids are kept as they are. */
  nyckel?: Buffer | undefined;
  /** Folder for the database, the quarantine and the published files; made if missing. */
  workDir: string;
  /** The publication this one follows, or the start of a series; without it no publication binds another. */
  series?: Series | undefined;
  /** Folder for what the pages read. */
  pagesDir: string;
  progress?: Progress;
};

export type PipelineResult = {
  /** Folder with everything that is to be published under `data/`. */
  dataDir: string;
  catalogue: Katalog;
  /** Files in the folder that are no extract. */
  unknown: string[];
};

/**
 * From extracts to published files: load → stage → count → control disclosure → publish. The former files stay if it
 * fails. Throws DataError when the extracts cannot be used.
 */
export async function runPipeline(options: PipelineOptions): Promise<PipelineResult> {
  const { extracts, profile, workDir, pagesDir, series, progress = silent } = options;
  const registry = readRegistry();
  const dataDir = join(workDir, 'data');
  const { catalogue, unknown } = await withWarehouse(workDir, async (connection, connect) => {
    const syntetisk = existsSync(join(extracts, SYNTHETIC_MARKER));
    const previous = await follow(connection, series, profile, syntetisk);
    // Keys for noise are made of the rows once more.
    const forget = profile.rojandekontroll.metod !== 'ckm';
    const { report, unknown } = await readRows(connection, { ...options, forget });
    if (previous) await assertLater(connection, previous, series!.mapp!);
    await assertAcceptable(connection, report, profile);
    progress.step('Räknar indikatorerna');
    await runIndicators(connection);
    progress.step('Röjandekontroll');
    await runDisclosure(connection, registry);
    await runJudgements(connection, syntetisk);
    progress.step('Skriver datafilerna');
    const utgava = series && { previous, revision: series.revision };
    const catalogue = await replaceFolder(dataDir, (data) =>
      replaceFolder(pagesDir, (pages) =>
        publish(
          connection,
          { dataDir: data, pagesDir: pages, registry, profile, report, syntetisk, utgava },
          connect,
        ),
      ),
    );
    return { catalogue, unknown };
  });
  return { dataDir, catalogue, unknown };
}

/**
 * Extracts → stays, every row either used or refused with its reason; `unknown` are files that are no extract. The
 * database reads nothing outside `workDir` afterwards. `forget`: as for runStays.
 */
export async function readRows(
  connection: DuckDBConnection,
  {
    extracts,
    profile,
    nyckel,
    workDir,
    progress = silent,
    forget = false,
  }: Omit<PipelineOptions, 'pagesDir'> & { forget?: boolean },
): Promise<{ report: Filrapport[]; unknown: string[] }> {
  progress.step('Läser utdragen');
  await loadProfileTables(connection, profile);
  const former = join(workDir, WAREHOUSE);
  const { unknown, files, read } = await loadExtracts(connection, extracts, profile, {
    nyckel,
    former,
    tempDir: workDir,
  });
  if (read.length < files.length)
    progress.step(`Läste ${read.length} av ${files.length} filer: de andra har inte ändrats`);
  await connection.run(`
    set allowed_directories = [${literal(workDir)}];
    set enable_external_access = false;
    set lock_configuration = true;
  `);
  progress.step('Granskar raderna');
  await runFolder(connection, '1_staging');
  await runStays(connection, profile.rojandekontroll.utan, forget);
  await writeQuarantine(connection, { extracts, profile, workDir, pseudonymized: nyckel !== undefined });
  return { report: await buildReport(connection), unknown };
}
