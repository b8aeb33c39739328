/** Why a number is not shown, in the one wording that every page has. */
import type { PubliceradRad } from './types.ts';

/**
 * What a protected figure rests on, after its subject: "bygger på 1–4 fall, eller skulle göra det möjligt att räkna fram en
 * sådan siffra". Plain text; empty where the threshold hides nothing.
 */
export function protectedBasis(troskel: number): string {
  if (troskel <= 1) return '';
  return `bygger på ${few(troskel)}, eller skulle göra det möjligt att räkna fram en sådan siffra`;
}

/** The same under a table: "1–4 fall, eller ett tal som skulle avslöja så få". Plain text; empty where the threshold hides nothing. */
export const protectedShort = (troskel: number): string =>
  troskel <= 1 ? '' : `${few(troskel)}, eller ett tal som skulle avslöja så få`;

const few = (troskel: number): string => (troskel === 2 ? 'ett enda fall' : `1–${troskel - 1} fall`);

/** Fewest cases behind a published median and a published 90th percentile; the SQL's rule (kvantil_golv) is the one that holds. */
export const quantileFloors = (troskel: number): { median: number; p90: number } =>
  troskel > 1 ? { median: 2 * troskel, p90: 10 * troskel } : { median: 0, p90: 0 };

/** Why a row says `saknas`, where its columns tell; null where they do not. Medians need more cases than a count. */
export function missingReason({
  status,
  namnare,
  indikator,
}: Pick<PubliceradRad, 'status' | 'namnare' | 'indikator'>): 'inga fall' | 'för få fall' | null {
  if (status !== 'saknas') return null;
  if (namnare === 0) return 'inga fall';
  return indikator.startsWith('vantedagar_') ? 'för få fall' : null;
}
