import type { DuckDBConnection } from '@duckdb/node-api';
import { DataError } from '../errors.ts';
import type { Extract } from './discover.ts';
import type { Column } from './headings.ts';
import type { Pseudonym } from './identity/pseudonym.ts';
import { identifier, literal } from './sql-text.ts';

type Field = { name: string; type: string };

/** Column names and types of a Parquet file. Throws DataError when the file cannot be read as Parquet. */
export async function readFields(connection: DuckDBConnection, extract: Extract): Promise<Field[]> {
  if (extract.size === 0) {
    throw new DataError(`Filen ${extract.fil} är tom. Exportera utdraget på nytt eller ta bort filen.`);
  }
  try {
    const result = await connection.runAndReadAll(
      `describe select * from read_parquet(${literal(extract.path)}, binary_as_string = true)`,
    );
    return result
      .getRowObjects()
      .map((row) => ({ name: String(row.column_name), type: String(row.column_type) }));
  } catch (error) {
    if (!/parquet|magic|invalid/i.test(String(error))) throw error;
    throw new DataError(
      `Filen ${extract.fil} går inte att läsa som Parquet. Exportera utdraget på nytt eller spara det som CSV (UTF-8).`,
    );
  }
}

/** Loads the rows as text into `raw.fil_<nr>`: dates and numbers in the form a CSV file would have. */
export async function loadParquet(
  connection: DuckDBConnection,
  extract: Extract,
  nr: number,
  columns: Column[],
  fields: Field[],
  pseudonym: Pseudonym | null,
): Promise<void> {
  const texts = columns.map((column, index) => {
    const field = fields[index]!;
    if (/^(STRUCT|MAP|UNION)|\[\d*\]$/.test(field.type)) {
      throw new DataError(
        `Kolumnen ${field.name} i ${extract.fil} har sammansatta värden och kan inte läsas. Exportera den som text.`,
      );
    }
    return `${asText(identifier(field.name), field.type)} as ${identifier(column.namn)}`;
  });
  const hasPatient = columns.some(({ namn }) => namn === 'patient_id');
  const replaced = pseudonym && hasPatient ? ` replace (${pseudonym('patient_id')} as patient_id)` : '';
  await connection.run(`
    create or replace table raw.fil_${nr} as
    select *${replaced} from (select ${texts.join(', ')} from read_parquet(${literal(extract.path)}, binary_as_string = true))`);
}

/** A whole number stored as a decimal loses its decimals (`1281.0` → `1281`), a time its fraction when that is zero. */
function asText(column: string, type: string): string {
  if (/^(DOUBLE|FLOAT|DECIMAL)/.test(type)) {
    return `case when ${column} = trunc(${column}) and abs(${column}) < 1e15 then ${column}::bigint::varchar else ${column}::varchar end`;
  }
  if (/^TIMESTAMP_(S|MS|NS)$/.test(type)) return `${column}::timestamp::varchar`;
  return `${column}::varchar`;
}
