import { closeSync, openSync, readSync, rmSync, writeFileSync, writeSync } from 'node:fs';

/** A part is appended to disk when it holds this many bytes, so memory does not grow with the rows. */
const PART_BYTES = 1 << 17;
const MOST_BYTES_PER_CHARACTER = 3;
const COPY_BYTES = 1 << 22;

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
