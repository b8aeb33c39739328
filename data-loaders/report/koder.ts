import { ANMARKNINGAR } from './koder-anmarkning.ts';
import { FEL } from './koder-fel.ts';

export type Radtyp = 'avvisad' | 'struken' | 'anmarkning';

export type Kod = {
  /** What may become of the row: refused, robbed of the fact, or used with a remark. */
  typer: Radtyp[];
  /** The fault, to be read after a number of rows. */
  text: string;
  /** What the supplier can do about it. */
  atgard: string;
};

/**
 * Every remark a row can get, with its Swedish text: the one list. The SQL files `granskning_*` give the codes,
 * docs/fel.md shows them (a test compares all three).
 */
export const KODER: Record<string, Kod> = { ...FEL, ...ANMARKNINGAR };

/** Refusals that say nothing against the extract: they are outside the limit for refused rows. */
export const UTANFOR_GRANSEN = ['dubblett', 'ersatt_av_nyare_fil', 'summarad', 'tom_rad'];
