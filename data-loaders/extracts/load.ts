import type { DuckDBConnection } from '@duckdb/node-api';
import { DataError } from '../errors.ts';
import type { Profile } from '../profile/read.ts';
import { fingerprint } from './checksum.ts';
import { type BrokenRow, loadCsv, readDialect } from './csv.ts';
import { discover, type Extract } from './discover.ts';
import { type Column, matchHeadings } from './headings.ts';
import { loadParquet, readFields } from './parquet.ts';
import { createKindViews, createRegister, type LoadedFile, registerFile } from './register.ts';

export type Loaded = {
  /** The files read, in name order. */
  files: LoadedFile[];
  /** Files in the folder that are no extract. */
  unknown: string[];
};

/**
 * Reads every extract of the folder as text: one table `raw.fil_<n>` per file (with its row
 * numbers: `raw.fil_<n>_rad`), one view `raw.<kind>` per kind,
 * `raw.fil`, `raw.kolumn`, `raw.felaktig_rad` and `kolumn_finns`. Throws DataError for what the supplier must mend.
 */
export async function loadExtracts(
  connection: DuckDBConnection,
  folder: string,
  profile: Profile,
): Promise<Loaded> {
  const { extracts, unknown } = discover(folder);
  await createRegister(connection, unknown);
  const files: LoadedFile[] = [];
  let base = 0;
  for (const [index, extract] of extracts.entries()) {
    const file = await loadFile(connection, extract, index + 1, base, profile);
    base += file.lasta + file.skipped.length + 2;
    files.push(file);
  }
  await createKindViews(connection, files);
  return { files, unknown };
}

async function loadFile(
  connection: DuckDBConnection,
  extract: Extract,
  nr: number,
  base: number,
  profile: Profile,
): Promise<LoadedFile> {
  if (extract.format === 'xlsx') {
    throw new DataError(
      `Filen ${extract.fil} är ett kalkylblad och kan inte läsas än. Spara den som CSV (UTF-8).`,
    );
  }
  const read = extract.format === 'csv' ? readCsv : readParquet;
  const [content, print] = await Promise.all([
    read(connection, extract, nr, profile),
    fingerprint(extract.path),
  ]);
  const counted = await connection.runAndReadAll(`select count(*)::integer as rader from raw.fil_${nr}`);
  const lasta = Number(counted.getRowObjects()[0]!.rader) + content.broken.length;
  if (lasta === 0) {
    throw new DataError(
      `Filen ${extract.fil} har bara en rubrikrad och inga rader. Exportera utdraget på nytt eller ta bort filen.`,
    );
  }
  const skipped = extract.format === 'csv' ? print.emptyLines.filter((line) => line > content.headerRow) : [];
  const file: LoadedFile = {
    ...extract,
    nr,
    base,
    lasta,
    sha256: print.sha256,
    columns: content.columns,
    headerRow: content.headerRow,
    skipped: [...skipped, ...content.broken.map(({ rad }) => rad)].sort((a, b) => a - b),
  };
  await registerFile(connection, file, content.broken);
  return file;
}

type Content = { columns: Column[]; broken: BrokenRow[]; headerRow: number };

async function readCsv(
  connection: DuckDBConnection,
  extract: Extract,
  nr: number,
  profile: Profile,
): Promise<Content> {
  const dialect = readDialect(extract, profile.kolumner);
  const columns = matchHeadings(extract.fil, extract.slag, dialect.headings, profile.kolumner);
  const broken = await loadCsv(connection, extract, nr, columns, dialect);
  return { columns, broken, headerRow: dialect.skip + 1 };
}

async function readParquet(
  connection: DuckDBConnection,
  extract: Extract,
  nr: number,
  profile: Profile,
): Promise<Content> {
  const fields = await readFields(connection, extract);
  const headings = fields.map(({ name }) => name);
  const columns = matchHeadings(extract.fil, extract.slag, headings, profile.kolumner);
  await loadParquet(connection, extract, nr, columns, fields);
  return { columns, broken: [], headerRow: 1 };
}
