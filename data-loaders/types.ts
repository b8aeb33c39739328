/** Shapes shared by the pipeline, the published files and the site. Column names are the contract's (docs/filer.md). */

export type Niva = 'kommun' | 'delregion' | 'region' | 'vardgivare' | 'kommun_vardgivare';
export type Periodtyp = 'manad' | 'kvartal' | 'halvar' | 'ar' | 'rullande12' | 'helg';
export type Grupp = 'alla' | 'somatik' | 'psykiatri' | '65plus' | '80plus';
export type Status = 'visas' | 'skyddad' | 'saknas';

/** The readable head of an indicator's SQL file: the one place an indicator is described. */
export type Indikator = {
  id: string;
  titel: string;
  /** Short heading for tables and navigation. */
  kort: string;
  definition: string;
  taljare: string;
  namnare: string;
  enhet: 'dagar' | 'procent' | 'kvot' | 'fall per dag';
  decimaler: number;
  riktning: 'lagre' | 'hogre' | 'ingen';
  nivaer: Niva[];
  perioder: Periodtyp[];
  grupper: Grupp[];
  /** Levels at which fewer periods or groups are computed. */
  undantag?: Partial<Record<Niva, { perioder: Periodtyp[]; grupper: Grupp[] }>>;
  /** What `kategori` holds; absent where it is always `alla`. */
  kategorier?:
    | 'veckodag'
    | 'veckodag_matris'
    | 'dagklass'
    | 'utskrivningsdag'
    | 'utskrivningsdag_destination';
  /** Extract columns without which the indicator is switched off, as `kolumn`. */
  kraver: string[];
  /** Parameters of the profile that change the figure. */
  parametrar?: string[];
  rojande: Rojande;
  /** Which finality rule the periods follow. */
  slutlig: 'utskrivning' | 'aterinskrivning' | 'helg';
  kalla: string;
  avviker?: string;
  /** Folder-relative path and text of the SQL file, filled in by the registry. */
  fil: string;
  sql: string;
};

/** How disclosure control judges an indicator's cells: which counted set they show and by which keys. */
export type Rojande = {
  typ: 'andel' | 'medel' | 'fordelning' | 'kvantil' | 'antal' | 'kvot';
  mangd: 'fall' | 'vardtillfalle' | 'episod' | 'helgfall';
  /** Keys of the counts a cell shows, with `{kategori}` where the category enters; see queries/4_rojandekontroll. */
  visar: string[];
};

/** One row of a published `<id>.csv`, in column order. Null is an empty field. */
export type PubliceradRad = {
  indikator: string;
  niva: Niva;
  enhet_id: string;
  enhet: string;
  periodtyp: Periodtyp;
  /** First day of the period, ISO. */
  period: string;
  grupp: Grupp;
  kategori: string;
  taljare: number | null;
  namnare: number | null;
  antal: number | null;
  varde: number | null;
  nedre: number | null;
  ovre: number | null;
  status: Status;
  slutlig: 0 | 1;
};

export type Signal = 'utanfor' | 'sju_samma_sida' | 'sju_trend' | 'tva_av_tre';

/** One visible final month of a control chart (XmR). Only published cells enter. */
export type StyrdiagramPunkt = {
  indikator: string;
  niva: Niva;
  enhet_id: string;
  grupp: Grupp;
  period: string;
  varde: number;
  medel: number;
  nedre_grans: number;
  ovre_grans: number;
  /** The strongest rule the month breaks, null if none. */
  signal: Signal | null;
  /** Side of the mean: -1 under, 0 on, 1 over. */
  sida: -1 | 0 | 1;
  /** Months in a row on this side up to and including this one; a gap or a point on the line starts over. */
  i_rad: number;
  /** Length of the whole unbroken run on one side that the month is part of (0 on the line). */
  foljd_langd: number;
};

/** The verdict on the latest visible final month of one unit's series. */
export type Styrdiagram = {
  indikator: string;
  niva: Niva;
  enhet_id: string;
  grupp: Grupp;
  senaste_period: string;
  varde: number;
  medel: number;
  nedre_grans: number;
  ovre_grans: number;
  antal_punkter: number;
  /** True under 12 points: trial limits. */
  preliminar: boolean;
  bedomning: 'battre' | 'samre' | 'forandring' | 'normal';
  signal: Signal | null;
  i_rad: number;
  sida: -1 | 0 | 1;
};

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

export type JamforelseRad = {
  indikator: string;
  niva: string;
  enhet: string;
  periodtyp: 'manad' | 'ar';
  period: string;
  varde: number | null;
  antal: number | null;
  kalla: string;
  status: 'visas' | 'saknas';
};
