import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import Papa from 'papaparse';
import { pickRows, type RegisteredFile } from '../extracts/pick.ts';
import type { Profile } from '../profile/read.ts';
import { KODER } from './koder.ts';
import { remarksSql } from './remarks.ts';

/** Folder of the quarantine inside the work dir. */
export const QUARANTINE_FOLDER = 'karantan';

/** Bytes in a file's name, as file systems have it. */
const MAX_NAME = 255;

/** What stands where a patient's id is replaced by a pseudonym. */
const HIDDEN = '[dolt]';

type Refused = { rad: number; kod: string; kolumn: string | null; text: string | null };

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
  const write = async (cells: (string | number | null)[]) => {
    const line = Papa.unparse([cells], { delimiter: ';', newline: '\n', escapeFormulae: true });
    if (!out.write(`${line}\n`)) await Promise.race([once(out, 'drain'), done]);
  };
  await write(['skäl', 'kolumn', 'rad', ...columns.map(({ rubrik }) => rubrik), 'raden som den står']);
  const reason = ({ rad, kod, kolumn }: Refused) => [KODER[kod]!.text, kolumn, rad];
  const whole = refused.filter(({ text }) => text !== null);
  const writeWhole = async (before: number) => {
    while (whole.length > 0 && whole[0]!.rad < before) {
      const row = whole.shift()!;
      await write([...reason(row), ...columns.map(() => ''), row.text]);
    }
  };
  const split = new Map(refused.filter(({ text }) => text === null).map((row) => [row.rad, row]));
  const temp = mkdtempSync(join(workDir, 'karantan-'));
  try {
    for await (const { rad, cells } of pickRows(extracts, file, [...split.keys()], profile, temp)) {
      const own = columns.map(({ kolumn }, index) =>
        pseudonymized && kolumn === 'patient_id' && cells[index] ? HIDDEN : (cells[index] ?? ''),
      );
      await writeWhole(rad);
      await write([...reason(split.get(rad)!), ...own, null]);
    }
    await writeWhole(Number.POSITIVE_INFINITY);
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

/** In row order; `text` is the row as it stands when it could not be split into columns. */
async function refusedRows(
  connection: DuckDBConnection,
  fil: string,
  nr: number,
  remarks: string,
): Promise<Refused[]> {
  const found = await connection.runAndReadAll(
    `select g.rad, g.kod, g.kolumn, w.text
     from (select * from (${remarks}) where typ = 'avvisad' and fil = $fil) as g
     left join raw.felaktig_rad as w on w.fil_nr = ${nr} and w.rad = g.rad
     order by g.rad`,
    { fil },
  );
  return found.getRows().map(([rad, kod, kolumn, text]) => ({
    rad: Number(rad),
    kod: String(kod),
    kolumn: kolumn === null ? null : String(kolumn),
    text: text === null ? null : String(text),
  }));
}
