import { DataError } from '../../errors.ts';
import { openDatabase } from '../../sql.ts';
import { type Extract, shown } from '../discover.ts';
import { literal } from '../sql-text.ts';
import type { Opened } from './opened.ts';

/** A Parquet file is read as it is; its columns are its headings. Throws DataError when it is damaged. */
export async function openParquet({ fil, path, size }: Extract): Promise<Opened> {
  if (size === 0) {
    throw new DataError(`Filen ${shown(fil)} är tom. Exportera utdraget på nytt eller ta bort filen.`);
  }
  const { connection, close } = await openDatabase(':memory:');
  try {
    const found = await connection.runAndReadAll(
      `describe select * from read_parquet(${literal(path)}, binary_as_string = true, hive_partitioning = false)`,
    );
    const headings = found.getRowObjects().map((row) => String(row.column_name));
    return {
      headings,
      headerRow: 1,
      rows: { typ: 'parquet', path },
      broken: [],
      texter: [],
      anmarkningar: [],
    };
  } catch (error) {
    if (!/parquet|magic|invalid|thrift|error/i.test(String(error))) throw error;
    throw new DataError(
      `Filen ${shown(fil)} går inte att läsa som Parquet. Exportera utdraget på nytt eller spara det som CSV (UTF-8).`,
    );
  } finally {
    close();
  }
}
