/** What step 5 makes of the published cells: rows of the files beside the indicators' (docs/filer.md). */
import type { Grupp, Niva, Periodtyp, Status, Styrdiagram } from './types.ts';

/** How a kommun stands in a month to a payment model. */
export type Tillstand =
  | 'under'
  | 'over'
  | 'gemensam_analys'
  | 'betalningsskyldig'
  | 'gar_inte_att_avgora'
  | 'gar_inte_att_visa'
  | 'inga_fall'
  | 'utan_troskel'
  | 'saknas';

/** One row of `betalning.csv`: model, kommun, final month and group. Numbers are null where a cell they take is hidden. */
export type BetalningRad = {
  modell: string;
  egen: 0 | 1;
  enhet_id: string;
  enhet: string;
  period: string;
  grupp: Grupp;
  fall: number | null;
  dagar: number | null;
  medel: number | null;
  tillstand: Tillstand;
  /** Months over in a row up to this one, 0 where it is not over. */
  i_rad: number;
  /** Days beyond what the model allows; `_ovre` the most they can be. */
  overskjutande: number | null;
  overskjutande_ovre: number | null;
  individuella_fall: number | null;
  individuella_dagar: number | null;
  kr_per_dygn: number | null;
  belopp: number | null;
  belopp_ovre: number | null;
  belopp_kalla: string | null;
  status: Status;
};

/** A payment model's year: months by state, days paid for and kronor, at least and at most. */
export type BetalningAr = {
  modell: string;
  period: string;
  grupp: Grupp;
  manader: number;
  manader_over: number;
  manader_skyldig: number;
  manader_okanda: number;
  /** No month can be judged. */
  utan_bedomning: 0 | 1 | boolean;
  betalas: number | null;
  betalas_ovre: number | null;
  belopp: number | null;
  belopp_ovre: number | null;
};
/** One row of `betalning_ar.csv`. */
export type BetalningArRad = BetalningAr & {
  egen: 0 | 1;
  enhet_id: string;
  enhet: string;
  belopp_kalla: string | null;
};
/** The kommuner together; `kommuner`: how many of them pay. */
export type BetalningAlla = BetalningAr & { kommuner: number };

/** One step of the bridge from SKR's mean to the payment model's (`bro.csv`). */
export type BroRad = {
  niva: Niva;
  enhet_id: string;
  enhet: string;
  periodtyp: Periodtyp;
  period: string;
  nr: number;
  steg: 'skr' | 'nolldagar' | 'individuella' | 'klockslag' | 'modell';
  /** 0: the model has no such step. */
  ingar: 0 | 1;
  varde: number | null;
  varde_ovre: number | null;
  andring: number | null;
  fall: number | null;
  dagar: number | null;
  status: Status;
  slutlig: 0 | 1;
};

export type Utfall = 'uppnatt' | 'ej_uppnatt' | 'gar_inte_att_avgora' | 'skyddad' | 'saknas';

/** A goal's outcome for a unit and period (`mal.csv`); `mal` counts the profile's goals from 1. */
export type MalRad = {
  mal: number;
  indikator: string;
  niva: Niva;
  enhet_id: string;
  enhet: string;
  periodtyp: Periodtyp;
  period: string;
  malvarde: number;
  riktning: 'minst' | 'hogst';
  varde: number | null;
  nedre: number | null;
  ovre: number | null;
  antal: number | null;
  status: Status;
  utfall: Utfall;
  utan_intervall: 0 | 1;
  styrdiagram: Styrdiagram['bedomning'] | null;
  beslutad_av: string;
  beslutad: string | null;
  fran: string;
  till: string | null;
  exempel: 0 | 1;
};

/** Units by outcome of a goal and period. */
export type MalSumma = { mal: number; periodtyp: Periodtyp; period: string; enheter: number } & Record<
  Utfall,
  number
>;

/** A goal's outcome in a final year; a kommun that no goal holds for has one row without a goal. */
export type MalArRad = Omit<MalRad, 'mal' | 'utfall'> & {
  mal: number | null;
  /** The nämnd that answers for the goal, if the profile names it. */
  namnd: string | null;
  utfall: Utfall | 'inget_mal';
};

/** A final year's outcomes by kind, every goal together, and the kommuner without a goal. */
export type MalArSumma = { period: string; mal: number; kommuner_utan_mal: number } & Record<Utfall, number>;

/** Limits of a funnel for a number of cases. */
type Trattgranser = {
  fall: number;
  centrum: number;
  nedre95: number;
  ovre95: number;
  nedre998: number;
  ovre998: number;
};
/** A unit in the funnel around the region's value (`tratt.csv`). */
export type TrattRad = Trattgranser & {
  indikator: string;
  niva: Niva;
  enhet_id: string;
  enhet: string;
  periodtyp: Periodtyp;
  period: string;
  varde: number;
  lage: 'fa_fall' | 'inom' | 'under_95' | 'over_95' | 'under_998' | 'over_998';
};
/** The limits to draw, from few cases to many. */
export type TrattGrans = Trattgranser & {
  indikator: string;
  niva: Niva;
  periodtyp: Periodtyp;
  period: string;
  steg: number;
};

/** An indicator's latest final half-year or year beside an earlier one (`periodjamforelse.csv`). */
export type Periodjamforelse = {
  indikator: string;
  niva: Niva;
  enhet_id: string;
  enhet: string;
  periodtyp: 'halvar' | 'ar';
  period: string;
  mot: 'foregaende' | 'fjol';
  tidigare: string;
  varde: number | null;
  tidigare_varde: number | null;
  andring: number | null;
  /** `ingen`: the intervals meet. */
  bedomning: 'battre' | 'samre' | 'forandring' | 'ingen' | 'utan_intervall' | 'skyddad' | 'saknas';
};

/** An indicator before and after an activity began (`aktivitet_utfall.csv`); a side with hardly a month has no value. */
export type AktivitetUtfall = {
  nr: number;
  indikator: string;
  enhet_id: string;
  start: string;
  fore: number | null;
  fore_manader: number | null;
  fore_antal: number | null;
  fore_bedomning: Styrdiagram['bedomning'] | null;
  efter: number | null;
  efter_manader: number | null;
  efter_antal: number | null;
  efter_bedomning: Styrdiagram['bedomning'] | null;
  /** First month after the start with a signal. */
  efter_fran: string | null;
  /** The run behind that signal began before the activity. */
  borjade_fore: 0 | 1;
};
