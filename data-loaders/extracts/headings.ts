import { DataError } from '../errors.ts';
import { fold } from '../profile/fold.ts';
import { nearest } from '../profile/nearest.ts';
import { headingMap, KINDS, type Slag } from './kinds.ts';

/** One column of a file: its heading as written, its place (from 1) and the column it is, null if unknown. */
export type Column = { nr: number; rubrik: string; kolumn: string | null; namn: string };

/**
 * What each heading means. `namn` is the column's name in the raw table: the known name, else `ovrig_<nr>`.
 * Throws DataError when a column comes twice or a required one is missing.
 */
export function matchHeadings(
  fil: string,
  slag: Slag,
  headings: string[],
  kolumner: Record<string, string[]>,
): Column[] {
  const map = headingMap(slag, kolumner);
  const columns = headings.map((rubrik, index) => {
    const kolumn = map.get(fold(rubrik)) ?? null;
    return { nr: index + 1, rubrik, kolumn, namn: kolumn ?? `ovrig_${index + 1}` };
  });
  assertHeadings(fil, columns);
  assertOnce(fil, columns);
  assertRequired(fil, slag, columns);
  return columns;
}

/** Without a heading row the first row is data: its values must not be shown as columns found. */
function assertHeadings(fil: string, columns: Column[]): void {
  if (columns.some(({ kolumn }) => kolumn !== null)) return;
  if (!columns.some(({ rubrik }) => /\d{3}/.test(rubrik))) return;
  throw new DataError(
    `Filen ${fil} har ingen rubrikrad: den första raden ser ut att vara data. Lägg till rubriker och försök igen.`,
  );
}

function assertOnce(fil: string, columns: Column[]): void {
  for (const column of columns) {
    const other = columns.find((seen) => seen.nr < column.nr && seen.kolumn === column.kolumn && seen.kolumn);
    if (other) {
      throw new DataError(
        `Kolumnen ${column.kolumn} finns två gånger i ${fil}: rubrikerna "${other.rubrik}" (kolumn ${other.nr}) och ` +
          `"${column.rubrik}" (kolumn ${column.nr}). Ta bort den ena eller ge den en annan rubrik.`,
      );
    }
  }
}

function assertRequired(fil: string, slag: Slag, columns: Column[]): void {
  const present = new Set(columns.map(({ kolumn }) => kolumn));
  for (const alternatives of KINDS[slag].required) {
    if (alternatives.some((set) => set.every((column) => present.has(column)))) continue;
    const wanted = alternatives.map((set) => set.join(' + ')).join(' eller ');
    const unused = columns.filter(({ kolumn }) => kolumn === null).map(({ rubrik }) => rubrik);
    const near = alternatives.flat().map((column) => ({ column, heading: nearest(column, unused, 1 / 2) }));
    const hit = near.find(({ heading }) => heading !== null);
    const hint = hit
      ? ` Närmast är "${hit.heading}": byt rubriken till ${hit.column} eller skriv den under kolumner i profilen.`
      : ' Lägg till kolumnen, eller skriv vad den heter hos er under kolumner i profilen.';
    throw new DataError(
      `Kolumnen ${wanted} saknas i ${fil}. Filen har kolumnerna: ${columns.map(({ rubrik }) => rubrik).join(', ')}.${hint}`,
    );
  }
}
