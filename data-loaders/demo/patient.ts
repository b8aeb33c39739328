import type { Calendar } from './calendar.ts';
import { between, pick, runningShares } from './random.ts';
import { admissionMinute, makeSpells } from './spell.ts';
import { MINUTES, type Person, type Scene, type Stay } from './stay.ts';

/** Admissions per weekday (Monday first) and per month of the year (January first), 1 = an ordinary one. */
const UNPLANNED_WEEK = [1.1, 1.04, 1.02, 1.02, 1.02, 0.9, 0.9];
const PLANNED_WEEK = [1.3, 1.3, 1.2, 1, 0.5, 0.04, 0.2];
const YEAR = [1.03, 1.02, 1.02, 1, 1, 0.97, 0.88, 0.95, 1, 1.02, 1.02, 1];
/** Ages: upper bounds and their shares, somatic care and psychiatry. */
const AGE_BOUNDS = [0, 18, 45, 65, 80, 97];
const SOMATIC_AGES = runningShares([0.06, 0.15, 0.2, 0.34, 0.25]);
const MENTAL_AGES = runningShares([0.09, 0.46, 0.26, 0.14, 0.05]);

/** Running shares of the days on which a spell of care begins. */
function admissionDays(calendar: Calendar, week: number[], onFreeDays: number): Float64Array {
  const weights = calendar.date.slice(0, calendar.days).map((iso, day) => {
    const holiday = calendar.free[day] && calendar.weekday[day]! < 6 ? onFreeDays : 1;
    // Nobody can yet return to hospital in the first weeks: more first admissions keep the volume even.
    const start = 1 + 0.25 * Math.max(0, 1 - day / 30);
    return week[calendar.weekday[day]! - 1]! * YEAR[Number(iso.slice(5, 7)) - 1]! * holiday * start;
  });
  return runningShares(weights);
}

type Start = { day: number; planned: boolean };

export type PatientMaker = (number: number, firstDay: number | null) => Stay[];

/**
 * Returns the function that invents one patient's stays in order of time: a few independent spells of care, each
 * followed by transfers and returns. `firstDay` fixes the day of the first admission. `elsewhere` is the number of
 * kommuner outside the region that a patient may come from.
 */
export function makePatients(scene: Scene, elsewhere: number): PatientMaker {
  const { random, calendar, population } = scene;
  const places = population.vardgivare;
  const placeFor = (kommun: number) => pick(random, population.perKommun[kommun]!);
  const spell = makeSpells(scene, placeFor);
  const unplanned = admissionDays(calendar, UNPLANNED_WEEK, 0.9);
  const planned = admissionDays(calendar, PLANNED_WEEK, 0.03);

  function person(number: number, kommun: number, mental: boolean, firstDay: number): Person {
    const band = pick(random, mental ? MENTAL_AGES : SOMATIC_AGES);
    const age = between(random, AGE_BOUNDS[band]!, AGE_BOUNDS[band + 1]! - 1);
    const visitor = elsewhere > 0 && random() < 0.009 ? between(random, 0, elsewhere - 1) : null;
    return { number, born: Number(calendar.date[firstDay]!.slice(0, 4)) - age, kommun, elsewhere: visitor };
  }

  /** When the patient's spells of care begin, in order of time. */
  function startsAt({ mental, week }: (typeof places)[number], firstDay: number | null): Start[] {
    const starts: Start[] = [];
    do {
      const isPlanned = !mental && random() < (week === 'fridays' ? 0.4 : 0.24);
      starts.push({ day: pick(random, isPlanned ? planned : unplanned), planned: isPlanned });
    } while (starts.length < 6 && random() < 0.36);
    if (firstDay !== null) return [{ day: firstDay, planned: false }];
    return starts.sort((a, b) => a.day - b.day);
  }

  return (number, firstDay) => {
    const pair = pick(random, population.pairs);
    const kommun = Math.floor(pair / places.length);
    const home = pair % places.length;
    const starts = startsAt(places[home]!, firstDay);
    const who = person(number, kommun, places[home]!.mental, starts[0]!.day);
    const stays: Stay[] = [];
    let free = -1;
    for (const [i, start] of starts.entries()) {
      // Spells closer than this would be returns of their own and blur the share of those that are.
      if (start.day <= free) continue;
      const place = i === 0 ? home : placeFor(kommun);
      const at = start.day * MINUTES + admissionMinute(random, start.planned);
      const ended = spell(who, { at, place, planned: start.planned }, stays);
      if (ended === null) break;
      free = Math.floor(ended / MINUTES) + 31;
    }
    return stays;
  };
}
