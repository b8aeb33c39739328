import { closeSync, openSync, writeSync } from 'node:fs';
import { MAX_RECORD } from './limits.ts';

const BUFFER_CHARACTERS = 1 << 18;
/** Bytes a written row may have; quotes that are doubled can make it longer than the row it came from. */
export const MAX_LINE = MAX_RECORD * 1.75;

export type Canonical = {
  /** Writes one row. Returns false, and writes nothing, when it is longer than a reader takes. */
  write: (rad: number, cells: string[]) => boolean;
  close: () => void;
};

/** A new file of rows for DuckDB: UTF-8, comma, LF, double quotes, no heading, the row number first. For the owner's eyes only. */
export function createCanonical(path: string): Canonical {
  const file = openSync(path, 'w', 0o600);
  let open = true;
  let lines: string[] = [];
  let characters = 0;
  const flush = () => {
    const bytes = Buffer.from(lines.join(''));
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    lines = [];
    characters = 0;
  };
  return {
    write(rad, cells) {
      const line = `${rad},${cells.map(quoted).join(',')}\n`;
      if (line.length > MAX_LINE / 3 && Buffer.byteLength(line) > MAX_LINE) return false;
      lines.push(line);
      characters += line.length;
      if (characters > BUFFER_CHARACTERS) flush();
      return true;
    },
    close() {
      if (!open) return;
      open = false;
      try {
        flush();
      } finally {
        closeSync(file);
      }
    },
  };
}

function quoted(cell: string): string {
  if (/^[\w.:+-]*$/.test(cell)) return cell;
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
