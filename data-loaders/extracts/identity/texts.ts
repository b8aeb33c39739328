import { DataError } from '../../errors.ts';
import { decode } from '../discover.ts';
import { hasPersonnummer, redact } from './number.ts';

/** A text of a file that is no value in a table, and where it stands: `rubrikraden`, `bladets namn`, `rad 3`. */
export type PlacedText = { plats: string; text: string };

/** What an opened file says outside its table (see Opened). */
export type Outside = {
  headings: string[];
  /** Rows above the headings, the sheet's name. */
  texter: PlacedText[];
  /** Rows of the wrong form, which are no rows of the table. */
  broken: { rad: number; text: string }[];
};

const PLACES_SHOWN = 5;

/**
 * Throws DataError when a valid personnummer or samordningsnummer stands in the file's name or outside its table; to be
 * asked before any message quotes a heading. `series`: the profile declares some column a number series, so that digits
 * without separator say nothing in a row that is not told apart in columns. `pseudonyms`: patients' ids are replaced, so
 * that a broken row may hold one: its text is to be redacted before it is kept.
 */
export function assertNoIdentityOutside(
  fil: string,
  { headings, texter, broken }: Outside,
  { series, pseudonyms }: { series: boolean; pseudonyms: boolean },
): void {
  assertNoIdentityInNames([fil]);
  const rows = pseudonyms ? [] : broken.filter(({ text }) => hasPersonnummer(text, { series }));
  const places = [
    ...headings.filter((text) => hasPersonnummer(text)).map(() => 'rubrikraden'),
    ...texter.filter(({ text }) => hasPersonnummer(text)).map(({ plats }) => plats),
    ...rows.map(({ rad }) => `rad ${rad}`),
  ];
  if (places.length === 0) return;
  const different = [...new Set(places)];
  throw new DataError(
    `Filen ${fil} innehåller personnummer eller samordningsnummer utanför tabellens kolumner: ${places.length} ` +
      `${places.length === 1 ? 'text' : 'texter'} (${different.slice(0, PLACES_SHOWN).join(', ')}` +
      `${different.length > PLACES_SHOWN ? ' …' : ''}). Inget ur filen har sparats. Ta bort numren och försök igen.`,
  );
}

/** Throws DataError when a valid number stands in the name of a file, read or not: reports list them. */
export function assertNoIdentityInNames(files: string[]): void {
  // A folder's key stands percent-encoded in its name, and is read without that.
  const names = files.map((fil) =>
    fil
      .split(/([/=])/)
      .map(decode)
      .join(''),
  );
  const named = names.find((name) => hasPersonnummer(name));
  if (named === undefined) return;
  throw new DataError(
    `Filnamnet ${redact(named)} innehåller ett personnummer eller samordningsnummer. Byt namn på filen.`,
  );
}
