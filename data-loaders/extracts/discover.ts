import { accessSync, constants, type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { DataError, printable } from '../errors.ts';
import { nearest } from '../profile/nearest.ts';
import { kindOf, SLAG, type Slag } from './kinds.ts';

export type Format = 'csv' | 'xlsx' | 'parquet';

export type Extract = {
  /** Path inside the folder, with `/`: `utskrivningar/ar=2025/x.parquet`. */
  fil: string;
  path: string;
  slag: Slag;
  format: Format;
  /** Bytes. */
  size: number;
  /** Keys and values of the folders a part lies in: `ar=2025/` → {ar: '2025'}. */
  mappnycklar: Record<string, string>;
};

/** Marks generated extracts; the demo command writes it beside them. */
export const SYNTHETIC_MARKER = 'SYNTETISKA_UPPGIFTER.txt';

const FORMATS: Record<string, Format> = {
  csv: 'csv',
  txt: 'csv',
  tsv: 'csv',
  xlsx: 'xlsx',
  parquet: 'parquet',
};
/** A table by its name, inside a partitioned extract. */
const PART = /\.(?:parquet|xlsx|[ct]sv(?:\.gz)?)$/i;
/** Folders below each other in a partitioned extract. */
const MAX_DEPTH = 8;

/**
 * The extract files of a folder in name order, and the names of other files and folders (reported, not read). A folder
 * whose name begins with a kind is a partitioned extract: the tables in it are extracts.
 * Throws DataError when the folder is missing or holds no extract, or an extract cannot be read or lies outside it.
 */
export function discover(folder: string): { extracts: Extract[]; unknown: string[] } {
  const found: { extracts: Extract[]; unknown: string[] } = { extracts: [], unknown: [] };
  const names = entries(folder, folder);
  const root = realpathSync(folder);
  for (const fil of names) {
    const slag = kindOf(fil);
    const path = join(folder, fil);
    const type = slag ? insideType(path, fil, root) : plainType(path);
    if (!slag) found.unknown.push(type === 'mapp' ? `${fil}/` : fil);
    else if (type === 'mapp') partitions({ folder, fil, slag, root, depth: 1, mappnycklar: {} }, found);
    else
      found.extracts.push({
        fil,
        path,
        slag,
        format: formatOf(fil),
        size: readableSize(path, fil),
        mappnycklar: {},
      });
  }
  if (found.extracts.length === 0) throw new DataError(nothing(folder, found.unknown));
  found.extracts.sort((a, b) => (a.fil < b.fil ? -1 : 1));
  return found;
}

/** A file name as a message shows it, on one line. */
export function shown(fil: string): string {
  return printable(fil).replaceAll('\n', '\ufffd');
}

type Folder = {
  folder: string;
  fil: string;
  slag: Slag;
  root: string;
  depth: number;
  mappnycklar: Record<string, string>;
};

/** Adds the tables of a partitioned extract, and what else lies there (`_SUCCESS`, a readme) to the unknown. */
function partitions(place: Folder, found: { extracts: Extract[]; unknown: string[] }): void {
  const { folder, slag, root, depth, mappnycklar } = place;
  for (const name of entries(join(folder, place.fil), place.fil)) {
    const fil = `${place.fil}/${name}`;
    const path = join(folder, fil);
    const type = insideType(path, fil, root);
    if (type === 'mapp') {
      if (depth >= MAX_DEPTH)
        throw new DataError(`Mappen ${shown(fil)} ligger för djupt. Högst ${MAX_DEPTH} nivåer läses.`);
      partitions(
        { ...place, fil, depth: depth + 1, mappnycklar: { ...mappnycklar, ...partitionKey(name) } },
        found,
      );
    } else if (PART.test(name)) {
      const size = readableSize(path, fil);
      found.extracts.push({ fil, path, slag, format: formatOf(name), size, mappnycklar });
    } else found.unknown.push(fil);
  }
}

/** `ar=2025` → {ar: '2025'}; a folder of another name gives nothing. Values are percent-encoded as Hive writes them. */
function partitionKey(name: string): Record<string, string> {
  const [, key, value] = /^([^=]+)=(.*)$/s.exec(name) ?? [];
  if (key === undefined || value === undefined) return {};
  return { [decode(key)]: value === '__HIVE_DEFAULT_PARTITION__' ? '' : decode(value) };
}

/** A name without percent-encoding; as it stands if it has none. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function formatOf(fil: string): Format {
  const ending = /\.([^.]+)$/.exec(fil.replace(/\.gz$/i, ''))?.[1]?.toLowerCase() ?? '';
  const format = FORMATS[ending];
  if (format && (format === 'csv' || !/\.gz$/i.test(fil))) return format;
  if (['xls', 'xlsb', 'xlsm', 'ods', 'numbers'].includes(ending)) {
    throw new DataError(
      `Filen ${shown(fil)} är ett kalkylblad i ett format som inte läses. Spara den som Excel-arbetsbok (.xlsx) eller CSV (UTF-8).`,
    );
  }
  throw new DataError(
    `Filen ${shown(fil)} har en filändelse som inte kan läsas. Spara den som .csv (UTF-8), .xlsx eller .parquet.`,
  );
}

/** What a path leads to. Throws DataError when it cannot be opened or leads out of the folder of extracts. */
function insideType(path: string, fil: string, root: string): 'mapp' | 'fil' {
  const real = orUnreadable(fil, () => realpathSync(path));
  if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)) {
    throw new DataError(
      `${shown(fil)} är en länk som leder ut ur mappen med utdrag och läses inte. Lägg själva filen i mappen.`,
    );
  }
  return plainType(path);
}

