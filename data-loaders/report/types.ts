/** Shapes of what is told of the extracts: files as read and as published, months that stand out. */

/** Rows by reason code. */
export type Orsaker = {
  /** Refused rows. */
  avvisade: Record<string, number>;
  /** Rows used without one faulty fact. */
  strukna_uppgifter: Record<string, number>;
  /** Rows used whole, with a remark. */
  anmarkningar: Record<string, number>;
};

/** One extract file as read: everything, for the one who runs the program. */
export type Filrapport = Orsaker & {
  fil: string;
  slag: string;
  sha256: string;
  /** How the file had to be read, in plain Swedish: its encoding, rows passed over, the sheet. */
  lasning: string[];
  /** lasta = anvanda + Σ avvisade. */
  lasta: number;
  anvanda: number;
  /** Row numbers of each reason, as a spreadsheet shows them: the first five. */
  rader: { [key in keyof Orsaker]: Record<string, number[]> };
  /** The columns each reason was found in; none where it is about the whole row. */
  i_kolumner: { [key in keyof Orsaker]: Record<string, string[]> };
  okanda_kolumner: string[];
  /** `tomma` of `rader` rows have nothing in the column; a date column has a first and a last day. */
  kolumner: {
    namn: string;
    rubrik: string;
    tomma: number;
    rader: number;
    forsta: string | null;
    sista: string | null;
  }[];
};

/**
 * A file's report as it is published. A number that 1 to k-1 rows are behind is null where it tells of patients: remarks,
 * and empty or filled cells. Refused rows and removed facts are faults of the extract and told as they are.
 */
export type Filuppgift = Omit<Filrapport, 'anmarkningar' | 'kolumner'> & {
  anmarkningar: Record<string, number | null>;
  kolumner: {
    namn: string;
    rubrik: string;
    /** Share of empty cells, 0–1. */
    saknas_andel: number | null;
    forsta: string | null;
    sista: string | null;
  }[];
};

/** Months in which a unit's coverage stands out, and how: the rules are queries/6_katalog/tackning_flagga.sql. */
export type Tackningsflagga = {
  uppgift: 'vardtillfallen' | 'underrattelser';
  niva: 'region' | 'vardgivare';
  enhet_id: string;
  flagga: 'lucka' | 'upphor' | 'borjar' | 'avkortad' | 'hopp_upp' | 'hopp_ned';
  /** First days of the first and the last month. */
  fran: string;
  till: string;
};

/** A requirement of an indicator, `a|b` where either column would do, whose columns are mostly empty. */
export type TomtKrav = { indikator: string; krav: string };
