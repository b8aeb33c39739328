import {
  closeSync,
  copyFileSync,
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

/** A part is appended to disk when it holds this many characters, so memory does not grow with the rows. */
const FLUSH_AT = 1 << 18;
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
  const waiting: string[] = [];
  const parts = new Set<number>();
  const partName = (month: number) => `${file}.${month}`;
  const flush = (month: number) => {
    writeFileSync(partName(month), waiting[month] ?? '', { flag: 'a' });
    parts.add(month);
    waiting[month] = '';
  };
  return {
    add(month, lines) {
      const text = (waiting[month] ?? '') + lines;
      waiting[month] = text;
      if (text.length >= FLUSH_AT) flush(month);
    },
    finish() {
      const out = openSync(file, 'w');
      const buffer = Buffer.allocUnsafe(COPY_BYTES);
      try {
        writeSync(out, header);
        for (let month = 0; month < waiting.length; month++) {
          if (parts.has(month)) {
            const part = openSync(partName(month), 'r');
            for (let read = readSync(part, buffer); read > 0; read = readSync(part, buffer)) {
              writeSync(out, buffer, 0, read);
            }
            closeSync(part);
            rmSync(partName(month));
          }
          writeSync(out, waiting[month] ?? '');
        }
      } finally {
        closeSync(out);
      }
    },
  };
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

/** Copies a file byte by byte into the folder. */
export function copyInto(source: string, folder: string, name: string): void {
  copyFileSync(source, join(folder, name));
}
