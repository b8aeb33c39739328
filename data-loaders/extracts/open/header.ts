import { closeSync, openSync, readSync } from 'node:fs';
import Papa from 'papaparse';
import { DataError } from '../../errors.ts';
import { shown } from '../discover.ts';
import { HEADING_RECORDS, MAX_RECORD } from './limits.ts';
import type { Score } from './opened.ts';
import { isBlank } from './tail.ts';

/** The beginning of a UTF-8 file as text, its line ends as LF. `whole`: the file ends with it. */
export type Sample = { text: string; whole: boolean };

export type Header = {
  delimiter: string;
  /** The heading row's fields as written. */
  fields: string[];
  /** Its record number. */
  headerRow: number;
  /** Records of the sample, the heading row at `headerRow - 1`. */
  records: string[][];
  /** Rows above it that hold something, a `sep=` line not counted. */
  titles: number;
};

const DELIMITERS = [';', ',', '\t', '|'];
/** No text but separators and quotes. */
const NOTHING = /^[\s;,|"]*$/;
/** A first line for Excel that names the separator. Any other sign than a plausible one is passed over. */
const SEP_LINE = /^"?sep=(.)"?[;,\t|]*$/i;
const SEPARATOR = /^[!#-&(-/:-@[-`{-~\t]$/;

/** Reads whole lines up to a record's greatest length. Throws DataError when the first line is longer. */
export function readSample(path: string, fil: string): Sample {
  const buffer = Buffer.alloc(MAX_RECORD);
  const file = openSync(path, 'r');
  const length = readSync(file, buffer, 0, MAX_RECORD, 0);
  closeSync(file);
  const whole = length < MAX_RECORD;
  const end = whole ? length : Math.max(buffer.lastIndexOf(0x0a), buffer.lastIndexOf(0x0d)) + 1;
  if (end === 0 && length > 0) throw tooLong(fil, 1);
  const text = buffer.toString('utf8', 0, end).replace(/^\ufeff/, '');
  return { text: text.replace(/\r\n?/g, '\n'), whole };
}

export function tooLong(fil: string, rad: number): DataError {
  return new DataError(
    `Rad ${rad} i ${shown(fil)} är längre än ${MAX_RECORD >> 20} MB: ett citattecken kan vara öppet, eller radslut saknas. ` +
      'Rätta raden, eller exportera utdraget på nytt.',
  );
}

/**
 * The separator and the heading row: the record among the first thirty, split by the separator, that has most headings the
 * kind of extract has; of equals the first. None known: the first record that holds something, split into most fields.
 * Throws DataError when the file holds nothing.
 */
export function findHeader(sample: Sample, score: Score, fil: string): Header {
  const { text } = sample;
  const line = SEP_LINE.exec(text.split('\n', 1)[0]!);
  const sep = line && SEPARATOR.test(line[1]!) ? line[1]! : null;
  const delimiters = sep === null ? DELIMITERS : [sep, ...DELIMITERS.filter((one) => one !== sep)];
  const found = delimiters.map((delimiter) => best(sample, delimiter, score, line !== null));
  const candidates = found.filter((one) => one !== null);
  if (candidates.length === 0 && !sample.whole) throw tooLong(fil, 1);
  if (candidates.length === 0 || NOTHING.test(line ? text.slice(line[0].length) : text)) {
    throw new DataError(`Filen ${shown(fil)} är tom. Exportera utdraget på nytt eller ta bort filen.`);
  }
  candidates.sort((a, b) => b.points - a.points || b.header.fields.length - a.header.fields.length);
  return candidates[0]!.header;
}

function best(
  { text, whole }: Sample,
  delimiter: string,
  score: Score,
  sepLine: boolean,
): { header: Header; points: number } | null {
  const records = parse(text, delimiter, whole);
  let chosen: { index: number; points: number; titles: number } | null = null;
  let held = 0;
  for (let index = sepLine ? 1 : 0; index < records.length && held < HEADING_RECORDS; index++) {
    const fields = records[index]!;
    if (fields.every(isBlank)) continue;
    const points = score(fields.map((field) => field.trim()));
    if (chosen === null || points > chosen.points) chosen = { index, points, titles: held };
    held++;
  }
  if (chosen === null) return null;
  const { index, points, titles } = chosen;
  return { header: { delimiter, fields: records[index]!, headerRow: index + 1, records, titles }, points };
}

/** Records of a text with LF line ends. `last`: the last one may end without a line end. */
function parse(text: string, delimiter: string, last: boolean): string[][] {
  const parser = new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"' });
  const { data } = parser.parse(text, 0, !last) as Papa.ParseResult<string[]>;
  return data;
}
