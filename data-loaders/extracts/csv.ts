import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import Papa from 'papaparse';
import { DataError } from '../errors.ts';
import { fold } from '../profile/fold.ts';
import type { Extract } from './discover.ts';
import type { Column } from './headings.ts';
import type { Pseudonym } from './identity/pseudonym.ts';
import { headingMap } from './kinds.ts';
import { literal } from './sql-text.ts';

export type Dialect = { delimiter: string; headings: string[]; skip: number };

/** Rows the reader could not split into the file's columns, as they stand. `rad` counts the header as 1. */
export type BrokenRow = { rad: number; kod: string; text: string };

const SAMPLE_BYTES = 1 << 18;
const DELIMITERS = [';', ',', '\t'];

/**
 * Separator and headings, from the beginning of the file: the separator that gives most headings the program knows.
 * Throws DataError when the file is empty or is not UTF-8 text.
 */
export function readDialect(extract: Extract, kolumner: Record<string, string[]>): Dialect {
  const { fil, path, slag } = extract;
  const text = sample(path, fil);
  const lead = /^(?:[ \t]*\r?\n)*(?:sep=.\r?\n)?/i.exec(text)![0];
  const body = text.slice(lead.length);
  if (body.trim() === '')
    throw new DataError(`Filen ${fil} är tom. Exportera utdraget på nytt eller ta bort filen.`);
  const known = headingMap(slag, kolumner);
  const candidates = DELIMITERS.map((delimiter) => {
    const row = Papa.parse<string[]>(body, { delimiter, preview: 1 }).data[0] ?? [];
    const headings = row.map((heading) => heading.trim());
    return { delimiter, headings, hits: headings.filter((heading) => known.has(fold(heading))).length };
  });
  candidates.sort((a, b) => b.hits - a.hits || b.headings.length - a.headings.length);
  const { delimiter, headings } = candidates[0]!;
  return { delimiter, headings, skip: (lead.match(/\n/g) ?? []).length };
}

/** The file's first text, without byte order mark. */
function sample(path: string, fil: string): string {
  const buffer = Buffer.alloc(SAMPLE_BYTES);
  const file = openSync(path, 'r');
  const length = readSync(file, buffer, 0, SAMPLE_BYTES, 0);
  closeSync(file);
  const bytes = buffer.subarray(0, length);
  const end = length === SAMPLE_BYTES ? bytes.lastIndexOf(0x0a) + 1 || length : length;
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    throw new DataError(`Filen ${fil} är ett kalkylblad eller en zip-fil. Spara den som CSV (UTF-8).`);
  }
  if (!isUtf8(bytes.subarray(0, end)) || bytes.includes(0)) throw notUtf8(fil);
  return bytes
    .subarray(0, end)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

function notUtf8(fil: string, rad?: number): DataError {
  const place = rad === undefined ? '' : ` (rad ${rad})`;
  return new DataError(
    `Filen ${fil} är inte kodad i UTF-8${place}. Spara den som "CSV UTF-8" i Excel eller välj UTF-8 i källsystemet.`,
  );
}

/**
 * Loads the rows as text into `raw.fil_<nr>`, one column per heading, in the file's order, and returns those that do not
 * have the headings' number of fields. Throws DataError when the text is not UTF-8 or a quote is never closed.
 */
export async function loadCsv(
  connection: DuckDBConnection,
  extract: Extract,
  nr: number,
  columns: Column[],
  dialect: Dialect,
  pseudonym: Pseudonym | null,
): Promise<BrokenRow[]> {
  const types = columns.map(({ namn }) => `${literal(namn)}: 'varchar'`).join(', ');
  const hasPatient = columns.some(({ namn }) => namn === 'patient_id');
  const replaced = pseudonym && hasPatient ? ` replace (${pseudonym('patient_id')} as patient_id)` : '';
  await connection.run('drop table if exists reject_errors');
  await connection.run('drop table if exists reject_scans');
  const sql = `
    create or replace table raw.fil_${nr} as
    select *${replaced} from read_csv(${literal(extract.path)},
        auto_detect = false, header = true, skip = ${dialect.skip}, delim = ${literal(dialect.delimiter)},
        quote = '"', escape = '"', columns = {${types}}, store_rejects = true, rejects_limit = 0)`;
  try {
    await connection.run(sql);
  } catch (error) {
    // DuckDB's word for a file that has both CRLF and LF.
    if (!String(error).includes('state machine reached an invalid state')) throw error;
    throw new DataError(
      `Raderna i ${extract.fil} slutar på olika sätt: vissa med CRLF, andra med bara LF. Spara om filen med samma ` +
        'radslut överallt, eller exportera utdraget på nytt.',
    );
  }
  const found = await connection.runAndReadAll(`
    select line::integer as rad, min(error_type::varchar) as fel, ltrim(any_value(csv_line), chr(10) || chr(13)) as text
    from reject_errors group by line order by line`);
  return found.getRowObjects().map((row) => {
    const rad = Number(row.rad);
    const text = String(row.text).replace(/[\r\n]+$/, '');
    if (row.fel === 'INVALID ENCODING') throw notUtf8(extract.fil, rad);
    if (row.fel === 'UNQUOTED VALUE' && text.includes('\n')) {
      throw new DataError(
        `Ett citattecken öppnas på rad ${rad} i ${extract.fil} men stängs inte på raden, så att raderna efter inte ` +
          'går att skilja åt. Rätta citattecknen, eller exportera utdraget på nytt.',
      );
    }
    return { rad, kod: row.fel === 'UNQUOTED VALUE' ? 'trasigt_citattecken' : 'fel_antal_falt', text };
  });
}
