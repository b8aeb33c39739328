import { distance } from 'fastest-levenshtein';
import { DataError } from '../errors.ts';
import { fold } from '../profile/fold.ts';
import { nearest } from '../profile/nearest.ts';
import { CANONICAL_COLUMNS, headingMap, KINDS, type Slag } from './kinds.ts';
import { GENERAL, readHeadingSets } from './values/rubriker.ts';
import { withoutBlanks } from './values/text.ts';

/** One column of a file: its heading as written, its place (from 1) and the column it is, null if unknown. */
export type Column = { nr: number; rubrik: string; kolumn: string | null; namn: string };

/** What is only the form or unit of a column's values: `(datum)`, `[åååå-mm-dd]`, `(ja/nej)`, `(dygn)`. */
const UNIT =
  /[([{]\s*(?:[åäy]{2,4}|m{1,2}|d{1,2}|t{2}|h{2}|s{2}|[-/.:, ]|datum|tid|tidpunkt|klockslag|kl|och|dygn|dagar|st|antal|text|namn|kod|ja|nej|j|n|1|0|obligatorisk|frivillig|valfri)+\s*[)\]}]/giu;

/** The column a heading means, null if none: the whole heading, else without units in brackets. */
function meaningOf(heading: string, map: Map<string, string>): string | null {
  return map.get(fold(heading)) ?? map.get(fold(heading.replace(UNIT, ''))) ?? null;
}

/** How many cells of a row are headings of the kind: tells the heading row from others, and the sheet and separator that fit. */
export function headingScore(
  slag: Slag,
  kolumner: Record<string, string[]>,
): (cells: readonly string[]) => number {
  const map = headingMap(slag, kolumner);
  return (cells) => cells.filter((cell) => cell.length <= LONGEST && meaningOf(cell, map) !== null).length;
}

const LONGEST = 200;

/**
 * What each heading means. `namn` is the column's name in the raw table: the known name, else `ovrig_<nr>`. Of several
 * headings that mean one column the profile's goes first, then the column's own name and general headings, then those of a
 * system's set; the others are unknown.
 * Throws DataError when that does not tell them apart, or a required column is missing.
 */
export function matchHeadings(
  fil: string,
  slag: Slag,
  headings: string[],
  kolumner: Record<string, string[]>,
): Column[] {
  const map = headingMap(slag, kolumner);
  const claims = headings.map((heading, index) => {
    const rubrik = withoutBlanks(heading);
    return { nr: index + 1, rubrik, kolumn: meaningOf(rubrik, map) };
  });
  const columns = claims.map((claim) => {
    const rank = rankOf(claim, kolumner);
    const better = claims.some((other) => other.kolumn === claim.kolumn && rankOf(other, kolumner) < rank);
    const kolumn = better ? null : claim.kolumn;
    return { ...claim, kolumn, namn: kolumn ?? `ovrig_${claim.nr}` };
  });
  assertHeadings(fil, columns);
  assertOnce(fil, columns);
  const safe = withoutData(columns);
  assertRequired(fil, slag, safe, map);
  return safe;
}

/**
 * A line end lost after the headings makes values of them, and unknown headings are shown in messages, on a page and in the
 * manifest: where one looks like a value, all unknown ones of the file are hidden.
 */
function withoutData(columns: Column[]): Column[] {
  const isUnknown = ({ kolumn }: Column) => kolumn === null;
  const isValue = (rubrik: string) =>
    /\d{3}|\d-\d\d|\d\p{L}+\d/u.test(rubrik.replace(/(?<!\d)(?:19|20)\d\d(?!\d|-\d)/g, ''));
  if (!columns.some((column) => isUnknown(column) && isValue(column.rubrik))) return columns;
  return columns.map((column) =>
    isUnknown(column) ? { ...column, rubrik: `(dold rubrik, kolumn ${column.nr})` } : column,
  );
}

