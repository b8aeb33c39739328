import type { DuckDBConnection } from '@duckdb/node-api';
import { identifier, literal } from '../extracts/sql-text.ts';
import { writeArrow } from './arrow.ts';
import { type About, writeXlsxTable } from './xlsx/table.ts';

export type Column = { name: string; type: string };

/** Columns of `table` (or of a query in parentheses) with DuckDB's type names, in order. */
export async function describe(connection: DuckDBConnection, table: string): Promise<Column[]> {
  const rows = await (await connection.run(`describe from ${table}`)).getRowObjectsJS();
  return rows.map(({ column_name, column_type }) => ({
    name: String(column_name),
    type: String(column_type),
  }));
}

/** A number as the contract has it: at most 6 decimals, no trailing zeros, never an exponent. */
export const decimalText = (column: string): string =>
  `rtrim(rtrim(cast(cast(${column} as decimal(18, 6)) as varchar), '0'), '.')`;

/** The different words of a column of text or dates, in order. */
export async function distinctWords(
  connection: DuckDBConnection,
  table: string,
  name: string,
): Promise<string[]> {
  const column = `cast(${identifier(name)} as varchar)`;
  const found = await connection.run(
    `select distinct ${column} from ${table} where ${column} is not null order by 1`,
  );
  return (await found.getRows()).map(([word]) => String(word));
}

/**
 * A text as a CSV cell has it: one that a spreadsheet would take for a formula gets an apostrophe first (OWASP, CSV injection).
 * The other formats have types, and keep it as it is.
 */
const inertText = (name: string): string =>
  `case when regexp_matches(${name}, '^[=+@\\t\\r-]') then '''' || ${name} else ${name} end as ${name}`;

/** The columns of a table as a CSV has them, in SQL. */
export async function csvColumns(connection: DuckDBConnection, table: string): Promise<string[]> {
  return (await describe(connection, table)).map(({ name, type }) => {
    if (type === 'DOUBLE') return `${decimalText(identifier(name))} as ${identifier(name)}`;
    return type === 'VARCHAR' ? inertText(identifier(name)) : identifier(name);
  });
}

/** RFC 4180: CRLF, comma, quotes only where needed, UTF-8 without BOM; null is an empty field. */
export async function writeCsv(connection: DuckDBConnection, table: string, file: string): Promise<void> {
  const columns = await csvColumns(connection, table);
  await connection.run(
    `copy (select ${columns.join(', ')} from ${table}) to ${literal(file)} (format csv, header, new_line '\\r\\n')`,
  );
}

export async function writeParquet(connection: DuckDBConnection, table: string, file: string): Promise<void> {
  await connection.run(`copy ${table} to ${literal(file)} (format parquet, compression zstd)`);
}

/** The formats of one published table: `<stem>.csv`, `.parquet`, `.arrow` and `.xlsx`, same rows in the same order. */
export async function writeFormats(
  connection: DuckDBConnection,
  table: string,
  stem: string,
  about: About,
): Promise<void> {
  await writeCsv(connection, table, `${stem}.csv`);
  await writeParquet(connection, table, `${stem}.parquet`);
  await writeArrow(connection, table, `${stem}.arrow`);
  await writeXlsxTable(connection, table, `${stem}.xlsx`, about);
}
