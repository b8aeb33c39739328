import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Profile } from '../profile/read.ts';
import { openDatabase } from '../sql.ts';
import { discover } from './discover.ts';
import { openSource } from './opened.ts';
import { rowsSql } from './rows.ts';
import { createValueMacros } from './values/macros.ts';

/** A file as the register has it. `skiljetecken` is null unless the file is read as it stands, a row a line. */
export type RegisteredFile = {
  fil: string;
  skiljetecken: string | null;
  numrerad: boolean;
  rubrikrad: number;
};

export type Row = { rad: number; cells: string[] };

/**
 * The rows of an extract with the given numbers (ascending), as they stand in the file. It is read anew: the warehouse has
 * numbers in the place of texts. Rows that are no longer there are left out.
 */
export async function* pickRows(
  folder: string,
  file: RegisteredFile,
  numbers: Int32Array,
  profile: Profile,
  tempDir: string,
): AsyncGenerator<Row> {
  const { fil, skiljetecken: delimiter } = file;
  if (delimiter === null) yield* rewrittenRows(folder, file, numbers, profile, tempDir);
  else {
    for await (const { rad, text } of lines(join(folder, fil), numbers)) {
      yield { rad, cells: Papa.parse<string[]>(text, { delimiter }).data[0] ?? [] };
    }
  }
}

async function* lines(path: string, numbers: Int32Array): AsyncGenerator<{ rad: number; text: string }> {
  let line = 1;
  let next = 0;
  let begun: Buffer[] = [];
  const text = (rest: Buffer) => {
    const whole = Buffer.concat([...begun, rest]).toString('utf8');
    begun = [];
    return whole.replace(/\r$/, '');
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = chunk as Buffer;
    let at = 0;
    for (let end = bytes.indexOf(0x0a); end >= 0 && next < numbers.length; end = bytes.indexOf(0x0a, at)) {
      if (line === numbers[next]) {
        yield { rad: line, text: text(bytes.subarray(at, end)) };
        next++;
      }
      line++;
      at = end + 1;
    }
    if (next === numbers.length) return;
    if (line === numbers[next]) begun.push(bytes.subarray(at));
  }
  if (begun.length > 0) yield { rad: line, text: text(Buffer.alloc(0)) };
}

/** Through a database of its own: the warehouse is closed to other files by now. */
async function* rewrittenRows(
  folder: string,
  { fil, numrerad, rubrikrad }: RegisteredFile,
  numbers: Int32Array,
  profile: Profile,
  tempDir: string,
): AsyncGenerator<Row> {
  const extract = discover(folder).extracts.find((extract) => extract.fil === fil);
  if (!extract) return;
  const { connection, close } = await openDatabase(':memory:', join(tempDir, 'sortering'));
  try {
    await createValueMacros(connection);
    const { source } = await openSource(connection, extract, {
      profile,
      // What the broken rows hold was judged when the file was first read.
      pseudonyms: true,
      tempDir,
      careful: numrerad,
    });
    const rad = numrerad ? '' : `row_number() over () + ${rubrikrad} as rad, `;
    await connection.run(`set memory_limit = '1GB'; create table vald (rad integer)`);
    const appender = await connection.createAppender('vald');
    for (const number of numbers) {
      appender.appendInteger(number);
      appender.endRow();
    }
    appender.closeSync();
    const stream = await connection.stream(`
      select * from (select ${rad}* from (${rowsSql(source, false)}))
      where rad in (select rad from vald) order by rad`);
    for (;;) {
      const chunk = await stream.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return;
      for (const [number, ...cells] of chunk.getRows()) {
        yield { rad: Number(number), cells: cells.map((cell) => (cell === null ? '' : String(cell))) };
      }
    }
  } finally {
    close();
  }
}
