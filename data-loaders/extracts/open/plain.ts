import { closeSync, openSync, readSync } from 'node:fs';
import type { TextFacts } from './facts.ts';
import type { Header } from './header.ts';
import { MAX_RECORD } from './limits.ts';
import { isBlank, looksTotal } from './tail.ts';

const TAIL_BYTES = 1 << 16;
const TAIL_LINES = 12;

/**
 * Whether DuckDB can be given a UTF-8 file as it is and number its rows by counting: consistent line ends, no empty line
 * between others, no line too long, a data row last, and as far as the sample goes no line break inside a field and as many
 * fields in each row as there are headings. A row DuckDB cannot split it refuses: then the file is read carefully instead.
 */
export function isPlain(path: string, facts: TextFacts, header: Header): boolean {
  const { fields, records, headerRow } = header;
  if (facts.lineEnd === null || facts.blankLine || facts.nul || facts.longestLine > MAX_RECORD) return false;
  if (fields.length < 2 || facts.lines <= headerRow) return false;
  const above = records.slice(0, headerRow);
  if (above.some((cells) => cells.some((cell) => cell.includes('\n')))) return false;
  const empty = fields.findLastIndex((heading) => !isBlank(heading)) + 1;
  for (const cells of records.slice(headerRow)) {
    const blankLine = cells.length === 1 && cells[0] === '';
    if (!blankLine && cells.length !== fields.length) return false;
    if (cells.slice(empty).some((cell) => !isBlank(cell))) return false;
    if (cells.some((cell) => /\n|^[ \t]+"/.test(cell))) return false;
  }
  return lastLines(path, facts.size).every((line) => {
    const cells = line.split(header.delimiter).map((cell) => cell.replace(/^"(.*)"$/, '$1'));
    return !cells.every(isBlank) && !looksTotal(cells, empty);
  });
}

/** The last lines that hold something, the first of the file and one that was cut left out. */
function lastLines(path: string, size: number): string[] {
  const buffer = Buffer.alloc(Math.min(size, TAIL_BYTES));
  const file = openSync(path, 'r');
  readSync(file, buffer, 0, buffer.length, size - buffer.length);
  closeSync(file);
  const lines = buffer
    .toString('utf8')
    .replace(/[\r\n]+$/, '')
    .split(/\r?\n/);
  return lines.slice(1).slice(-TAIL_LINES);
}
