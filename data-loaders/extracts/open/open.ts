import { join } from 'node:path';
import type { Extract } from '../discover.ts';
import type { TextFacts } from './facts.ts';
import type { Opened, Score } from './opened.ts';
import { openParquet } from './parquet.ts';
import { openText } from './text.ts';
import { openSpreadsheet } from './xlsx.ts';

export type { BrokenRow, CsvRows, Opened, ParquetRows, Score } from './opened.ts';

export type OpenOptions = {
  /** Folder for copies, which hold what the extract holds: readable by the owner only, removed by whoever calls. */
  tempDir: string;
  /** How many of these cells are headings of the kind: finds heading row, separator and sheet. */
  score: Score;
  /** Always write a canonical copy of a CSV file: for one whose rows DuckDB refused. */
  careful?: boolean;
  /** Facts of the file if it has been read already (fingerprint). */
  facts?: TextFacts;
};

let made = 0;

/**
 * Where DuckDB finds the clean rows of an extract, and what is wrong with the others. Row numbers are those a spreadsheet
 * shows. Throws DataError when the file as a whole cannot be used.
 */
export async function openExtract(extract: Extract, options: OpenOptions): Promise<Opened> {
  const { tempDir, score, careful = false, facts } = options;
  const temp = () => join(tempDir, `oppnad-${process.pid}-${++made}.csv`);
  if (extract.format === 'parquet') return await openParquet(extract);
  if (extract.format === 'xlsx') return await openSpreadsheet(extract, { score, temp });
  return await openText(extract, { score, careful, facts, temp });
}
