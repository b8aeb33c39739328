/** Shapes shared by the pipeline, the published files and the site. Column names are the contract's (docs/filer.md). */

import type {
  ENHETER,
  Grupp,
  KATEGORIER,
  MANGDER,
  Niva,
  Periodtyp,
  ROJANDETYPER,
  SLUTLIGREGLER,
  TAL,
} from './value-lists.ts';

export type { Grupp, Niva, Periodtyp };
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
  enhet: (typeof ENHETER)[number];
  decimaler: number;
  riktning: 'lagre' | 'hogre' | 'ingen';
  nivaer: Niva[];
  perioder: Periodtyp[];
  grupper: Grupp[];
  /** Levels at which fewer periods or groups are computed. */
  undantag?: Partial<Record<Niva, { perioder: Periodtyp[]; grupper: Grupp[] }>>;
  /** The periods and groups it computes at every level where the indicator it stands in for is switched off. */
  i_stallet_for?: { indikator: string; perioder: Periodtyp[]; grupper: Grupp[] };
  /** What `kategori` holds; absent where it is always `alla`. */
  kategorier?: (typeof KATEGORIER)[number];
  /**
   * Extract columns without which the indicator is switched off: `kolumn` of the stays and their notices (`a|b`: either will
   * do), `slag.kolumn` of another kind.
   */
  kraver: string[];
  /** Parameters of the profile that change the figure. */
  parametrar?: string[];
  rojande: Rojande;
  /** Which rows are behind a cell; what lists them (`npm run cases`) reads it. */
  fall: Radkalla;
  /** Which finality rule the periods follow. */
  slutlig: (typeof SLUTLIGREGLER)[number];
  kalla: string;
  avviker?: string;
  /** Folder-relative path and text of the SQL file, filled in by the registry. */
  fil: string;
  sql: string;
};

/** How disclosure control judges an indicator's cells: which counted set they show and by which keys. */
export type Rojande = {
  typ: (typeof ROJANDETYPER)[number];
  mangd: (typeof MANGDER)[number];
  /**
   * The counts a cell shows by key, with `{kategori}` (`{k1}`, `{k2}`: its halves) where the category enters, and which of
   * the cell's numbers says each: `rest` is namnare − taljare, `summa` namnare + taljare, `delar` none (the cell is about the
   * same cases, and another indicator says the number). A key that ends in `|summa` is a sum (days) over the key's cases.
   */
  visar: Record<string, (typeof TAL)[number]>;
};

/**
 * The rows an indicator counts, as SQL over `rad` (a row of `tabell`) and `cell` (the figure's `kategori`, and `start` and `slut`,
 * the first and last day of its period). `tabell` is a table of step 2, or a join of them, with stay, kommun, delregion and
 * vardgivare.
 */
export type Radkalla = {
  tabell: string;
  /** Column of the stay that stands for the row. */
  vistelse: string;
  /** The row is in the period that holds this date; absent where `taljare` and `namnare` say so themselves. */
  datum?: string;
  /** What the row adds to the figure's two numbers: a truth (1 or 0) or a number. Absent where they do not count rows. */
  taljare?: string;
  namnare?: string;
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
  /** The verdict as it was when this month was the latest: no later month known, against the limits of today. */
  bedomning: Styrdiagram['bedomning'];
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
