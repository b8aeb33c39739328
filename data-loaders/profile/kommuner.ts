import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';

export type Kommun = { kod: string; namn: string };

/** The folder of the profiles that come with the program. */
export const PROFILE_FOLDER = fileURLToPath(new URL('../../profiles/', import.meta.url));

let cached: Kommun[] | undefined;

/** All 290 Swedish kommuner in code order, from `profiles/kommuner.csv`. */
export function swedishKommuner(): Kommun[] {
  cached ??= Papa.parse<Kommun>(readFileSync(`${PROFILE_FOLDER}kommuner.csv`, 'utf8'), {
    header: true,
    delimiter: ';',
    skipEmptyLines: true,
  }).data;
  return cached;
}
