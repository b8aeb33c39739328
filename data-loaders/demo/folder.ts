import { existsSync, readdirSync, statSync } from 'node:fs';
import { UsageError } from '../errors.ts';
import { SYNTHETIC_MARKER } from '../extracts/discover.ts';

const DEMO_FILES = [
  SYNTHETIC_MARKER,
  'utskrivningsklar.csv',
  'utskrivningar.csv',
  'aterinskrivningar.csv',
  'aktiviteter.csv',
  'befolkning.csv',
  'vardplatser.csv',
  'jamforelse.csv',
];

/**
 * Refuses a folder that is not wholly the generator's own, because it would be replaced whole: a region's extracts
 * have the same names but no marker. Throws UsageError.
 */
export function assertReplaceable(out: string): void {
  if (!existsSync(out)) return;
  const way = 'Inget har skrivits. Ange en tom eller ny mapp med --out.';
  if (!statSync(out).isDirectory()) throw new UsageError(`--out ${out} är en fil. ${way}`);
  const present = readdirSync(out);
  const foreign = present.find((name) => !DEMO_FILES.includes(name));
  if (present.length > 0 && (foreign !== undefined || !present.includes(SYNTHETIC_MARKER))) {
    throw new UsageError(
      `--out ${out} innehåller annat än påhittade utdrag från det här programmet (${foreign ?? present[0]}). ${way}`,
    );
  }
}
