import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { identifier, literal } from '../extracts/sql-text.ts';
import { KODER } from './koder.ts';
import { remarksSql } from './remarks.ts';

/** Folder of the quarantine inside the work dir. */
export const QUARANTINE_FOLDER = 'karantan';

/**
 * Writes every refused row as it was read, with its reason, to `<dir>/karantan/<file>.csv`: one file per extract with
 * refused rows, readable by the owner only, for the rows may identify someone. A former quarantine is removed.
 * Returns the files written.
 */
export async function writeQuarantine(connection: DuckDBConnection, dir: string): Promise<string[]> {
  const folder = join(dir, QUARANTINE_FOLDER);
  rmSync(folder, { recursive: true, force: true });
  const remarks = await remarksSql(connection);
  const found = await connection.runAndReadAll(`
    select fil_nr, any_value(f.fil) as fil
    from raw.fil as f join (${remarks}) as g on g.fil = f.fil and g.typ = 'avvisad'
    group by fil_nr order by fil_nr`);
  const files = found.getRowObjects();
  if (files.length > 0) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const written: string[] = [];
  for (const row of files) {
    const fil = String(row.fil);
    const target = join(folder, fil.toLowerCase().endsWith('.csv') ? fil : `${fil}.csv`);
    const select = await rowsSql(connection, Number(row.fil_nr), fil, remarks);
    await connection.run(`copy (${select}) to ${literal(target)} (format csv, header, delimiter ';')`);
    chmodSync(target, 0o600);
    written.push(target);
  }
  return written;
}

/** Reason, column and row number before the file's own headings; a row of the wrong form stands whole in a column of its own. */
async function rowsSql(
  connection: DuckDBConnection,
  nr: number,
  fil: string,
  remarks: string,
): Promise<string> {
  const found = await connection.runAndReadAll(
    `select rubrik, namn from raw.kolumn where fil_nr = ${nr} order by nr`,
  );
  const taken = new Set(['skäl', 'kolumn', 'rad', 'raden som den står']);
  const columns = found.getRowObjects().map((row) => {
    let heading = String(row.rubrik);
    while (taken.has(heading.toLowerCase())) heading += '_';
    taken.add(heading.toLowerCase());
    return `r.${identifier(String(row.namn))} as ${identifier(heading)}`;
  });
  const texts = Object.entries(KODER).map(([kod, { text }]) => `(${literal(kod)}, ${literal(text)})`);
  return `
    select k.text as "skäl", g.kolumn as "kolumn", g.rad as "rad", ${columns.join(', ')},
        w.text as "raden som den står"
    from (select * from (${remarks}) where typ = 'avvisad' and fil = ${literal(fil)}) as g
    join (values ${texts.join(', ')}) as k (kod, text) using (kod)
    left join raw.fil_${nr}_rad as r on r.rad = g.rad
    left join raw.felaktig_rad as w on w.fil_nr = ${nr} and w.rad = g.rad
    order by g.rad`;
}
