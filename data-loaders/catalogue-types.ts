/** Shape of the catalogue behind the pages: what is told beside the published rows. */
import type { Brusuppgift } from './ckm/parameters.ts';
import type { Utan } from './profile/breakdowns.ts';
import type { Yta } from './profile/karta.ts';
import type { Betalningsmodell } from './profile/model.ts';
import type { Filuppgift, Tackningsflagga, TomtKrav } from './report/types.ts';
import type { Grupp, Indikator, Niva, Periodtyp, Status } from './types.ts';

/** Whole percent. `andel`: of the published cells, hidden; `fall_utanfor`: of the region's cases, those that no shown cell holds. */
export type Skyddsandel = { celler: number; skyddade: number; andel: number; fall_utanfor: number | null };

/** A period of which `andel` percent of the rows that stand as first published would be otherwise with today's extracts. */
export type Rattade = { periodtyp: Periodtyp; period: string; andel: number };

/** A publication in a series. */
export type Utgava = {
  /** The one before; null for the first. */
  foregaende: { sista_datadag: string; manifest_sha256: string } | null;
  /** True where published figures were counted anew. */
  revision: boolean;
  /** Rows that stand as first published, and those of them that today's extracts give otherwise. */
  frysta_rader: number;
  rattade_rader: number;
  rattade: Rattade[];
};

export type Enhet = { niva: Niva; id: string; namn: string };

/** Everything the pages need besides published rows; no patient-level fact. `src/data/catalogue.json`. */
export type Katalog = {
  program: string;
  profil: string;
  profilnamn: string;
  region: { kod: string; namn: string };
  syntetisk: boolean;
  sista_datadag: string;
  forsta_dag: string;
  troskel: number;
  kallsystem: string | null;
  kontakt: string | null;
  tillganglighet: Tillganglighet | null;
  oppna_data: OppnaData;
  enheter: Enhet[];
  delregioner: {
    kod: string;
    namn: string;
    bekraftad: boolean;
    medlemmar: { kommun: string; fran: string; till: string | null }[];
  }[];
  /** The kommuner's areas from a map of one's own; null without one. */
  karta: Yta[] | null;
  /** Kommun codes row by row in rough geography, `''` for an empty tile; empty where the profile has no map. */
  rutkarta: string[][];
  grupper: Grupp[];
  indikatorer: (Omit<Indikator, 'sql'> & {
    sql: string;
    sql_sha256: string;
    /** The files under queries/ that the figure is made of, its own last. */
    laser: string[];
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
  /** First day of the month that the latest final one is compared with; null without a final month. */
  sedan: string | null;
  storhelger: { id: string; namn: string; forsta: string; sista: string }[];
  filer: Filuppgift[];
  /** Totals per month; the months of a vårdgivare are published as an indicator. */
  tackning: { manad: string; vardtillfallen: number | null; fall: number | null }[];
  /** Flags on months whose published numbers can be seen, and how many there are besides. */
  tackningsflaggor: Tackningsflagga[];
  dolda_tackningsflaggor: number;
  tomma_krav: TomtKrav[];
  /** Numbers are null where disclosure control hides them. */
  avstamning: { overens: number | null; bara_kallan: number | null; bara_beraknade: number | null } | null;
  aterinskrivning: { utan_patient_id: number | null; okand_planering_andel: number | null } | null;
  /** andel: percent of the cells, null where there are none. */
  skyddade: { niva: Niva; celler: number; skyddade: number; andel: number | null }[];
  metod: 'undertryck' | 'ckm';
  /** Breakdowns that the profile does without: nowhere among the published rows. */
  utan: Utan;
  /** The noise where `metod` is ckm, else null. The seed of its keys is never published. */
  ckm: Brusuppgift | null;
  /** What a series of publications binds; null outside one. */
  utgava: Utgava | null;
  skyddade_period: ({ niva: Niva; periodtyp: Periodtyp } & Skyddsandel)[];
  skyddade_grupp: ({ niva: Niva; grupp: Grupp; periodtyp: Periodtyp } & Omit<Skyddsandel, 'fall_utanfor'>)[];
  skyddade_indikator: ({ niva: Niva; indikator: string } & Skyddsandel)[];
  /** Inhabitants 65 and over that the latest year of the data is counted with, and the kommuner nearest in size, nearest first. */
  befolkning: { kommun: string; ar: number; antal: number; liknande: string[] }[];
  /** Years of the data counted with the inhabitants of earlier ones, the first and the last of those. */
  befolkningsar: { ar: number; fran: number; till: number }[];
  aktiviteter: Lokalaktivitet[];
  mal: Mal[];
  /** Payment models: the profile's own, then those of the program's other profiles. */
  betalningsmodeller: Betalningsmodell[];
  /** Id of the profile's own; null where it has none. */
  betalningsmodell: string | null;
  belopp_per_dygn: { ar: number; kr: number; kalla: string | null }[];
  bedomningar: Bedomning[];
  parametrar: Record<string, string | number | boolean | null>;
};

/** What the law on accessible public service has the publisher state of the site (2018:1937); days are ISO dates. */
export type Tillganglighet = {
  ansvarig: string;
  forenlighet: 'helt' | 'delvis' | 'inte' | null;
  /** Who judged it, where it was not the publisher. */
  granskare: string | null;
  bedomd: string | null;
  uppdaterad: string | null;
  brister: {
    vad: string;
    skal: 'bristande_efterlevnad' | 'oskaligt_betungande' | 'undantag';
    atgard: string | null;
  }[];
};

/** Who publishes the files as open data, at which address (with a slash at the end) and under which licence. */
export type OppnaData = { utgivare: string | null; adress: string | null; licens: string | null };
/** A table of step 5 that is published as a file of its own. */
export type Bedomning = { id: string; laser: string[]; sql: string; sql_sha256: string };

/** A local improvement activity, numbered from 1. */
export type Lokalaktivitet = {
  nr: number;
  kommun: string;
  start: string;
  slut: string | null;
  rubrik: string;
  status: 'genomford' | 'planerad' | null;
  /** Success factor 1–12 of the kartläggning. */
  framgangsfaktor: number | null;
};

export type Mal = {
  indikator: string;
  niva: Niva;
  enheter: 'alla' | string[];
  varde: number;
  riktning: 'minst' | 'hogst';
  /** The nämnd that answers for the goal, if the profile names it. */
  namnd: string | null;
  beslutad_av: string;
  beslutad: string | null;
  fran: string;
  till: string | null;
  /** Made up to show how goals work: only used on synthetic extracts. */
  exempel: boolean;
};
