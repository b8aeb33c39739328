import type { Row } from '../count/stage.ts';
import type { ExtractRow } from '../count/world.ts';
import type { Stay } from './cases.ts';
import { monthOf, toDay, yearOf } from './days.ts';
import { type Period, periodOf, type Span } from './grid.ts';
import { type Put, ratio, sum } from './indicators.ts';
import { waitingBy } from './waiting.ts';

/** Older than anyone. */
const OLDEST = 200;
const BANDS: [from: number, to: number | null][] = [
  [0, 64],
  [65, 79],
  [80, null],
];
const NOTHING = { taljare: null, namnare: null, antal: null, varde: null };

/** Inhabitants of an age range in a year's groups: each age told once by the widest groups in the range, else unknown. */
function told(groups: Row[], from: number, to: number | null): number | null {
  const ends = ({ till }: Row) => (till === null ? OLDEST : Number(till));
  const within = groups.filter((row) => Number(row.fran) >= from && ends(row) <= (to ?? OLDEST));
  const widest = within.filter(
    (row) =>
      !within.some(
        (other) => other !== row && Number(other.fran) <= Number(row.fran) && ends(other) >= ends(row),
      ),
  );
  for (let age = from; age <= (to ?? OLDEST); age++)
    if (widest.filter((row) => Number(row.fran) <= age && age <= ends(row)).length !== 1) return null;
  return sum(widest.map(({ antal }) => Number(antal)));
}

/** Of the year, else of the nearest earlier year that tells it. */
function inhabitants(rows: Row[], kommun: string, year: number, from: number, to: number | null) {
  const own = rows.filter((row) => row.kommun === kommun);
  for (let earlier = year; earlier > year - 100; earlier--) {
    const found = told(
      own.filter(({ ar }) => ar === earlier),
      from,
      to,
    );
    if (found !== null) return found;
  }
  return null;
}

/** The kommuner of a unit on a day. */
function kommunerOf(rows: Record<string, Row[]>, niva: string, enhet_id: string, day: number): string[] {
  const all = (rows.profil_kommun ?? []).map(({ kod }) => String(kod));
  if (niva === 'region') return all;
  if (niva === 'kommun') return [enhet_id];
  return all.filter((kommun) =>
    (rows.profil_delregion_kommun ?? []).some(
      (row) =>
        row.kommun === kommun &&
        row.delregion === enhet_id &&
        toDay(String(row.fran)) <= day &&
        (row.till == null || day <= toDay(String(row.till))),
    ),
  );
}

/** Null where any part is unknown, or there is none. */
const total = (parts: (number | null)[]): number | null =>
  parts.length === 0 || parts.includes(null) ? null : sum(parts as number[]);

