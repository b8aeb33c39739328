import type { DuckDBConnection } from '@duckdb/node-api';
import { fold } from '../profile/fold.ts';
import type { Profile } from '../profile/read.ts';
import type { Extract } from './discover.ts';
import { headingScore, matchHeadings } from './headings.ts';
import { assertNoIdentityOutside } from './identity/texts.ts';
import type { TextFacts } from './open/facts.ts';
import { type Opened, openExtract } from './open/open.ts';
import { parquetColumns } from './parquet.ts';
import type { Source } from './rows.ts';

export type Opening = {
  profile: Profile;
  /** Patients' ids are replaced as the rows are read: a broken row may hold one. */
  pseudonyms: boolean;
  /** Folder for a copy of the file, if one is needed. */
  tempDir: string;
  /** Always make a careful copy. */
  careful: boolean;
  /** Facts of the file as text, if they are known already. */
  facts?: TextFacts;
};

/**
 * A file's rows and columns, ready to be read: the file itself, or a copy of it. Throws DataError for a file that cannot be
 * used, and before any heading is quoted for one that names someone outside its table.
 */
export async function openSource(
  connection: DuckDBConnection,
  extract: Extract,
  { profile, pseudonyms, ...opening }: Opening,
): Promise<Omit<Opened, 'rows' | 'headings'> & { source: Source }> {
  const { fil, path, slag } = extract;
  const { kolumner } = profile;
  const score = headingScore(slag, kolumner);
  const { rows, headings, ...opened } = await openExtract(extract, { ...opening, score });
  const fields = rows.typ === 'parquet' ? await parquetColumns(connection, fil, path) : [];
  const names = rows.typ === 'parquet' ? fields.map(({ rubrik }) => rubrik) : headings;
  const series = profile.nummerserier.length > 0;
  assertNoIdentityOutside(fil, { ...opened, headings: names }, { series, pseudonyms });
  // A key that the rows have as a column too adds nothing to them.
  const own = new Set(names.map(fold));
  const keys = Object.entries(extract.mappnycklar).filter(([key]) => !own.has(fold(key)));
  const columns = matchHeadings(fil, slag, [...names, ...keys.map(([key]) => key)], kolumner);
  const constants = new Map(keys.map(([, value], index) => [columns[names.length + index]!.namn, value]));
  return { ...opened, source: { rows, columns, constants, parquetTexts: fields.map(({ text }) => text) } };
}
