import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DataError } from '../errors.ts';

/** A part is appended to disk when it holds this many bytes, so memory does not grow with the rows. */
const PART_BYTES = 1 << 17;
const MOST_BYTES_PER_CHARACTER = 3;
const COPY_BYTES = 1 << 22;

/** The file that tells the build that every figure beside it is invented. */
export const MARKER = 'SYNTETISKA_UPPGIFTER.txt';
export const DEMO_FILES = [
  MARKER,
  'utskrivningsklar.csv',
  'utskrivningar.csv',
  'aterinskrivningar.csv',
  'aktiviteter.csv',
  'jamforelse.csv',
];

export type MonthFile = {
  /** Adds whole lines (with line feeds) to the part of a month, 0 = the first. */
  add: (month: number, lines: string) => void;
  /** Writes header and parts, in order of month, as one file. */
  finish: () => void;
};

/** A CSV whose lines arrive in any order and are written grouped by month, like an extract appended once a month. */
export function monthFile(file: string, header: string): MonthFile {
  // Bytes instead of growing strings: half the time of a large run was collecting those.
  const waiting: { bytes: Buffer; used: number; onDisk: boolean }[] = [];
  const partName = (month: number) => `${file}.${month}`;
  const partOf = (month: number) => {
    waiting[month] ??= { bytes: Buffer.allocUnsafe(PART_BYTES), used: 0, onDisk: false };
    return waiting[month];
  };
  return {
    add(month, lines) {
      const part = partOf(month);
      if (part.used + lines.length * MOST_BYTES_PER_CHARACTER > PART_BYTES) {
        writeFileSync(partName(month), part.bytes.subarray(0, part.used), { flag: 'a' });
        part.used = 0;
        part.onDisk = true;
      }
      part.used += part.bytes.write(lines, part.used);
    },
    finish() {
      const out = openSync(file, 'w');
      const buffer = Buffer.allocUnsafe(COPY_BYTES);
      try {
        writeSync(out, header);
        for (const [month, part] of waiting.entries()) {
          if (part === undefined) continue;
          if (part.onDisk) appendFile(out, partName(month), buffer);
          writeSync(out, part.bytes.subarray(0, part.used));
        }
      } finally {
        closeSync(out);
      }
    },
  };
}

/** Writes a part to the open file and removes the part. */
function appendFile(out: number, part: string, buffer: Buffer): void {
  const source = openSync(part, 'r');
  for (let read = readSync(source, buffer); read > 0; read = readSync(source, buffer)) {
    writeSync(out, buffer, 0, read);
  }
  closeSync(source);
  rmSync(part);
}

/** Stops before a folder is overwritten that is not wholly the generator's own. Throws DataError. */
function assertReplaceable(out: string): void {
  if (!existsSync(out)) return;
  const present = readdirSync(out);
  const foreign = present.find((name) => !DEMO_FILES.includes(name));
  if (present.length > 0 && (foreign !== undefined || !present.includes(MARKER))) {
    throw new DataError(
      `Mappen "${out}" innehåller andra filer än syntetiska utdrag (${foreign ?? present[0]}). ` +
        'Inget har skrivits. Ange en tom eller ny mapp med --out.',
    );
  }
}

/**
 * Lets `write` fill a folder beside `out` and puts it in place at the end: either everything is written or `out` is
 * as before. Throws DataError if `out` holds other files.
 */
export async function replaceFolder(out: string, write: (folder: string) => Promise<void>): Promise<void> {
  const target = resolve(out);
  assertReplaceable(target);
  mkdirSync(dirname(target), { recursive: true });
  const beside = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
  const fresh = join(beside, 'ny');
  const former = join(beside, 'gammal');
  try {
    mkdirSync(fresh);
    await write(fresh);
    assertReplaceable(target);
    if (existsSync(target)) renameSync(target, former);
    try {
      renameSync(fresh, target);
    } catch (error) {
      if (existsSync(former)) renameSync(former, target);
      throw error;
    }
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}
