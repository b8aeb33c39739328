import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Katalog } from '../catalogue-types.ts';
import { PROJECT } from '../places.ts';
import type { Profile } from '../profile/read.ts';
import type { Filrapport } from '../report/types.ts';
import type { Previous } from '../series/previous.ts';
import type { Indikator } from '../types.ts';
import { writeArrow } from './arrow.ts';
import { createCatalogue } from './catalogue.ts';
import { CHOICES, writeChoices } from './choices.ts';
import { createDcat, DCAT_FILE } from './dcat.ts';
import { writeComparison, writeIndicators, writeWithNoise } from './indicators.ts';
import { PAGE_TABLES, writeJudgements } from './judgements.ts';
import { createManifest } from './manifest.ts';

export type Publication = {
  /** Empty folder for what readers download. */
  dataDir: string;
  /** Empty folder for what the pages are built from. */
  pagesDir: string;
  registry: Indikator[];
  profile: Profile;
  report: Filrapport[];
  syntetisk: boolean;
  /** In a series: the publication this one follows, null for the first. */
  utgava?: { previous: Previous | null; revision: boolean } | undefined;
};

/**
 * Writes every published file from the tables of step 4 and the catalogue for the pages. No clock and no path enters:
 * the same extracts and code give the same bytes. `connect` opens another connection, to share the work with.
 */
export async function publish(
  connection: DuckDBConnection,
  publication: Publication,
  connect?: () => Promise<DuckDBConnection>,
): Promise<Katalog> {
  const { dataDir, pagesDir, registry, profile, syntetisk } = publication;
  const head = { program: programVersion(), profil: profile.id, syntetisk };
  const catalogue = await createCatalogue(connection, head, publication);
  await shared(connection, connect, (connections) => writeIndicators(connections, dataDir, catalogue));
  await writeComparison(connection, dataDir, catalogue);
  await writeJudgements(connection, dataDir, catalogue);
  for (const file of readdirSync(dataDir))
    if (file.endsWith('.arrow')) copyFileSync(join(dataDir, file), join(pagesDir, file));
  if (catalogue.ckm) await writeWithNoise(connection, pagesDir, catalogue);
  for (const table of ['styrdiagram', 'styrdiagram_punkt', ...PAGE_TABLES])
    await writeArrow(connection, table, join(pagesDir, `${table}.arrow`));
  await writeChoices(connection, join(pagesDir, CHOICES), registry);
  writeJson(join(dataDir, DCAT_FILE), createDcat(catalogue));
  writeJson(join(dataDir, 'manifest.json'), createManifest(catalogue, registry, dataDir));
  writeJson(join(pagesDir, 'catalogue.json'), catalogue);
  return catalogue;
}

async function shared(
  connection: DuckDBConnection,
  connect: (() => Promise<DuckDBConnection>) | undefined,
  use: (connections: DuckDBConnection[]) => Promise<void>,
): Promise<void> {
  const other = await connect?.();
  try {
    await use(other ? [connection, other] : [connection]);
  } finally {
    other?.closeSync();
  }
}

export function programVersion(): string {
  return (JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { version: string }).version;
}

function writeJson(file: string, content: unknown): void {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}
