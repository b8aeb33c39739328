import type { DuckDBConnection } from '@duckdb/node-api';
import { DataError } from '../errors.ts';
import type { Extract } from './discover.ts';
import { parquetScan } from './rows.ts';
import { identifier } from './sql-text.ts';

/**
 * The columns of a Parquet file, each with the SQL that gives its values in the form a CSV file would have. Throws
 * DataError when the file cannot be read as Parquet or a column has composite values.
 */
export async function parquetColumns(
  connection: DuckDBConnection,
  fil: string,
  path: string,
): Promise<{ rubrik: string; text: string }[]> {
  try {
    const result = await connection.runAndReadAll(`describe select * from ${parquetScan(path)}`);
    const columns = result.getRowObjects().map((row) => {
      const rubrik = String(row.column_name);
      return { rubrik, type: String(row.column_type), text: asText(fil, rubrik, String(row.column_type)) };
    });
    const bare = await withoutClocks(connection, path, columns);
    return columns.map(({ rubrik, text }) => ({
      rubrik,
      text: bare.has(rubrik) ? `${identifier(rubrik)}::date::varchar` : text,
    }));
  } catch (error) {
    if (error instanceof DataError || !/parquet|magic|invalid/i.test(String(error))) throw error;
    throw damaged(fil);
  }
}

/** Columns of times that are all midnight: dates without time of day, written as times for want of a type. */
async function withoutClocks(
  connection: DuckDBConnection,
  path: string,
  columns: { rubrik: string; type: string }[],
): Promise<Set<string>> {
  const times = columns.filter(({ type }) => /^TIMESTAMP(_(S|MS|NS))?$/.test(type));
  if (times.length === 0) return new Set();
  const tests = times.map(({ rubrik }) => {
    const column = `${identifier(rubrik)}::timestamp`;
    return `coalesce(bool_and(${column} = date_trunc('day', ${column})), true)`;
  });
  const reader = await connection.runAndReadAll(`select [${tests.join(', ')}] from ${parquetScan(path)}`);
  const all = (reader.getRowsJS()[0]![0] as boolean[]) ?? [];
  return new Set(times.filter((_, index) => all[index]).map(({ rubrik }) => rubrik));
}

/**
 * Pages of a Parquet file are looked at only when their rows are. Runs `work`, which reads the extract, and when it fails finds
 * out by reading the file alone whether the file is at fault: then it throws DataError.
 */
export async function unlessDamaged<T>(
  connection: DuckDBConnection,
  { fil, path, format }: Extract,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (format !== 'parquet' || error instanceof DataError) throw error;
    try {
      await connection.run(`select bit_xor(hash(columns(*))) from ${parquetScan(path)}`);
    } catch {
      throw damaged(fil);
    }
    throw error;
  }
}

function damaged(fil: string): DataError {
  return new DataError(
    `Filen ${fil} går inte att läsa som Parquet. Exportera utdraget på nytt eller spara det som CSV (UTF-8).`,
  );
}

/** A whole number stored as a decimal loses its decimals (`1281.0` → `1281`), a time its fraction when that is zero. */
function asText(fil: string, rubrik: string, type: string): string {
  const column = identifier(rubrik);
  if (/^(STRUCT|MAP|UNION)|\[\d*\]$/.test(type)) {
    throw new DataError(
      `Kolumnen ${rubrik} i ${fil} har sammansatta värden och kan inte läsas. Exportera den som text.`,
    );
  }
  if (/^(DOUBLE|FLOAT|DECIMAL)/.test(type)) {
    return `case when ${column} = trunc(${column}) and abs(${column}) < 1e15 then ${column}::bigint::varchar else ${column}::varchar end`;
  }
  if (/^TIMESTAMP_(S|MS|NS)$/.test(type)) return `${column}::timestamp::varchar`;
  return `${column}::varchar`;
}
