import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import { DataError } from '../../errors.ts';
import { type Extract, shown } from '../discover.ts';
import type { PlacedText } from '../identity/texts.ts';
import { readCarefully } from './careful.ts';
import { detectEncoding, type Encoding } from './encoding.ts';
import { readFacts, type TextFacts } from './facts.ts';
import { findHeader, type Header, readSample } from './header.ts';
import type { Opened, Score } from './opened.ts';
import { isPlain } from './plain.ts';
import { isBlank } from './tail.ts';
import { toUtf8, unpack } from './unpack.ts';

export type TextOptions = {
  score: Score;
  careful: boolean;
  /** The file's facts if they are known already. */
  facts?: TextFacts;
  /** Path of a new temporary file. */
  temp: () => string;
};

const NAMES: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
};

/**
 * A CSV file: unpacked, in UTF-8, its heading row found; as it stands if DuckDB reads it right, else as a canonical copy.
 * Throws DataError.
 */
export async function openText(extract: Extract, options: TextOptions): Promise<Opened> {
  const { fil } = extract;
  const made: string[] = [];
  const temp = () => {
    const path = options.temp();
    made.push(path);
    return path;
  };
  let kept: string | undefined;
  try {
    const { path, facts, anmarkningar } = await asUtf8(extract, options.facts, temp);
    const header = findHeader(readSample(path, fil), options.score, fil);
    if (header.titles > 0) anmarkningar.push(titles(header.titles));
    const opened =
      !options.careful && (await isPlain(path, facts, header))
        ? asItStands(path, facts, header)
        : await carefully(path, fil, header, temp());
    kept = opened.rows.path;
    return { ...opened, anmarkningar: [...anmarkningar, ...opened.anmarkningar], texter: titleTexts(header) };
  } finally {
    for (const path of made) if (path !== kept) rmSync(path, { force: true });
  }
}

type Utf8 = { path: string; facts: TextFacts; anmarkningar: string[] };

/** The file itself, or a copy of it that is unpacked and in UTF-8. */
async function asUtf8(extract: Extract, known: TextFacts | undefined, temp: () => string): Promise<Utf8> {
  const { fil, size } = extract;
  let { path } = extract;
  let facts = known;
  const anmarkningar: string[] = [];
  if (startsWith(path, [0x1f, 0x8b])) {
    const target = temp();
    await unpack(path, target, fil, size);
    path = target;
    facts = undefined;
    anmarkningar.push('packad med gzip');
  }
  assertText(path, fil);
  facts ??= await readFacts(path);
  const encoding = await detectEncoding(path, fil, facts);
  if (encoding !== 'utf-8') {
    const target = temp();
    await toUtf8(path, target, fil, encoding);
    path = target;
    facts = await readFacts(path);
    anmarkningar.push(`kodning ${NAMES[encoding]}`);
  }
  return { path, facts, anmarkningar };
}

function asItStands(path: string, facts: TextFacts, header: Header): Omit<Opened, 'texter'> {
  const { fields, headerRow, delimiter } = header;
  const named = fields.findLastIndex((heading) => !isBlank(heading)) + 1;
  return {
    headings: fields.slice(0, named).map((heading) => heading.trim()),
    headerRow,
    rows: {
      typ: 'csv',
      path,
      delimiter,
      skip: headerRow,
      fields: fields.length,
      numbered: false,
      lines: facts.lines - headerRow,
    },
    broken: [],
    anmarkningar: [],
  };
}

async function carefully(
  path: string,
  fil: string,
  header: Header,
  target: string,
): Promise<Omit<Opened, 'texter'>> {
  const { headings, fields, broken, emptyTail } = await readCarefully(path, fil, header, target);
  const anmarkningar =
    emptyTail > 0
      ? [`${emptyTail} ${emptyTail === 1 ? 'tom rad' : 'tomma rader'} sist i filen hoppades över`]
      : [];
  const rows = {
    typ: 'csv',
    path: target,
    delimiter: ',',
    skip: 0,
    fields,
    numbered: true,
    lines: null,
  } as const;
  return { headings, headerRow: header.headerRow, rows, broken, anmarkningar };
}

/** The rows above the heading row, those that hold something. */
function titleTexts({ records, headerRow }: Header): PlacedText[] {
  return records
    .slice(0, headerRow - 1)
    .map((cells, index) => ({ plats: `rad ${index + 1}`, text: cells.join(', ') }))
    .filter(({ text }) => /[^\s,]/.test(text));
}

/** What is said of rows above the heading row. */
export function titles(count: number): string {
  return `${count} ${count === 1 ? 'titelrad' : 'titelrader'} ovanför rubrikerna hoppades över`;
}

/** Throws DataError for a file whose first bytes are those of another kind of file. */
function assertText(path: string, fil: string): void {
  const name = shown(fil);
  if (startsWith(path, [0x50, 0x4b])) {
    throw new DataError(
      `Filen ${name} är ett kalkylblad eller en zip-fil under fel namn. Ge den ändelsen .xlsx om den är en Excel-arbetsbok, eller spara den som CSV (UTF-8).`,
    );
  }
  if (startsWith(path, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new DataError(
      `Filen ${name} är ett äldre eller låst kalkylblad under fel namn. Spara den som .xlsx utan lösenord eller som CSV (UTF-8).`,
    );
  }
  if (startsWith(path, [0x50, 0x41, 0x52, 0x31])) {
    throw new DataError(`Filen ${name} är en Parquet-fil under fel namn. Ge den ändelsen .parquet.`);
  }
  if (startsWith(path, [0x1f, 0x8b])) {
    throw new DataError(`Filen ${name} är packad två gånger. Packa upp den och lägg den i mappen.`);
  }
}

export function startsWith(path: string, bytes: number[]): boolean {
  const start = Buffer.alloc(bytes.length);
  const file = openSync(path, 'r');
  try {
    return readSync(file, start, 0, bytes.length, 0) === bytes.length && start.equals(Buffer.from(bytes));
  } finally {
    closeSync(file);
  }
}
