import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

/** A part of a package: its path and content. */
export type Part = { path: string; content: Buffer };

const VERSION = 20;
const NAMES_ARE_UTF8 = 0x0800;
const DEFLATE = 8;
const deflate = promisify<Buffer, { level: number }, Buffer>(deflateRaw);
/** 1 January 1980, the first date a zip can hold: no clock enters. */
const TIME = 0;
const DATE = 0x0021;

/** A zip of the parts in their order. Level 1: rows of a table repeat themselves so much that more work saves little. */
export async function writeZip(parts: Part[]): Promise<Buffer> {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, content } of parts) {
    const name = Buffer.from(path, 'utf8');
    const packed = await deflate(content, { level: 1 });
    const facts = Buffer.concat([
      shorts(VERSION, NAMES_ARE_UTF8, DEFLATE, TIME, DATE),
      longs(crc32(content), packed.length, content.length),
      shorts(name.length, 0),
    ]);
    const local = Buffer.concat([longs(0x04034b50), facts, name, packed]);
    directory.push(
      Buffer.concat([longs(0x02014b50), shorts(VERSION), facts, shorts(0, 0, 0), longs(0, offset), name]),
    );
    bodies.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  const end = Buffer.concat([
    longs(0x06054b50),
    shorts(0, 0, parts.length, parts.length),
    longs(size, offset),
    shorts(0),
  ]);
  return Buffer.concat([...bodies, ...directory, end]);
}

function shorts(...values: number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, 2 * index);
  return bytes;
}

function longs(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, 4 * index);
  return bytes;
}
