import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createTextScan, type TextFacts } from './open/facts.ts';

/** sha256 of a file's bytes, in hex. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/**
 * sha256 of a file and its facts as text, in one pass; `emptyLines` are the records (header = 1) that are empty lines
 * between others: DuckDB skips them, Excel counts them. Only a file that has such lines is read a second time.
 */
export async function fingerprint(
  path: string,
): Promise<{ sha256: string; facts: TextFacts; emptyLines: number[] }> {
  const hash = createHash('sha256');
  const scan = createTextScan();
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer);
    scan.update(chunk as Buffer);
  }
  const facts = scan.end();
  return { sha256: hash.digest('hex'), facts, emptyLines: facts.blankLine ? await emptyRecords(path) : [] };
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