function plainType(path: string): 'mapp' | 'fil' {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? 'mapp' : 'fil';
}

/** Bytes of an ordinary file that can be opened. */
function readableSize(path: string, fil: string): number {
  return orUnreadable(fil, () => {
    accessSync(path, constants.R_OK);
    const stat = statSync(path);
    if (!stat.isFile())
      throw new DataError(`${shown(fil)} är ingen vanlig fil. Lägg en vanlig fil i mappen i stället.`);
    return stat.size;
  });
}

function orUnreadable<T>(fil: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw new DataError(
      `Filen ${shown(fil)} går inte att öppna: rättighet saknas, eller så är den en länk till en fil som inte finns.`,
    );
  }
}

/** Names in a folder in a fixed order; hidden and half-open office files left out. */
function entries(path: string, name: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .map((entry: Dirent) => entry.name)
      .filter((entry) => !/^[.~]/.test(entry) && entry !== SYNTHETIC_MARKER)
      .sort((a, b) => (a < b ? -1 : 1));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      throw new DataError(`Mappen ${shown(name)} finns inte. Kontrollera sökvägen efter --extracts.`);
    if (code === 'ENOTDIR') {
      throw new DataError(`${shown(name)} är en fil. Ange mappen som filen ligger i efter --extracts.`);
    }
    if (code === 'EACCES' || code === 'EPERM') {
      throw new DataError(`Mappen ${shown(name)} går inte att läsa: rättighet saknas.`);
    }
    throw error;
  }
}

function nothing(folder: string, unknown: string[]): string {
  const begins = `Filnamnen ska börja med något av: ${SLAG.join(', ')}.`;
  if (unknown.length === 0) return `Mappen ${folder} är tom. Lägg utdragen där. ${begins}`;
  const near = unknown
    .map((fil) => ({ fil, slag: nearest(fil.replace(/\.[^.]*$/, ''), SLAG) }))
    .find(({ slag }) => slag);
  const hint = near ? ` Menade du ${near.slag} för ${shown(near.fil)}?` : '';
  return `Mappen ${folder} har inga utdrag, bara: ${unknown.map(shown).join(', ')}. ${begins}${hint}`;
}
