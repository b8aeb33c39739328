/** Shapes of what is told beside the published rows: the extract files as read, and the catalogue behind the pages. */
import type { Grupp, Indikator, Niva, Periodtyp, Status } from './types.ts';

export type Enhet = { niva: Niva; id: string; namn: string };

/** One extract file as read, for the report, the manifest and Datakvalitet. */
export type Filrapport = {
  fil: string;
  slag: string;
  sha256: string;
  lasta: number;
  anvanda: number;
  /** Reason code → refused rows. lasta = anvanda + Σ avvisade. */
  avvisade: Record<string, number>;
  /** Reason code → rows used without one faulty fact. */
  strukna_uppgifter: Record<string, number>;
  /** Reason code → remarks about rows that are used whole. */
  anmarkningar: Record<string, number>;
  okanda_kolumner: string[];
  kolumner: { namn: string; rubrik: string; saknas_andel: number }[];
};

/** Everything the pages need besides published rows; no patient-level fact. `src/data/catalogue.json`. */
export type Katalog = {
  program: string;
  profil: string;
  profilnamn: string;
  region: { kod: string; namn: string };
  syntetisk: boolean;
  /** Null in a data set without a single dated stay. */
  sista_datadag: string;
  forsta_dag: string;
  troskel: number;
  kallsystem: string | null;
  kontakt: string | null;
  enheter: Enhet[];
  delregioner: {
    kod: string;
    namn: string;
    bekraftad: boolean;
    medlemmar: { kommun: string; fran: string; till: string | null }[];
  }[];
  grupper: Grupp[];
  indikatorer: (Omit<Indikator, 'sql'> & {
    sql: string;
    sql_sha256: string;
    /** Columns the extract would need; empty when the indicator is on. */
    avstangd_saknar: string[];
    /** Published rows by status. */
    rader: Record<Status, number>;
  })[];
  /** Latest final period per finality rule and period type; null where there is none. */
  senaste_slutliga: Record<
    'utskrivning' | 'aterinskrivning' | 'helg',
    Partial<Record<Periodtyp, string | null>>
  >;
  storhelger: { id: string; namn: string; forsta: string; sista: string }[];
  filer: Filrapport[];
  /** Rows read per kind, month of admission or discharge and vårdgivare would expose; only totals per month. */
  tackning: { manad: string; vardtillfallen: number | null; fall: number | null }[];
  /** Numbers are null where disclosure control hides them. */
  avstamning: { overens: number | null; bara_kallan: number | null; bara_beraknade: number | null } | null;
  aterinskrivning: { utan_patient_id: number | null; okand_planering_andel: number | null } | null;
  /** andel: percent of the cells, null where there are none. */
  skyddade: { niva: Niva; celler: number; skyddade: number; andel: number | null }[];
  aktiviteter: {
    kommun: string;
    start: string;
    slut: string | null;
    rubrik: string;
    status: string | null;
  }[];
  mal: Mal[];
  parametrar: Record<string, string | number | boolean | null>;
};

export type Mal = {
  indikator: string;
  niva: Niva;
  enheter: 'alla' | string[];
  varde: number;
  riktning: 'minst' | 'hogst';
  beslutad_av: string;
  fran: string;
  till: string | null;
};
