import type { DuckDBConnection } from '@duckdb/node-api';
import { roleOf } from './columns.ts';
import type { Extract } from './discover.ts';
import type { Column } from './headings.ts';
import { KINDS, SLAG, type Slag } from './kinds.ts';
import type { BrokenRow } from './open/open.ts';
import { identifier, literal } from './sql-text.ts';
import { wordType } from './words.ts';

/** A column of a file; `ordlista`: its texts are kept as words. */
export type KeptColumn = Column & { ordlista: boolean };

export type LoadedFile = Extract & {
  /** Its number among the files, from 1. */
  nr: number;
  sha256: string;
  /** Data rows in the file, refused ones included, empty lines not. */
  lasta: number;
  columns: KeptColumn[];
  headerRow: number;
  /** Between the fields of a file that is read as it stands, a row a line; else null. */
  delimiter: string | null;
  /** The table has each row's number in a column; else rows are numbered from the heading row on. */
  numbered: boolean;
  broken: BrokenRow[];
  /** What the reader should know of how the file was read, in Swedish. */
  anmarkningar: string[];
};

/** `nr` of a row: the file's number, then the row's. */
const ROW_BITS = 40;

/**
 * Empty tables about the files: `raw.fil`, `raw.kolumn`, `raw.kolumn_tomma`, `raw.ord`, `raw.felaktig_rad`,
 * `raw.fil_anmarkning`, `raw.okand_fil`, `kolumn_finns`. What a reading that was broken off has left goes away.
 */
export async function createRegister(connection: DuckDBConnection, unknown: string[]): Promise<void> {
  await connection.run(`
    drop schema if exists raw cascade;
    drop schema if exists inlast cascade;
    create schema raw;
    create schema inlast;
    create table raw.fil (
        fil_nr integer, fil varchar, slag varchar, sha256 varchar, lasta bigint, nyckel varchar,
        rubrikrad integer, numrerad boolean, skiljetecken varchar);
    create table raw.kolumn (
        fil_nr integer, fil varchar, slag varchar, nr integer, rubrik varchar, kolumn varchar, namn varchar,
        ordlista boolean);
    -- One row per file and known column: rows without a value, and the first and last day of a date column.
    create table raw.kolumn_tomma (
        fil_nr integer, kolumn varchar, tomma bigint, forsta date, sista date);
    -- One row per file, text column and different text in it.
    create table raw.ord (fil_nr integer, kolumn varchar, text varchar, rader bigint);
    create table raw.felaktig_rad (
        fil_nr integer, fil varchar, slag varchar, rad bigint, kod varchar, text varchar);
    create table raw.fil_anmarkning (fil_nr integer, text varchar);
    create table raw.okand_fil (fil varchar);
    create or replace view kolumn_finns as
    select distinct slag, kolumn from raw.kolumn where kolumn is not null;`);
  for (const fil of unknown) await connection.run(`insert into raw.okand_fil values (${literal(fil)})`);
}

/** Enters one file, its columns and its broken rows. `nyckel` is what its reading depends on. */
export async function registerFile(
  connection: DuckDBConnection,
  file: LoadedFile,
  nyckel: string,
): Promise<void> {
  const place = `${file.nr}, ${literal(file.fil)}, ${literal(file.slag)}`;
  const columns = file.columns.map(
    ({ nr, rubrik, kolumn, namn, ordlista }) =>
      `(${place}, ${nr}, ${literal(rubrik)}, ${kolumn ? literal(kolumn) : 'null'}, ${literal(namn)}, ${ordlista})`,
  );
  await connection.run(`
    insert into raw.fil values (${place}, ${literal(file.sha256)}, ${file.lasta}, ${literal(nyckel)},
        ${file.headerRow}, ${file.numbered}, ${file.delimiter === null ? 'null' : literal(file.delimiter)});
    insert into raw.kolumn values ${columns.join(', ')};`);
  for (const text of file.anmarkningar) {
    await connection.run(`insert into raw.fil_anmarkning values (${file.nr}, ${literal(text)})`);
  }
  if (file.broken.length === 0) return;
  const appender = await connection.createAppender('felaktig_rad', 'raw');
  for (const { rad, kod, text } of file.broken) {
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

/**
 * One view per kind: `nr` (unique over all extract rows), slag, fil, rad (as Excel counts: header = 1), whether the file has a
 * kommun column, every column of the kind (ids as numbers, a stay's also as `vardtillfalle_id_text`, dates as `_datum` and
 * `_tid`) and `datumfel`.
 */
export async function createKindViews(
  connection: DuckDBConnection,
  files: LoadedFile[],
  words: Set<string>,
): Promise<void> {
  const names = files.map(({ fil }) => literal(fil));
  await connection.run(`
    create type raw.fil_namn as enum (${names.join(', ')});
    create type raw.slag as enum (${SLAG.map(literal).join(', ')});`);
  // A column that one file keeps as plain texts is plain in all of them.
  const plain = files.flatMap(({ columns }) =>
    columns.filter(({ ordlista }) => !ordlista).map(({ kolumn }) => kolumn),
  );
  const wordColumns = new Set([...words].filter((kolumn) => !plain.includes(kolumn)));
  for (const slag of SLAG) {
    const parts = files
      .filter((file) => file.slag === slag)
      .map((file) => `${fileSelect(file, wordColumns)} from inlast.fil_${file.nr}`);
    const empty = `${kindSelect(slag, 0, '0', "''", new Set(), wordColumns)} limit 0`;
    await connection.run(
      `create view raw.${slag} as ${parts.length > 0 ? parts.join('\nunion all\n') : empty}`,
    );
  }
}

function fileSelect(file: LoadedFile, wordColumns: Set<string>): string {
  const rad = file.numbered ? 'rad' : `rowid + ${file.headerRow + 1}`;
  const present = new Set(file.columns.flatMap(({ kolumn }) => kolumn ?? []));
  return kindSelect(file.slag, file.nr, rad, `${literal(file.fil)}::raw.fil_namn`, present, wordColumns);
}

function kindSelect(
  slag: Slag,
  fileNr: number,
  rad: string,
  fil: string,
  present: Set<string>,
  wordColumns: Set<string>,
): string {
  const columns = KINDS[slag].columns.flatMap((kolumn) => {
    const role = roleOf(kolumn);
    if (role === 'datum') {
      const parts = [`${kolumn}_datum`, `${kolumn}_tid`];
      return present.has(kolumn) ? parts : [`null::date as ${parts[0]}`, `null::timestamp as ${parts[1]}`];
    }
    const cell = present.has(kolumn) ? identifier(kolumn) : 'null';
    if (kolumn === 'vardtillfalle_id') {
      const number = present.has(kolumn) ? `case when ${cell} is not null then hash(${cell}) end` : cell;
      return [`${number}::ubigint as ${kolumn}`, `${cell}::varchar as vardtillfalle_id_text`];
    }
    const kept = wordColumns.has(kolumn) ? wordType(kolumn) : 'varchar';
    const type = role === 'id' ? 'ubigint' : kept;
    return [`${cell}::${type} as ${identifier(kolumn)}`];
  });
  const kommun = present.has('kommun') || present.has('kommunkod');
  const datumfel = present.size > 0 ? 'datumfel' : 'null::varchar as datumfel';
  const nr = `(${fileNr}::bigint << ${ROW_BITS}) + ${rad}`;
  return `select ${nr} as nr, ${literal(slag)}::raw.slag as slag, ${fil} as fil, (${rad})::integer as rad,
    ${kommun} as har_kommun, ${columns.join(', ')}, ${datumfel}`;
}
