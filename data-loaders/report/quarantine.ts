import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import Papa from 'papaparse';
import { pickRows, type RegisteredFile } from '../extracts/pick.ts';
import { literal } from '../extracts/sql-text.ts';
import type { Profile } from '../profile/read.ts';
import { KODER } from './koder.ts';
import { remarksSql } from './remarks.ts';

/** Folder of the quarantine inside the work dir. */
const QUARANTINE_FOLDER = 'karantan';

/** Bytes in a file's name, as file systems have it. */
const MAX_NAME = 255;

/** Rows made into text at a time. */
const ROWS_AT_ONCE = 500;

/** What stands where a patient's id is replaced by a pseudonym. */
const HIDDEN = '[dolt]';

type Reason = { kod: string; kolumn: string | null };

/** Rows in order. Those split into columns: numbers and the places of their reasons, so that millions find room. */
type Refused = {
  rader: Int32Array;
  skal: Uint16Array;
  reasons: Reason[];
  /** Rows that could not be split, as they stand. */
  whole: (Reason & { rad: number; text: string })[];
};

export type Quarantine = {
  /** Folder of the extracts, which the rows are read from. */
  extracts: string;
  profile: Profile;
  workDir: string;
  /** The patients' ids are replaced by pseudonyms: they are not written. */
  pseudonymized: boolean;
};

/**
 * Writes every refused row as it stands, with its reason, to `<workDir>/karantan/<file>.csv`: one file per extract with
 * refused rows, readable by the owner only, for the rows may identify someone. A former quarantine is removed.
 * Returns the files written.
 */
export async function writeQuarantine(
  connection: DuckDBConnection,
  quarantine: Quarantine,
): Promise<string[]> {
  const { workDir } = quarantine;
  const folder = join(workDir, QUARANTINE_FOLDER);
  rmSync(folder, { recursive: true, force: true });
  const remarks = await remarksSql(connection);
  const found = await connection.runAndReadAll(`
    select fil_nr, fil, skiljetecken, numrerad, rubrikrad from raw.fil
    semi join (select fil::varchar as fil from (${remarks}) where typ = 'avvisad') using (fil)
    order by fil_nr`);
  const files = found.getRowObjects();
  if (files.length > 0) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const written: string[] = [];
  for (const row of files) {
    const fil = String(row.fil);
    const nr = Number(row.fil_nr);
    const target = join(folder, nameOf(fil, nr, written));
    const file: RegisteredFile = {
      fil,
      skiljetecken: row.skiljetecken === null ? null : String(row.skiljetecken),
      numrerad: row.numrerad === true,
      rubrikrad: Number(row.rubrikrad),
    };
    await writeFile(connection, quarantine, { file, nr, remarks, target });
    written.push(target);
  }
  return written;
}

/** The extract's path with `_` between folders; shortened and with its number where that is too long or taken already. */
function nameOf(fil: string, nr: number, written: string[]): string {
  const whole = fil.replaceAll('/', '_').replace(/(\.csv)?$/i, '.csv');
  const taken = written.some((path) => basename(path).toLowerCase() === whole.toLowerCase());
  return taken || Buffer.byteLength(whole) > MAX_NAME ? `${whole.slice(0, 60)}-${nr}.csv` : whole;
}

