import type {
  AktivitetUtfall,
  BetalningAlla,
  BetalningArRad,
  BetalningRad,
  BroRad,
  MalArRad,
  MalArSumma,
  MalRad,
  MalSumma,
  Periodjamforelse,
  TrattGrans,
  TrattRad,
} from '../../data-loaders/judgement-types.ts';
import type { Niva, Periodtyp } from '../../data-loaders/types.ts';
import { grouped, lazy, readRows } from './arrow.ts';

type Unit = { niva: Niva; id: string };

/** The files of step 5 by what a page asks for; `file` gives the path of a table. Rows come in file order. */
export function openJudgements(file: (name: string) => string) {
  const read = <T>(name: string, key: (row: T) => string) =>
    lazy(() => grouped(readRows<T>(file(name)), key));
  const months = read<BetalningRad>('betalning', (row) => row.modell);
  const years = read<BetalningArRad>('betalning_ar', (row) => `${row.period}|${row.enhet_id}`);
  const together = read<BetalningAlla>('betalning_alla', (row) => `${row.modell}|${row.period}`);
  const steps = read<BroRad>('bro', (row) => `${row.niva}|${row.enhet_id}|${row.periodtyp}|${row.period}`);
  const outcomes = lazy(() => readRows<MalRad>(file('mal')));
  const sums = lazy(() => readRows<MalSumma>(file('mal_summa')));
  const goals = read<MalArRad>('mal_ar', ({ period }) => period);
  const goalYears = lazy(() => readRows<MalArSumma>(file('mal_ar_summa')));
  const units = read<TrattRad>('tratt', funnelKey);
  const limits = read<TrattGrans>('tratt_grans', funnelKey);
  const changes = read<Periodjamforelse>(
    'periodjamforelse',
    (row) => `${row.indikator}|${row.niva}|${row.enhet_id}`,
  );
  const activities = read<AktivitetUtfall>('aktivitet_utfall', (row) => String(row.nr));
  return {
    /** An indicator's latest final half-year and year beside earlier ones. */
    changes: (indikator: string, unit: Unit): Periodjamforelse[] =>
      changes().get(`${indikator}|${unit.niva}|${unit.id}`) ?? [],

    /** What was seen before and after an activity, by its number. */
    activityOutcomes: (nr: number): AktivitetUtfall[] => activities().get(String(nr)) ?? [],

    /** A payment model's kommuner and final months; of one group where it keeps forms of care apart. */
    payments: (modell: string): BetalningRad[] => months().get(modell) ?? [],

    /** A kommun's year in every model, the own first. */
    paymentYears: (period: string, kommun: string): BetalningArRad[] =>
      years().get(`${period}|${kommun}`) ?? [],

    /** A model's year, the kommuner together. */
    paymentsTogether: (modell: string, period: string): BetalningAlla[] =>
      together().get(`${modell}|${period}`) ?? [],

    /** The steps from SKR's mean to the model's, in order. */
    bridge: (unit: Unit, typ: Periodtyp, period: string): BroRad[] =>
      steps().get(`${unit.niva}|${unit.id}|${typ}|${period}`) ?? [],

    /** Every goal's outcomes. */
    outcomes,

    /** Units by outcome, per goal and period. */
    outcomeSums: sums,

    /** A final year's outcomes, and the kommuner without a goal. */
    goalsOf: (period: string): MalArRad[] => goals().get(period) ?? [],

    /** Final years by what became of their goals, oldest first. */
    goalYears,

    /** The units of a level in the funnel around the region's value. */
    funnel: (indikator: string, niva: Niva, typ: Periodtyp, period: string): TrattRad[] =>
      units().get(`${indikator}|${niva}|${typ}|${period}`) ?? [],

    /** The funnel's limits, from few cases to many. */
    funnelLimits: (indikator: string, niva: Niva, typ: Periodtyp, period: string): TrattGrans[] =>
      limits().get(`${indikator}|${niva}|${typ}|${period}`) ?? [],
  };
}

const funnelKey = (row: TrattRad | TrattGrans): string =>
  `${row.indikator}|${row.niva}|${row.periodtyp}|${row.period}`;
