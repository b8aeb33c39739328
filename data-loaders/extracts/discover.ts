import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DataError } from '../errors.ts';
import { nearest } from '../profile/nearest.ts';
import { kindOf, SLAG, type Slag } from './kinds.ts';

export type Format = 'csv' | 'parquet';
export type Extract = { fil: string; path: string; slag: Slag; format: Format; size: number };

/** Marks generated extracts; the demo command writes it beside them. */
export const SYNTHETIC_MARKER = 'SYNTETISKA_UPPGIFTER.txt';

const FORMATS: Record<string, Format> = { csv: 'csv', txt: 'csv', tsv: 'csv', parquet: 'parquet' };

/**
 * The extract files of a folder in name order, and the names of other files (reported, not read).
 * Throws DataError when the folder is missing or holds no extract, or an extract cannot be read.
 */
export function discover(folder: string): { extracts: Extract[]; unknown: string[] } {
  const names = list(folder);
  const extracts: Extract[] = [];
  const unknown: string[] = [];
  for (const fil of names) {
    const slag = kindOf(fil);
    const ending = /\.([^.]+)$/.exec(fil)?.[1]?.toLowerCase() ?? '';
    if (!slag) {
      unknown.push(fil);
      continue;
    }
    const format = FORMATS[ending];
    if (!format) throw new DataError(unreadable(fil, ending));
    const path = join(folder, fil);
    extracts.push({ fil, path, slag, format, size: readableSize(path, fil) });
  }
  if (extracts.length === 0) throw new DataError(nothing(folder, unknown));
  return { extracts, unknown };
}

/** Bytes of a file that can be opened. */
function readableSize(path: string, fil: string): number {
  try {
    accessSync(path, constants.R_OK);
    return statSync(path).size;
  } catch {
    throw new DataError(
      `Filen ${fil} går inte att öppna: rättighet saknas, eller så är den en länk till en fil som inte finns.`,
    );
  }
}

/** File names in a fixed order, hidden and half-open office files left out. */
function list(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && !/^[.~]/.test(entry.name) && entry.name !== SYNTHETIC_MARKER)
      .map((entry) => entry.name)
      .sort((a, b) => (a < b ? -1 : 1));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      throw new DataError(`Mappen ${folder} finns inte. Kontrollera sökvägen efter --extracts.`);
    if (code === 'ENOTDIR') {
      throw new DataError(`${folder} är en fil. Ange mappen som filen ligger i efter --extracts.`);
    }
    if (code === 'EACCES' || code === 'EPERM') {
      throw new DataError(`Mappen ${folder} går inte att läsa: rättighet saknas.`);
    }
    throw error;
  }
}

function unreadable(fil: string, ending: string): string {
  if (ending === 'xlsx' || ending === 'xls' || ending === 'ods') {
    return `Filen ${fil} är ett kalkylblad och kan inte läsas. Spara den som CSV (UTF-8) och lägg den i mappen i stället.`;
  }
  return `Filen ${fil} har en filändelse som inte kan läsas. Spara den som .csv (UTF-8) eller .parquet.`;
}

function nothing(folder: string, unknown: string[]): string {
  const begins = `Filnamnen ska börja med något av: ${SLAG.join(', ')}.`;
  if (unknown.length === 0) return `Mappen ${folder} är tom. Lägg utdragen där. ${begins}`;
  const near = unknown
    .map((fil) => ({ fil, slag: nearest(fil.replace(/\.[^.]*$/, ''), SLAG) }))
    .find(({ slag }) => slag);
  const hint = near ? ` Menade du ${near.slag} för ${near.fil}?` : '';
  return `Mappen ${folder} har inga utdrag, bara: ${unknown.join(', ')}. ${begins}${hint}`;
}