/** Reason, column and row number before the file's own headings; a row of the wrong form stands whole in a column of its own. */
async function writeFile(
  connection: DuckDBConnection,
  { extracts, profile, workDir, pseudonymized }: Quarantine,
  { file, nr, remarks, target }: { file: RegisteredFile; nr: number; remarks: string; target: string },
): Promise<void> {
  const columns = await headings(connection, nr);
  const refused = await refusedRows(connection, file.fil, nr, remarks);
  const out = createWriteStream(target, { mode: 0o600 });
  // Listens from the start: a disk that fills up between two writes is an error of this function, not of the process.
  const done = finished(out);
  done.catch(() => {});
  let lines: (string | number | null)[][] = [];
  const flush = async () => {
    if (lines.length === 0) return;
    const text = Papa.unparse(lines, { delimiter: ';', newline: '\n', escapeFormulae: true });
    lines = [];
    if (!out.write(`${text}\n`)) await Promise.race([once(out, 'drain'), done]);
  };
  const write = async (cells: (string | number | null)[]) => {
    if (lines.push(cells) >= ROWS_AT_ONCE) await flush();
  };
  await write(['skäl', 'kolumn', 'rad', ...columns.map(({ rubrik }) => rubrik), 'raden som den står']);
  const told = ({ kod, kolumn }: Reason, rad: number) => [
    KODER[kod]!.text,
    kolumn?.replaceAll(',', ', ') ?? null,
    rad,
  ];
  const { rader, skal, reasons, whole } = refused;
  const writeWhole = async (before: number) => {
    while (whole.length > 0 && whole[0]!.rad < before) {
      const row = whole.shift()!;
      await write([...told(row, row.rad), ...columns.map(() => ''), row.text]);
    }
  };
  const temp = mkdtempSync(join(workDir, 'karantan-'));
  try {
    let at = 0;
    for await (const { rad, cells } of pickRows(extracts, file, rader, profile, temp)) {
      while (rader[at]! < rad) at++;
      const own = columns.map(({ kolumn }, index) =>
        pseudonymized && kolumn === 'patient_id' && cells[index] ? HIDDEN : (cells[index] ?? ''),
      );
      await writeWhole(rad);
      await write([...told(reasons[skal[at]!]!, rad), ...own, null]);
    }
    await writeWhole(Number.POSITIVE_INFINITY);
    await flush();
  } finally {
    rmSync(temp, { recursive: true, force: true });
    out.end();
    await done;
  }
}

/** The file's headings; one that has the name of a column of ours gets `_` after it. */
async function headings(
  connection: DuckDBConnection,
  nr: number,
): Promise<{ rubrik: string; kolumn: string | null }[]> {
  const found = await connection.runAndReadAll(
    `select rubrik, kolumn from raw.kolumn where fil_nr = ${nr} order by nr`,
  );
  const taken = new Set(['skäl', 'kolumn', 'rad', 'raden som den står']);
  return found.getRowObjects().map((row) => {
    let rubrik = String(row.rubrik);
    while (taken.has(rubrik.toLowerCase())) rubrik += '_';
    taken.add(rubrik.toLowerCase());
    return { rubrik, kolumn: row.kolumn === null ? null : String(row.kolumn) };
  });
}

async function refusedRows(
  connection: DuckDBConnection,
  fil: string,
  nr: number,
  remarks: string,
): Promise<Refused> {
  const refused = `(select rad, kod, kolumn from (${remarks}) where typ = 'avvisad' and fil = ${literal(fil)})`;
  const whole = await connection.runAndReadAll(`
    select rad::integer as rad, g.kod, kolumn, text
    from ${refused} as g join raw.felaktig_rad as w using (rad) where fil_nr = ${nr} order by rad`);
  const codes = await connection.runAndReadAll(`select distinct kod, kolumn from ${refused} order by all`);
  const reasons = codes.getRowObjectsJson() as Reason[];
  const place = reasons.map(
    ({ kod, kolumn }, index) =>
      `when kod = ${literal(kod)} and kolumn is not distinct from ${kolumn === null ? 'null' : literal(kolumn)} then ${index}`,
  );
  const split = `${refused} anti join (select rad from raw.felaktig_rad where fil_nr = ${nr}) using (rad)`;
  const [[count]] = (await connection.runAndReadAll(`select count(*) from ${split}`)).getRows() as [[bigint]];
  const rader = new Int32Array(Number(count));
  const skal = new Uint16Array(Number(count));
  let at = 0;
  const stream = await connection.stream(
    `select rad::integer, (case ${place.join(' ')} end)::integer from ${split} order by rad`,
  );
  for (
    let chunk = await stream.fetchChunk();
    chunk && chunk.rowCount > 0;
    chunk = await stream.fetchChunk()
  ) {
    for (const [rad, reason] of chunk.getRows()) {
      rader[at] = Number(rad);
      skal[at++] = Number(reason);
    }
  }
  return { rader, skal, reasons, whole: whole.getRowObjectsJson() as Refused['whole'] };
}
