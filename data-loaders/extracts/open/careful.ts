import { createReadStream } from 'node:fs';
import Papa from 'papaparse';
import { DataError } from '../../errors.ts';
import { shown } from '../discover.ts';
import { type Header, tooLong } from './header.ts';
import { MAX_QUOTE_FAULTS, MAX_RECORD } from './limits.ts';
import { createRows, type RowsResult } from './rows.ts';

const WINDOW = 1 << 16;

/**
 * Reads a UTF-8 file record by record with exact positions and writes its rows to `target`. A stray quote breaks its own
 * line; one that takes later lines with it stops the file. Throws DataError.
 */
export async function readCarefully(
  path: string,
  fil: string,
  { delimiter, fields, headerRow }: Header,
  target: string,
): Promise<RowsResult> {
  const rows = createRows({ fil, target, header: fields, delimiter });
  const parse = createRecords(delimiter, fil, (rad, cells, { fault, quotes }) => {
    if (rad <= headerRow) return;
    if (fault !== null) return rows.refuse({ rad, kod: 'trasigt_citattecken', text: fault });
    if (quotes) assertNothingSwallowed(fil, rad, cells, fields.length, delimiter);
    rows.add(rad, quotes ? cells.map(unquoted) : cells);
  });
  try {
    let text = '';
    for await (const chunk of lines(path)) {
      text += chunk;
      text = parse(text, false);
    }
    parse(text, true);
    return rows.end();
  } finally {
    rows.close();
  }
}

/** The file as text with LF line ends and no byte order mark, in pieces of about a window. */
async function* lines(path: string): AsyncGenerator<string> {
  let first = true;
  let held = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: WINDOW })) {
    let text = held + (first ? String(chunk).replace(/^\ufeff/, '') : String(chunk));
    first = false;
    held = text.endsWith('\r') ? '\r' : '';
    if (held) text = text.slice(0, -1);
    yield text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }
  if (held) yield '\n';
}

/** `fault`: the line of a record that could not be split; `quotes`: there are quotes near the record. */
type OnRecord = (rad: number, cells: string[], about: { fault: string | null; quotes: boolean }) => void;

/**
 * A function that gives the whole records of a text to `onRecord` and returns the rest; records are numbered from 1 through
 * all calls. `last`: nothing follows the text.
 */
function createRecords(delimiter: string, fil: string, onRecord: OnRecord) {
  const parser = (preview: number) => new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"', preview });
  let rad = 0;
  let faults = 0;
  return (given: string, last: boolean): string => {
    let text = given;
    for (;;) {
      const end = last ? text.length : text.lastIndexOf('\n') + 1;
      if (end === 0) break;
      const window = text.slice(0, end);
      const quotes = window.includes('"');
      const result = parser(0).parse(window, 0, !last) as Papa.ParseResult<string[]>;
      const fault = result.errors.find(({ type }) => type === 'Quotes')?.row;
      const whole = fault ?? result.data.length;
      if (last && fault === undefined && window.endsWith('\n')) result.data.pop();
      for (const cells of result.data.slice(0, whole)) onRecord(++rad, cells, { fault: null, quotes });
      if (fault === undefined) {
        text = last ? '' : text.slice(result.meta.cursor);
        break;
      }
      const start = whole === 0 ? 0 : parser(whole).parse(window, 0, true).meta.cursor;
      const line = brokenLine(window.slice(start), delimiter);
      if (line === null) throw unclosed(fil, rad + 1);
      if (++faults > MAX_QUOTE_FAULTS) throw tooManyFaults(fil);
      onRecord(++rad, [], { fault: line, quotes });
      text = text.slice(start + line.length + 1);
      if (text === '') break;
    }
    if (text.length > MAX_RECORD) throw openOrLong(fil, rad + 1, text);
    return text;
  };
}

/** The first line of a text when its quotes are wrong within the line; null when a quote in it stays open into the next. */
function brokenLine(text: string, delimiter: string): string | null {
  const end = text.indexOf('\n');
  const line = end === -1 ? text : text.slice(0, end);
  const { errors } = new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"' }).parse(line, 0, false);
  const nothingAfter = text.slice(line.length).trim() === '';
  return nothingAfter || errors[0]?.code === 'InvalidQuotes' ? line : null;
}

/** ` "Lund" ` → `Lund`: some programs write a space after the separator. */
function unquoted(cell: string): string {
  if (cell[0] !== ' ' && cell[0] !== '\t') return cell;
  const text = /^[ \t]+"(.*)"[ \t]*$/s.exec(cell)?.[1];
  return text === undefined || /(?<!")(?:"")*"(?!")/.test(text) ? cell : text.replaceAll('""', '"');
}

/**
 * Two stray quotes can make one record of two rows, each as correct as any other quoted text with a line break; only the
 * number of separators in it tells. Throws DataError.
 */
function assertNothingSwallowed(
  fil: string,
  rad: number,
  cells: string[],
  fields: number,
  delimiter: string,
) {
  if (fields < 3) return;
  const broken = cells.filter((cell) => cell.includes('\n'));
  if (broken.length === 0) return;
  const inside = broken.reduce((sum, cell) => sum + cell.split(delimiter).length - 1, 0);
  if (cells.length - 1 + inside >= 2 * (fields - 1)) throw unclosed(fil, rad);
}

function openOrLong(fil: string, rad: number, text: string): DataError {
  return text.includes('\n') ? unclosed(fil, rad) : tooLong(fil, rad);
}

function unclosed(fil: string, rad: number): DataError {
  return new DataError(
    `Ett citattecken öppnas på rad ${rad} i ${shown(fil)} men stängs inte på raden, så att raderna efter inte ` +
      'går att skilja åt. Rätta citattecknen, eller exportera utdraget på nytt.',
  );
}

function tooManyFaults(fil: string): DataError {
  return new DataError(
    `Fler än ${MAX_QUOTE_FAULTS} rader i ${shown(fil)} har trasiga citattecken. Dubblera citattecken inne i texter, ` +
      'eller exportera utdraget på nytt.',
  );
}
