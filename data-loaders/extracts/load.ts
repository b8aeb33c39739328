import type { DuckDBConnection } from '@duckdb/node-api';
import { DataError } from '../errors.ts';
import type { Profile } from '../profile/read.ts';
import { fingerprint } from './checksum.ts';
import { type BrokenRow, loadCsv, readDialect } from './csv.ts';
import { discover, type Extract } from './discover.ts';
import { type Column, matchHeadings } from './headings.ts';
import { assertNoIdentity } from './identity/check.ts';
import { createIdentityMacros } from './identity/macros.ts';
import { redact } from './identity/number.ts';
import { forgetPseudonymKey, type Pseudonym, usePseudonymKey } from './identity/pseudonym.ts';
import { assertNoIdentityInNames, assertNoIdentityOutside } from './identity/texts.ts';
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
  nyckel?: Buffer,
): Promise<Loaded> {
  const { extracts, unknown } = discover(folder);
  assertNoIdentityInNames(unknown);
  await createRegister(connection, unknown);
  await createIdentityMacros(connection);
  const pseudonym = nyckel ? await usePseudonymKey(connection, nyckel) : null;
  const files: LoadedFile[] = [];
  let base = 0;
  for (const [index, extract] of extracts.entries()) {
    const file = await loadFile(connection, extract, { nr: index + 1, base, profile, pseudonym });
    base += file.lasta + file.skipped.length + 2;
    files.push(file);
  }
  if (nyckel) await forgetPseudonymKey(connection);
  await createKindViews(connection, files);
  return { files, unknown };
}

type Reading = { nr: number; base: number; profile: Profile; pseudonym: Pseudonym | null };

async function loadFile(
  connection: DuckDBConnection,
  extract: Extract,
  reading: Reading,
): Promise<LoadedFile> {
  const { nr, base } = reading;
  if (extract.format === 'xlsx') {
    throw new DataError(
      `Filen ${extract.fil} är ett kalkylblad och kan inte läsas än. Spara den som CSV (UTF-8).`,
    );
  }
  const read = extract.format === 'csv' ? readCsv : readParquet;
  const [content, print] = await Promise.all([read(connection, extract, reading), fingerprint(extract.path)]);
  const counted = await connection.runAndReadAll(`select count(*)::integer as rader from raw.fil_${nr}`);
  const lasta = Number(counted.getRowObjects()[0]!.rader) + content.broken.length;
  if (lasta === 0) {
    throw new DataError(
      `Filen ${extract.fil} har bara en rubrikrad och inga rader. Exportera utdraget på nytt eller ta bort filen.`,
    );
  }
  await assertNobody(connection, extract.fil, content, reading);
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
  const broken = reading.pseudonym
    ? content.broken.map((row) => ({ ...row, text: redact(row.text) }))
    : content.broken;
  await registerFile(connection, file, broken);
  return file;
}

type Content = { columns: Column[]; broken: BrokenRow[]; headerRow: number };

async function readCsv(
  connection: DuckDBConnection,
  extract: Extract,
  { nr, profile, pseudonym }: Reading,
): Promise<Content> {
  const dialect = readDialect(extract, profile.kolumner);
  assertNobodyNamed(extract.fil, dialect.headings);
  const columns = matchHeadings(extract.fil, extract.slag, dialect.headings, profile.kolumner);
  const broken = await loadCsv(connection, extract, nr, columns, dialect, pseudonym);
  return { columns, broken, headerRow: dialect.skip + 1 };
}

async function readParquet(
  connection: DuckDBConnection,
  extract: Extract,
  { nr, profile, pseudonym }: Reading,
): Promise<Content> {
  const fields = await readFields(connection, extract);
  const headings = fields.map(({ name }) => name);
  assertNobodyNamed(extract.fil, headings);
  const columns = matchHeadings(extract.fil, extract.slag, headings, profile.kolumner);
  await loadParquet(connection, extract, nr, columns, fields, pseudonym);
  return { columns, broken: [], headerRow: 1 };
}

function assertNobodyNamed(fil: string, headings: string[]): void {
  assertNoIdentityOutside(fil, { headings, texter: [], broken: [] }, { series: false, pseudonyms: false });
}

/** Throws DataError when a personnummer stands in the file's table or in a row of the wrong form. */
async function assertNobody(
  connection: DuckDBConnection,
  fil: string,
  { columns, broken, headerRow }: Content,
  { nr, profile, pseudonym }: Reading,
): Promise<void> {
  const checked = columns
    .filter(({ kolumn }) => !(pseudonym && kolumn === 'patient_id'))
    .map(({ namn, rubrik, kolumn }) => ({
      name: namn,
      rubrik,
      kolumn,
      kind: kolumn?.endsWith('_id') ? ('id' as const) : ('text' as const),
    }));
  const rad = broken.length === 0 ? `rowid + ${headerRow + 1}` : undefined;
  await assertNoIdentity(connection, { fil, table: `raw.fil_${nr}`, columns: checked, profile, rad });
  const options = { series: profile.nummerserier.length > 0, pseudonyms: pseudonym !== null };
  assertNoIdentityOutside(fil, { headings: [], texter: [], broken }, options);
}
