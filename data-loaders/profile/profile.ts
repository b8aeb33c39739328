import type { Mal, OppnaData, Tillganglighet } from '../catalogue-types.ts';
import type { CkmParameters } from '../ckm/parameters.ts';
import type { Utan } from './breakdowns.ts';
import type { Delregion } from './delregioner.ts';
import type { Yta } from './karta.ts';
import type { Kommun } from './kommuner.ts';
import type { Betalningsmodell } from './model.ts';
import type { ProfileFile } from './schema.ts';

/** A region's organisation and parameters, checked and with every default filled in. */
export type Profile = {
  /** The file's name without ending: `skane`. */
  id: string;
  /** Every file read, the profile's own last, for checksums. */
  filer: string[];
  namn: string;
  region: { kod: string; namn: string };
  kallsystem: string | null;
  kontakt: string | null;
  /** Who answers for the site's accessibility, and what was found; null where the profile says nothing of it. */
  tillganglighet: Tillganglighet | null;
  oppna_data: OppnaData;
  kommuner: Kommun[];
  delregioner: Delregion[];
  /** The kommuner's areas from a map of one's own; null without one. */
  karta: Yta[] | null;
  /** Kommun codes row by row in rough geography, `''` for an empty tile; empty where the profile has no map. */
  rutkarta: string[][];
  vardgivare: { kod: string; namn: string; synonymer: string[] }[];
  rojandekontroll: {
    troskel: number;
    metod: 'undertryck' | 'ckm';
    ckm: CkmParameters;
    utan: Utan;
  };
  /** How the kommun pays for waiting; null where the profile says nothing of it. */
  betalningsmodell: Betalningsmodell | null;
  belopp_per_dygn: { ar: number; kr: number; kalla: string | null }[];
  mal: Mal[];
  aktiviteter: NonNullable<ProfileFile['aktiviteter']>;
  aterinskrivning: { dagar: number; okand_planering: 'inte_oplanerad' | 'oplanerad' };
  kolumner: Record<string, string[]>;
  /** Columns (own names or headings) whose values are a number series and no personnummer, whatever they look like. */
  nummerserier: string[];
  samverkansdagar: string[];
  /** ISO weeks; may run over the new year. */
  semesterperiod: { fran_vecka: number; till_vecka: number };
  /** First day of the month that a delregion's page compares with; null: twelve months before the latest final one. */
  sedan: string | null;
  sista_datadag: string | null;
  max_avvisade_andel: number;
  /** What becomes of rows that say different things of the same stay or notice. */
  dubbletter: { motsagande: 'avvisa' | 'nyaste_filen' };
  /** Limits of the checks that remark and never refuse; see queries/6_katalog. */
  granskning: Granskning;
};

export type Granskning = {
  /** Usual number a month from which a month without any is a gap. */
  lucka_minst: number;
  /** Times more or less than usual that is a jump. */
  hopp_kvot: number;
  /** A jump is also more than this many times the square root of the greater number: chance makes small numbers jump. */
  hopp_brus: number;
  /** Share (0–1) of empty cells from which a column that figures need is told. */
  tom_kolumn_andel: number;
  /** Days beyond which a stay is remarked on. */
  lang_vistelse_dagar: number;
  /** Stays beyond which a patient's id is remarked on: it may stand for those who have none. */
  patient_vistelser: number;
  /** A date is apart from all others beyond this many months without any, */
  ensam_manader: number;
  /** which usually have so many dates in all, */
  ensam_vantat: number;
  /** with at most this share (0–1) of the dates; */
  ensam_andel: number;
  /** after so many months without any, */
  ensam_lang_manader: number;
  /** with at most this one. */
  ensam_lang_andel: number;
};
