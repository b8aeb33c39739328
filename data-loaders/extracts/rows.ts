import type { Column } from './headings.ts';
import { MAX_LINE } from './open/canonical.ts';
import { MAX_RECORD } from './open/limits.ts';
import type { CsvRows, ParquetRows } from './open/open.ts';
import { identifier, literal } from './sql-text.ts';

/**
 * What programs write where there is nothing: databases (NULL, \\N), Qlik (-), SAS (.), pandas (NaN, NaT, None), R (NA) and
 * Excel (#N/A). A cell that says only that is empty.
 */
const NOTHING = [
  '',
  '-',
  '–',
  '.',
  'NULL',
  'null',
  'Null',
  '(null)',
  '(NULL)',
  '\\N',
  'NaN',
  'nan',
  'NaT',
  'None',
  '<NA>',
  'NA',
  'N/A',
  '#N/A',
  '#SAKNAS!',
];

export type Source = {
  rows: CsvRows | ParquetRows;
  columns: Column[];
  /** Columns that are the same on every row of the file: the keys of a partitioned folder. */
  constants: Map<string, string>;
  /** SQL of each column of a Parquet file as text, by its place. */
  parquetTexts: string[];
};

/**
 * A select of a file's rows as text, one column per heading under its `namn`, and first `rad` where the file is
 * numbered. With `rejects`, rows of the wrong form are listed in DuckDB's table reject_errors; without, they are passed over.
 * Cells stand as in the file, blanks around them too (`falttext` takes those away).
 */
export function rowsSql({ rows, columns, constants, parquetTexts }: Source, rejects: boolean): string {
  const cells = columns.map(({ namn, nr }) => {
    const constant = constants.get(namn);
    if (constant !== undefined) return `${literal(constant)} as ${identifier(namn)}`;
    return rows.typ === 'parquet'
      ? `${textOf(parquetTexts[nr - 1]!)} as ${identifier(namn)}`
      : identifier(namn);
  });
  const number = rows.typ === 'csv' && rows.numbered ? ['rad'] : [];
  const scan = rows.typ === 'csv' ? csvScan(rows, columns, rejects) : parquetScan(rows.path);
  return `select ${[...number, ...cells].join(', ')} from ${scan}`;
}

/** Of a Parquet column, what nullstr does to a CSV file. */
const textOf = (sql: string): string =>
  `case when ${sql} in (${NOTHING.map(literal).join(', ')}) then null else ${sql} end`;

export function parquetScan(path: string): string {
  return `read_parquet(${literal(path)}, binary_as_string = true, hive_partitioning = false)`;
}

function csvScan(rows: CsvRows, columns: Column[], rejects: boolean): string {
  const inFile = columns
    .filter(({ nr }) => nr <= rows.fields)
    .map(({ namn }) => `${literal(namn)}: 'varchar'`);
  const empty = Array.from(
    { length: rows.fields - inFile.length },
    (_, index) => `'tom_${inFile.length + index + 1}': 'varchar'`,
  );
  const number = rows.numbered ? ["'rad': 'integer'"] : [];
  // DuckDB takes none that has the separator in it.
  const nothing = NOTHING.filter((text) => !text.includes(rows.delimiter));
  // Told of a rewritten file, since a line break of another kind in its first quotes would pass for its line end.
  const form = rows.numbered
    ? `max_line_size = ${MAX_LINE}, new_line = '\\n'`
    : `max_line_size = ${MAX_RECORD}`;
  return `read_csv(${literal(rows.path)}, auto_detect = false, header = false, skip = ${rows.skip},
        delim = ${literal(rows.delimiter)}, quote = '"', escape = '"', ${form},
        nullstr = [${nothing.map(literal).join(', ')}],
        columns = {${[...number, ...inFile, ...empty].join(', ')}},
        ${rejects ? 'store_rejects = true, rejects_limit = 0' : 'ignore_errors = true'})`;
}
