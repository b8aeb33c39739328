import type { DuckDBConnection } from '@duckdb/node-api';
import { identifier, literal } from '../extracts/sql-text.ts';
import { writeArrow } from './arrow.ts';
import { type About, writeXlsxTable } from './xlsx/table.ts';

/** `words`: the different texts of a column of text or dates (as ISO), in order, where they are known. */
export type Column = { name: string; type: string; words: string[] | null };

/** Columns of `table` with DuckDB's type names, in order. */
export async function describe(connection: DuckDBConnection, table: string): Promise<Column[]> {
  const rows = await (await connection.run(`describe from ${table}`)).getRowObjectsJS();
  return rows.map(({ column_name, column_type }) => ({
    name: String(column_name),
    // One of a list of words is a text.
    type: String(column_type).replace(/^ENUM\(.*/s, 'VARCHAR'),
    words: null,
  }));
}

/** Those, with their words. */
export async function describeWords(connection: DuckDBConnection, table: string): Promise<Column[]> {
  const columns = await describe(connection, table);
  return (await wordsBy(connection, table, '0', columns)).get(0) ?? noWords(columns);
}

/** The columns with the words of each part of a table: of the rows where `part`, a whole number, is the same. */
export async function wordsBy(
  connection: DuckDBConnection,
  table: string,
  part: string,
  columns: Column[],
): Promise<Map<number, Column[]>> {
  const texts = noWords(columns).filter(({ words }) => words);
  const lists = texts.map(({ name }) => {
    const text = `cast(${identifier(name)} as varchar)`;
    return `list_sort(list(distinct ${text}) filter (where ${text} is not null))`;
  });
  const found = await connection.runAndReadAll(
    `select ${[`cast(${part} as integer)`, ...lists].join(', ')} from ${table} group by 1`,
  );
  const rows = found.getRowsJson() as [number, ...(string[] | null)[]][];
  return new Map(
    rows.map(([number, ...words]) => [
      number,
      columns.map((column) => {
        const place = texts.findIndex(({ name }) => name === column.name);
        return place < 0 ? column : { ...column, words: words[place] ?? [] };
      }),
    ]),
  );
}

/** The columns as those of a table without rows. */
export const noWords = (columns: Column[]): Column[] =>
  columns.map((column) => (['VARCHAR', 'DATE'].includes(column.type) ? { ...column, words: [] } : column));

/**
 * A number as the contract has it: at most 6 decimals, no trailing zeros, never an exponent. Whole numbers, which most are, have
 * a shorter way.
 */
export const decimalText = (column: string): string =>
  `case when ${column} = trunc(${column}) and abs(${column}) < 1e12 then cast(cast(${column} as bigint) as varchar)
    else rtrim(rtrim(cast(cast(${column} as decimal(18, 6)) as varchar), '0'), '.') end`;

/** A text or date as the one of its column's words that it is; `enum_code` is then its place among them. */
export const asEnum = (name: string, words: string[]): string =>
  `cast(cast(${identifier(name)} as varchar) as enum(${words.map(literal).join(', ')}))`;

const FORMULA = /^[=+@\t\r-]/;

/**
 * A text as a CSV cell has it: one that a spreadsheet would take for a formula gets an apostrophe first (OWASP, CSV injection).
 * The other formats have types, and keep it as it is.
 */
const inertText = (name: string): string =>
  `case when regexp_matches(${name}, '^[=+@\\t\\r-]') then '''' || ${name} else ${name} end as ${name}`;

/** The columns of a table as a CSV has them, in SQL. */
export function csvColumns(columns: Column[]): string[] {
  return columns.map(({ name, type, words }) => {
    if (type === 'DOUBLE') return `${decimalText(identifier(name))} as ${identifier(name)}`;
    const inert = type === 'VARCHAR' && (words === null || words.some((word) => FORMULA.test(word)));
    return inert ? inertText(identifier(name)) : identifier(name);
  });
}

/** RFC 4180: CRLF, comma, quotes only where needed, UTF-8 without BOM; null is an empty field. */
export async function writeCsv(
  connection: DuckDBConnection,
  table: string,
  file: string,
  columns?: Column[],
): Promise<void> {
  const selected = csvColumns(columns ?? (await describe(connection, table)));
  await connection.run(
    `copy (select ${selected.join(', ')} from ${table}) to ${literal(file)} (format csv, header, new_line '\\r\\n')`,
  );
}

export async function writeParquet(connection: DuckDBConnection, table: string, file: string): Promise<void> {
  await connection.run(`copy ${table} to ${literal(file)} (format parquet, compression zstd)`);
}

/**
 * The formats of one published table: `<stem>.csv`, `.parquet`, `.arrow` and `.xlsx`, same rows in the same order. Its texts are made
 * places in their lists of words once, for all of them. `columns`: those of `table` with their words.
 */
export async function writeFormats(
  connection: DuckDBConnection,
  table: string,
  stem: string,
  about: About,
  columns: Column[],
): Promise<void> {
  const cells = columns.map(({ name, type, words }) =>
    type === 'VARCHAR' && words?.length ? `${asEnum(name, words)} as ${identifier(name)}` : identifier(name),
  );
  await connection.run(
    `create or replace temp table formatrader as select ${cells.join(', ')} from ${table}`,
  );
  await writeCsv(connection, 'formatrader', `${stem}.csv`, columns);
  const texts = columns.filter(({ type }) => type === 'VARCHAR').map(({ name }) => identifier(name));
  const asTexts =
    texts.length > 0
      ? `replace (${texts.map((name) => `cast(${name} as varchar) as ${name}`).join(', ')})`
      : '';
  await writeParquet(connection, `(select * ${asTexts} from formatrader)`, `${stem}.parquet`);
  await writeArrow(connection, 'formatrader', `${stem}.arrow`, columns);
  await writeXlsxTable(connection, 'formatrader', `${stem}.xlsx`, about, columns);
  await connection.run('drop table formatrader');
}
