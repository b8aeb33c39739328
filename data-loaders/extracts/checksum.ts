import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/**
 * sha256 of a file, and the records (header = 1) that are empty lines between others: DuckDB skips them, Excel counts
 * them. One pass; only a file that has such lines is read a second time.
 */
export async function fingerprint(path: string): Promise<{ sha256: string; emptyLines: number[] }> {
  const hash = createHash('sha256');
  let emptyLine = false;
  let tail = '';
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = chunk as Buffer;
    hash.update(bytes);
    if (emptyLine) continue;
    emptyLine =
      /\n\r?\n/.test(tail + bytes.subarray(0, 2).toString('latin1')) ||
      bytes.includes('\n\n') ||
      bytes.includes('\n\r\n');
    tail = bytes.subarray(-2).toString('latin1');
  }
  return { sha256: hash.digest('hex'), emptyLines: emptyLine ? await emptyRecords(path) : [] };
}

/** Numbers of the records that hold nothing, those at the end of the file left out. Quoted line breaks belong to their record. */
async function emptyRecords(path: string): Promise<number[]> {
  const found: number[] = [];
  let record = 1;
  let quoted = false;
  let length = 0;
  let lastFilled = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    for (const byte of chunk as Buffer) {
      if (byte === 0x22) quoted = !quoted;
      if (byte === 0x0a && !quoted) {
        if (length === 0) found.push(record);
        else lastFilled = record;
        record++;
        length = 0;
      } else if (byte !== 0x0d) length++;
    }
  }
  if (length > 0) lastFilled = record;
  return found.filter((number) => number < lastFilled);
}
