import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import type { TextFacts } from './facts.ts';
import type { Header } from './header.ts';
import { MAX_RECORD } from './limits.ts';
import { isBlank, looksTotal } from './tail.ts';

const TAIL_BYTES = 1 << 16;
const TAIL_LINES = 12;

/**
 * Whether DuckDB can be given a UTF-8 file as it is and number its rows by counting: consistent line ends, no empty line
 * between others, no line too long, a data row last, and as far as the sample goes no line break inside a field and as many
 * fields in each row as there are headings, those under an empty heading at the end empty in every row. A row DuckDB cannot split it refuses: then the file is read carefully instead.
 */
export async function isPlain(path: string, facts: TextFacts, header: Header): Promise<boolean> {
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
  const tailed = lastLines(path, facts.size).some((line) => {
    const cells = line.split(header.delimiter).map((cell) => cell.replace(/^"(.*)"$/, '$1'));
    return cells.every(isBlank) || looksTotal(cells, empty);
  });
  if (tailed) return false;
  return empty === fields.length || (await everyLineEnds(path, header, fields.length - empty));
}

/** Whether every line from the heading row on that holds something ends with so many separators. */
async function everyLineEnds(path: string, header: Header, count: number): Promise<boolean> {
  const end = Buffer.from(header.delimiter.repeat(count));
  let left = header.headerRow - 1;
  let carry = Buffer.alloc(0);
  const ends = (line: Buffer) => left-- > 0 || line.length === 0 || line.subarray(-end.length).equals(end);
  const trimmed = (line: Buffer) => (line.at(-1) === 0x0d ? line.subarray(0, -1) : line);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = Buffer.concat([carry, chunk as Buffer]);
    let start = 0;
    for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, start)) {
      if (!ends(trimmed(bytes.subarray(start, at)))) return false;
      start = at + 1;
    }
    carry = Buffer.from(bytes.subarray(start));
  }
  return ends(carry);
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
