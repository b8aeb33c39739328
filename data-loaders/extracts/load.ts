import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { DataError } from '../errors.ts';
import type { Profile } from '../profile/read.ts';
import { runStatements } from '../sql.ts';
import { fingerprint } from './checksum.ts';
import { discover, type Extract, shown } from './discover.ts';
import { FormerDamaged, markVersion, readingKey, takeOver, withFormer } from './former.ts';
import { createIdentityMacros } from './identity/macros.ts';
import { redact } from './identity/number.ts';
import { forgetPseudonymKey, type Pseudonym, usePseudonymKey } from './identity/pseudonym.ts';
import { assertNoIdentityInNames } from './identity/texts.ts';
import { keepRows } from './kept.ts';
import { assertNobody } from './nobody.ts';
import type { TextFacts } from './open/facts.ts';
import { openSource } from './opened.ts';
import { unlessDamaged } from './parquet.ts';
import { createKindViews, createRegister, type LoadedFile, registerFile } from './register.ts';
import { identifier } from './sql-text.ts';
import { surveyFile } from './survey.ts';
import { createValueMacros } from './values/macros.ts';
import { createWordTypes } from './words.ts';

export type Loaded = {
  /** The files, in name order. */
  files: LoadedFile[];
  /** Files in the folder that are no extract. */
  unknown: string[];
  /** Names of the files that were read now; the rows of the others are those of the former warehouse. */
  read: string[];
};

export type LoadOptions = {
  /** Key of the pseudonyms that stand for the patients' ids. */
  nyckel?: Buffer | undefined;
  /** The former warehouse, if there is one: its rows stand in for files that have not changed since. */
  former?: string | undefined;
  /** Where to make the folder for files rewritten on the way. They hold what the extracts hold. */
  tempDir?: string | undefined;
};

/** A file looked through, whose rows can now be kept; `words` are the columns that have a word list. */
type Pending = { file: LoadedFile; keep: (words: Set<string>) => Promise<void> };

type Task = {
  extract: Extract;
  nr: number;
  sha256: string;
  facts: TextFacts;
  key: string;
  profile: Profile;
  pseudonym: Pseudonym | null;
  rewritten: string;
};

/**
 * Reads every extract of the folder: one table `inlast.fil_<n>` per file, one view `raw.<kind>` per kind, and the tables of
 * createRegister. Throws DataError for what the supplier must mend.
 */
export async function loadExtracts(
  connection: DuckDBConnection,
  folder: string,
  profile: Profile,
  { nyckel, former, tempDir = tmpdir() }: LoadOptions = {},
): Promise<Loaded> {
  const { extracts, unknown } = discover(folder);
  assertNoIdentityInNames([...unknown, ...extracts.map(({ fil }) => fil)]);
  await createValueMacros(connection);
  await createIdentityMacros(connection);
  await runStatements(connection, '1_staging', ['_datumfel']);
  const pseudonym = nyckel ? await usePseudonymKey(connection, nyckel) : null;
  const rewritten = mkdtempSync(join(tempDir, 'utdrag-'));
  const readAll = async (attached: boolean): Promise<Loaded> => {
    await createRegister(connection, unknown);
    const pending: Pending[] = [];
    const read: string[] = [];
    const prints = [fingerprint(extracts[0]!.path)];
    for (const [index, extract] of extracts.entries()) {
      const nr = index + 1;
      const print = await prints[index]!;
      // The next file's checksum is worked out while this one is read. If that fails it is told when its turn comes.
      if (index + 1 < extracts.length) {
        prints[index + 1] = fingerprint(extracts[index + 1]!.path);
        prints[index + 1]!.catch(() => {});
      }
      const key = readingKey(extract, profile, nyckel);
      const taken = attached ? await takeOver(connection, extract, nr, print.sha256, key) : null;
      if (!taken) read.push(extract.fil);
      const task = { extract, nr, ...print, key, profile, pseudonym, rewritten };
      const looked = () => lookThrough(connection, task);
      pending.push(taken ?? (await unlessDamaged(connection, extract, looked)));
    }
    assertPartsHaveRows(pending.map(({ file }) => file));
    const words = await createWordTypes(connection);
    for (const { keep } of pending) await keep(words);
    const files = pending.map(({ file }) => file);
    await createKindViews(connection, files, words);
    await markVersion(connection);
    return { files, unknown, read };
  };
  try {
    return await withFormer(connection, former, readAll);
  } catch (error) {
    if (!(error instanceof FormerDamaged)) throw error;
    return await readAll(false);
  } finally {
    rmSync(rewritten, { recursive: true, force: true });
    if (nyckel) await forgetPseudonymKey(connection);
  }
}

