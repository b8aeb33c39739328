import type { UnknownKommuner } from '../extracts/values/kommuner.ts';
import { countedRows, spaced } from './text.ts';

/** The wrong kommuner, one a line, with their rows and the nearest name: the only values of refused rows that are shown. */
export function kommunTexts({ visas, andra }: UnknownKommuner, shown: number): string[] {
  const hidden = visas.slice(shown);
  const texts = andra.texter + hidden.length;
  const rows = hidden.reduce((sum, { rader }) => sum + rader, andra.rader);
  return [
    ...visas.slice(0, shown).map(({ text, rader, forslag }) => {
      const meant =
        forslag.length > 0 ? `menade du ${forslag.join(' eller ')}?` : 'ingen kommun har den koden.';
      return `"${text}" (${countedRows(rader)}): ${meant}`;
    }),
    ...(texts > 0
      ? [`${texts === 1 ? '1 annan text' : `${spaced(texts)} andra texter`} (${countedRows(rows)})`]
      : []),
  ];
}
