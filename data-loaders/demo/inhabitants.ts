import type { Calendar } from './calendar.ts';
import { type DemoProfile, traitsOf } from './population.ts';
import { seededRandom } from './random.ts';
import { INHABITANTS_UNDER_65, SKANE_REGION, weightOf } from './regions.ts';

const HEADER = 'kommunkod;kommun;ar;aldersgrupp;antal\n';
/** Years before the extract's first, so that one is there to fall back on. */
const YEARS_BEFORE = 1;
/** Share of the people 65 and over, and of those under 65, in each group of five years; the last has no upper limit. */
const OLDER = [0.26, 0.24, 0.22, 0.15, 0.085, 0.035, 0.01];
const YOUNGER = [0.07, 0.074, 0.075, 0.074, 0.073, 0.078, 0.089, 0.086, 0.079, 0.078, 0.081, 0.075, 0.068];
/** A kommun has from this much fewer to this much more of each group than the shares say. */
const SPREAD = 0.08;
/** Growth a year. */
const GROWTH = 1.012;

/**
 * The text of befolkning.csv: invented inhabitants of each kommun by five-year groups at the end of each year, roughly as
 * many as there are. The last year of the extract is left out, as it is in January: its figures stand on the year before.
 */
export function inhabitantsCsv(calendar: Calendar, profile: DemoProfile): string {
  const yearOf = (day: number) => Number(calendar.date[day]!.slice(0, 4));
  const first = yearOf(0);
  const last = Math.max(first, yearOf(calendar.days - 1) - 1);
  const traits = traitsOf(profile);
  const lines = profile.kommuner.flatMap(({ kod, namn }) => {
    const older = weightOf(traits, kod) * 100;
    const known = profile.region.kod === SKANE_REGION ? INHABITANTS_UNDER_65[kod] : undefined;
    const younger = known === undefined ? older * 3.6 : known * 100;
    const random = seededRandom(Number(kod) || kod.length);
    const groups = [...YOUNGER.map((share) => share * younger), ...OLDER.map((share) => share * older)].map(
      (number) => number * (1 + SPREAD * (2 * random() - 1)),
    );
    return range(first - YEARS_BEFORE, last).flatMap((year) =>
      groups.map((number, index) => {
        const aldersgrupp = index + 1 < groups.length ? `${5 * index}-${5 * index + 4}` : `${5 * index}-`;
        return `${kod};${namn};${year};${aldersgrupp};${Math.round(number * GROWTH ** (year - last))}\n`;
      }),
    );
  });
  return HEADER + lines.join('');
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