/** Opens a file and finds out all that must be known before its rows are kept. */
async function lookThrough(connection: DuckDBConnection, task: Task): Promise<Pending> {
  const { extract, nr, sha256, key, profile, pseudonym } = task;
  const { opened, survey } = await surveyed(connection, task);
  const { source, headerRow, broken, anmarkningar } = opened;
  const { rows } = source;
  const examined = { fil: extract.fil, source, headerRow };
  await assertNobody(connection, examined, survey.suspects, profile);
  if (survey.rounded.length > 0) throw rounded(shown(extract.fil), survey.rounded);
  const file: LoadedFile = {
    ...extract,
    nr,
    sha256,
    lasta: survey.rows + broken.length,
    columns: source.columns.map((column) => ({
      ...column,
      ordlista: survey.words.includes(column.kolumn ?? ''),
    })),
    headerRow,
    delimiter: rows.typ === 'csv' && rows.path === extract.path ? rows.delimiter : null,
    numbered: rows.typ === 'csv' && rows.numbered,
    broken: pseudonym ? broken.map((row) => ({ ...row, text: redact(row.text) })) : broken,
    anmarkningar,
  };
  // A part of a partitioned folder may be empty, all of them not.
  if (file.lasta === 0 && !extract.fil.includes('/')) throw withoutRows(`Filen ${shown(extract.fil)}`);
  await registerFile(connection, file, key);
  const keep = (words: Set<string>) =>
    unlessDamaged(connection, extract, () =>
      keepRows(connection, { file, source, survey, words, profile, patient: pseudonym ?? identifier }),
    );
  return { file, keep };
}

function rounded(fil: string, columns: string[]): DataError {
  return new DataError(
    `Kolumnen ${columns.join(' och ')} i ${fil} har id i exponentform, som 1,23E+11: ett kalkylprogram har kortat dem, och olika ` +
      'id har blivit lika. Gör kolumnen till text i kalkylprogrammet, eller hämta den på nytt ur källsystemet, och exportera igen.',
  );
}

function withoutRows(what: string): DataError {
  return new DataError(
    `${what} har bara en rubrikrad och inga rader. Exportera utdraget på nytt eller ta bort filen.`,
  );
}

/** Throws DataError for a partitioned folder of which every part is empty. */
function assertPartsHaveRows(files: LoadedFile[]): void {
  const rows = new Map<string, number>();
  for (const { fil, lasta } of files) {
    const folder = fil.split('/')[0]!;
    rows.set(folder, (rows.get(folder) ?? 0) + lasta);
  }
  for (const [folder, lasta] of rows) if (lasta === 0) throw withoutRows(`Mappen ${shown(folder)}`);
}

/** A row that the plain reader cannot split, or a line break in quotes: the careful one finds out where. */
async function surveyed(connection: DuckDBConnection, task: Task) {
  const { nr, pseudonym } = task;
  const unchecked = pseudonym ? 'patient_id' : null;
  for (const careful of [false, true]) {
    const opened = await openSource(connection, task.extract, {
      ...task,
      pseudonyms: pseudonym !== null,
      tempDir: task.rewritten,
      careful,
    });
    const survey = await surveyFile(connection, nr, opened.source, unchecked);
    const { rows } = opened.source;
    const lines = rows.typ === 'csv' ? rows.lines : null;
    if (survey.rejected === 0 && (lines === null || lines === survey.rows)) return { opened, survey };
  }
  throw new Error(`rows refused in a rewritten file: ${task.extract.fil}`);
}
