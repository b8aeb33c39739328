import type { DuckDBConnection } from '@duckdb/node-api';
import type { BrokenRow } from './csv.ts';
import type { Extract } from './discover.ts';
import type { Column } from './headings.ts';
import { KINDS, SLAG, type Slag } from './kinds.ts';
import { identifier, literal } from './sql-text.ts';

export type LoadedFile = Extract & {
  nr: number;
  /** Added to the row number it gives a number no other extract row has. */
  base: number;
  sha256: string;
  /** Data rows in the file, refused ones included, empty lines not. */
  lasta: number;
  columns: Column[];
  headerRow: number;
  /** Records that are in the file but not in the table: empty lines and broken rows, in order. */
  skipped: number[];
};

/** Empty tables about the files: `raw.fil`, `raw.kolumn`, `raw.felaktig_rad`, `raw.okand_fil`, `kolumn_finns`. */
export async function createRegister(connection: DuckDBConnection, unknown: string[]): Promise<void> {
  await connection.run(`
    create schema if not exists raw;
    create or replace table raw.fil (
        fil_nr integer, fil varchar, slag varchar, sha256 varchar, lasta bigint);
    create or replace table raw.kolumn (
        fil_nr integer, fil varchar, slag varchar, nr integer, rubrik varchar, kolumn varchar, namn varchar);
    create or replace table raw.felaktig_rad (
        fil_nr integer, fil varchar, slag varchar, rad bigint, kod varchar, text varchar);
    create or replace table raw.okand_fil (fil varchar);
    create or replace table kolumn_finns (slag varchar, kolumn varchar);`);
  for (const fil of unknown) await connection.run(`insert into raw.okand_fil values (${literal(fil)})`);
}

/** Enters one loaded file, its columns and its broken rows, and numbers its rows in the view `raw.fil_<n>_rad`. */
export async function registerFile(
  connection: DuckDBConnection,
  file: LoadedFile,
  broken: BrokenRow[],
): Promise<void> {
  const place = `${file.nr}, ${literal(file.fil)}, ${literal(file.slag)}`;
  const columns = file.columns.map(
    ({ nr, rubrik, kolumn, namn }) =>
      `(${place}, ${nr}, ${literal(rubrik)}, ${kolumn ? literal(kolumn) : 'null'}, ${literal(namn)})`,
  );
  await connection.run(`
    insert into raw.fil values (${place}, ${literal(file.sha256)}, ${file.lasta});
    insert into raw.kolumn values ${columns.join(', ')};
    insert into kolumn_finns
    select distinct slag, kolumn from raw.kolumn where fil_nr = ${file.nr} and kolumn is not null
    except select slag, kolumn from kolumn_finns;`);
  if (broken.length > 0) {
    const appender = await connection.createAppender('felaktig_rad', 'raw');
    for (const { rad, kod, text } of broken) {
      appender.appendInteger(file.nr);
      appender.appendVarchar(file.fil);
      appender.appendVarchar(file.slag);
      appender.appendBigInt(BigInt(rad));
      appender.appendVarchar(kod);
      appender.appendVarchar(text);
      appender.endRow();
    }
    appender.closeSync();
  }
  if (file.skipped.length > 0) await numberRows(connection, file);
  const rad = file.skipped.length > 0 ? '' : `, rowid + ${file.headerRow + 1} as rad`;
  await connection.run(
    `create or replace view raw.fil_${file.nr}_rad as select *${rad} from raw.fil_${file.nr}`,
  );
}

/**
 * Gives the rows of a file with skipped records their numbers in a column of their own. The k-th skipped record (from 0)
 * stands before the table's row number `record − headerRow − 1 − k`.
 */
async function numberRows(connection: DuckDBConnection, file: LoadedFile): Promise<void> {
  const first = file.headerRow + 1;
  await connection.run(`
    create or replace temp table hopp as
    select max(k + 1) as antal, forsta
    from (
        select k, record - ${first} - k as forsta
        from (select unnest([${file.skipped.join(', ')}]) as record, unnest(range(${file.skipped.length})) as k)
    )
    group by forsta;
    create or replace table raw.fil_${file.nr} as
    select f.*, f.rowid + ${first} + coalesce(h.antal, 0) as rad
    from raw.fil_${file.nr} as f asof left join hopp as h on f.rowid >= h.forsta;
    drop table hopp;`);
}

/**
 * One view per kind: `nr` (unique over all extract rows), fil, fil_nr, rad (as Excel counts: header = 1), whether the file
 * has a kommun column, and every column of the kind as text.
 */
export async function createKindViews(connection: DuckDBConnection, files: LoadedFile[]): Promise<void> {
  for (const slag of SLAG) {
    const parts = files.filter((file) => file.slag === slag).map((file) => fileSelect(file));
    const sql = parts.length > 0 ? parts.join('\nunion all\n') : `${emptySelect(slag)} limit 0`;
    await connection.run(`create or replace view raw.${slag} as ${sql}`);
  }
}

function fileSelect(file: LoadedFile): string {
  const present = new Set(file.columns.map(({ kolumn }) => kolumn));
  const columns = KINDS[file.slag].columns.map((column) =>
    present.has(column) ? identifier(column) : `null::varchar as ${identifier(column)}`,
  );
  const kommun = present.has('kommun') || present.has('kommunkod');
  return `select ${file.base} + rad as nr, ${literal(file.fil)} as fil, ${file.nr} as fil_nr, rad,
    ${kommun} as har_kommun, ${columns.join(', ')} from raw.fil_${file.nr}_rad`;
}

function emptySelect(slag: Slag): string {
  const columns = KINDS[slag].columns.map((column) => `null::varchar as ${identifier(column)}`);
  return `select 0::bigint as nr, ''::varchar as fil, 0 as fil_nr, 0::bigint as rad, false as har_kommun, ${columns.join(', ')}`;
}
