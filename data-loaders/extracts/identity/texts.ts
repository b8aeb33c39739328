import { DataError } from '../../errors.ts';
import { hasPersonnummer, redact } from './number.ts';

/** A text of a file that is no value in a table, and where it stands: `filnamnet`, `en rubrik`, `bladets namn`, `rad 3`. */
export type PlacedText = { plats: string; text: string };

/**
 * Throws DataError when a valid personnummer or samordningsnummer stands in the file's name or in any of the texts:
 * headings, title rows, sheet names, rows of the wrong form. `series`: the profile declares some column a number series,
 * so that digits without separator say nothing in a text that is not told apart in columns.
 */
export function assertNoIdentityInTexts(fil: string, texts: PlacedText[], { series = false } = {}): void {
  if (hasPersonnummer(fil)) {
    throw new DataError(
      `Filnamnet ${redact(fil)} innehåller ett personnummer eller samordningsnummer. Byt namn på filen.`,
    );
  }
  const places = texts.filter(({ text }) => hasPersonnummer(text, { series })).map(({ plats }) => plats);
  if (places.length === 0) return;
  const shown = [...new Set(places)].slice(0, 5).join(', ');
  throw new DataError(
    `Filen ${fil} innehåller personnummer eller samordningsnummer utanför tabellens kolumner: ${places.length} ` +
      `${places.length === 1 ? 'text' : 'texter'} (${shown}${new Set(places).size > 5 ? ' …' : ''}). ` +
      'Inget ur filen har sparats. Ta bort numren och försök igen.',
  );
}