/** Who says what the heading means: 0 the profile, 1 the column's own name or a general heading, 2 a system's set. */
function rankOf(
  { rubrik, kolumn }: Pick<Column, 'rubrik' | 'kolumn'>,
  kolumner: Record<string, string[]>,
): number {
  if (kolumn === null) return 2;
  const among = (headings: string[] = []) => headings.some((heading) => fold(heading) === fold(rubrik));
  if (among(kolumner[kolumn])) return 0;
  const sets = readHeadingSets(CANONICAL_COLUMNS).filter((set) => among(set.kolumner[kolumn]));
  const general = fold(kolumn) === fold(rubrik) || sets.some(({ id }) => id === GENERAL);
  return sets.length > 0 && !general ? 2 : 1;
}

/** Unknown headings that are like one of a column the file lacks (`present`: those it has), with that column: likely slips. */
export function likelySlips(
  slag: Slag,
  unknown: readonly string[],
  present: readonly string[],
): { rubrik: string; kolumn: string }[] {
  const map = headingMap(slag, {});
  return unknown.flatMap((rubrik) => {
    const near = slipOf(rubrik, [...map.keys()]);
    const kolumn = near === null ? null : map.get(near)!;
    return kolumn === null || present.includes(kolumn) ? [] : [{ rubrik, kolumn }];
  });
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
          `"${column.rubrik}" (kolumn ${column.nr}). Ta bort den ena, eller skriv den rätta under kolumner i profilen.`,
      );
    }
  }
}

/** All that is missing is told at once: an extract is seldom ordered twice gladly. */
function assertRequired(fil: string, slag: Slag, columns: Column[], map: Map<string, string>): void {
  const present = new Set(columns.map(({ kolumn }) => kolumn));
  const missing = KINDS[slag].required.filter(
    (alternatives) => !alternatives.some((set) => set.every((column) => present.has(column))),
  );
  if (missing.length === 0) return;
  const unused = columns
    .filter(({ kolumn, rubrik }) => kolumn === null && rubrik !== '')
    .map(({ rubrik }) => rubrik);
  const told = missing.map((alternatives) => {
    const near = alternatives
      .flat()
      .map((column) => ({ column, heading: nearestHeading(column, unused, map) }));
    const hit = near.find(({ heading }) => heading !== null);
    return {
      wanted: alternatives.map((set) => set.join(' + ')).join(' eller '),
      hint:
        hit &&
        ` Närmast är "${hit.heading}": byt rubriken till ${hit.column} eller skriv den under kolumner i profilen.`,
    };
  });
  const [first, ...rest] = told;
  const found = columns.map(({ rubrik }) => rubrik || '(utan rubrik)').join(', ');
  const add = ' Lägg till kolumnen, eller skriv vad den heter hos er under kolumner i profilen.';
  throw new DataError(
    [
      `Kolumnen ${first!.wanted} saknas i ${fil}. Filen har kolumnerna: ${found}.${first!.hint ?? add}`,
      ...rest.map(({ wanted, hint }) => `Kolumnen ${wanted} saknas också.${hint ?? ''}`),
    ].join('\n'),
  );
}

/** The unused heading most like the column's name, else like another heading of it. */
function nearestHeading(column: string, unused: string[], map: Map<string, string>): string | null {
  const own = nearest(column, unused, 1 / 2);
  if (own !== null) return own;
  const headings = [...map].filter(([, meant]) => meant === column).map(([heading]) => heading);
  return unused.find((heading) => slipOf(heading, headings) !== null) ?? null;
}

/** The heading that a text is with at most one letter in five changed, null if none. */
function slipOf(text: string, headings: string[]): string | null {
  const folded = fold(text);
  const steps = headings.map((heading) => distance(folded, heading));
  const least = Math.min(...steps);
  return folded.length >= 4 && least <= folded.length / 5 ? headings[steps.indexOf(least)]! : null;
}