/** Puts waiting days against inhabitants, beds and what the ages give reason to expect, unit and period by unit and period. */
export function comparer(stays: Stay[], span: Span, rows: Record<string, Row[]>) {
  const days = waitingBy(stays, span, rows).days;
  const ageOf = ({ born, left }: Stay) => (born === null ? null : yearOf(left ?? span.lastDay) - born);
  const byBand = BANDS.map(([from, to]) => {
    const own = stays.filter((stay) => {
      const age = ageOf(stay);
      return age !== null && age >= from && age <= (to ?? OLDEST);
    });
    return waitingBy(own, span, rows).days;
  });
  const people = (
    niva: string,
    enhet_id: string,
    { first, last }: Period,
    [from, to]: (typeof BANDS)[number],
  ) =>
    total(
      kommunerOf(rows, niva, enhet_id, last).map((kommun) =>
        inhabitants(rows.s_befolkning ?? [], kommun, yearOf(first), from, to),
      ),
    );

  function expected(niva: string, enhet_id: string, period: Period): number | null {
    const place = ['region', '12', 'ar', period.period, 'alla'].join('|');
    const all = sum(days.get(place) ?? []);
    const known = sum(byBand.map((band) => sum(band.get(place) ?? [])));
    if (known === 0) return null;
    return total(
      BANDS.map((band, i) => {
        const [here, everywhere] = [
          people(niva, enhet_id, period, band),
          people('region', '12', period, band),
        ];
        if (here === null || !everywhere) return null;
        return (sum(byBand[i]!.get(place) ?? []) * (all / known) * here) / everywhere;
      }),
    );
  }

  /** Beds times days of every month of the period that the data spans. */
  function bedDays(vardgivare: string, period: Period): number | null {
    const months = new Set<string>();
    for (let day = Math.max(period.first, periodOf('manad', span.first).first); day <= period.last; day++)
      if (day <= periodOf('manad', span.last).last) months.add(periodOf('manad', day).period);
    return total(
      [...months].map((month) => {
        const row = (rows.s_vardplats ?? []).find(
          (one) => one.vardgivare === vardgivare && one.manad === month,
        );
        const { first, last } = periodOf('manad', toDay(month));
        return row ? Number(row.disponibla) * (last - first + 1) : null;
      }),
    );
  }

  return (put: Put, niva: string, enhet_id: string, period: Period): void => {
    const own = days.get([niva, enhet_id, period.periodtyp, period.period, 'alla'].join('|')) ?? [];
    const over = (namnare: number | null) =>
      namnare === null ? NOTHING : ratio(sum(own), namnare, own.length);
    if (niva === 'vardgivare' || niva === 'region') {
      const all = [...new Set((rows.s_vardplats ?? []).map((row) => String(row.vardgivare)))];
      const units = niva === 'region' ? all : all.filter((one) => one === enhet_id);
      put('vantedygn_vardplatser', 'alla', over(total(units.map((unit) => bedDays(unit, period)))));
    }
    if (niva === 'vardgivare') return;
    put('vantedygn_per_1000', 'alla', over(people(niva, enhet_id, period, [65, null])));
    if (period.periodtyp !== 'ar') return;
    const days_ = expected(niva, enhet_id, period);
    put('vantedygn_standardiserat', 'alla', over(days_ === null ? null : Math.round(10 * days_) / 10));
  };
}

/** What a random world tells of inhabitants and beds: all there is, ages too coarse somewhere, or something missing. */
export type People = 'hela' | 'grova' | 'luckor';

/** Rows of befolkning*: every other kommun by fine groups, some of which lie within others. */
export function inhabitantRows(kommuner: string[], year: number, people: People): ExtractRow[] {
  return kommuner.flatMap((kommun, k) => {
    const [young, middle, old] = [4003 + 37 * k, 701 + 13 * k, 307 + 7 * k];
    const bands: [string, number][] = [
      ['0-64', young],
      ['65-79', middle],
      ['80-', old],
    ];
    const fine: [string, number][] = [
      ['0-29', 1999],
      ['30-64', young - 1999],
      ['65-69', 331],
      ['70-79', middle - 331],
      ['80-84', 151],
      ['85-', old - 151],
      ['65-', middle + old],
      ['90-94', 11],
    ];
    const coarse: [string, number][] = [['65-', middle + old]];
    const groups = people === 'grova' && k === 3 ? coarse : k % 2 === 0 ? bands : fine;
    // A later year is never used for an earlier one.
    const ar = people === 'luckor' && k === 5 ? year + 1 : year;
    return groups.map(([aldersgrupp, antal]) => ({ kommun, ar, aldersgrupp, antal }));
  });
}

/** Rows of vardplatser*: three vårdgivare through the months from the base's; one lacks its first where there are gaps. */
export function bedRows(first: number, months: number, people: People): ExtractRow[] {
  return ['sus', 'tbg', 'ksd'].flatMap((vardgivare, v) =>
    Array.from({ length: months }, (_, i) => {
      const month = yearOf(first) * 12 + monthOf(first) - 1 + i;
      const manad = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
      return { vardgivare, manad, disponibla: 10 + 3 * v + i };
    }).slice(people === 'luckor' && v === 1 ? 1 : 0),
  );
}
