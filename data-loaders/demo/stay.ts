import { randomLogNormal } from 'd3';
import type { Calendar } from './calendar.ts';
import { type Process, settleDay, waitingDays } from './departure.ts';
import type { Population } from './population.ts';
import { between, type Random } from './random.ts';

export type Person = {
  number: number;
  born: number;
  /** Index into the population's kommuner. */
  kommun: number;
  /** Index into the kommuner of other counties, null for people of the region. */
  elsewhere: number | null;
};

/** One hospital stay. Moments are minutes since 00.00 on the first day; they may lie after the last day. */
export type Stay = {
  number: number;
  person: Person;
  vardgivare: number;
  mental: boolean;
  planned: boolean;
  admitted: number;
  ready: number | null;
  process: Process;
  discharged: number;
  destination: string;
};

export type Scene = { random: Random; calendar: Calendar; population: Population };

export const DEAD = 'Avliden';
export const OTHER_HOSPITAL = 'Annat sjukhus';
export const MINUTES = 1440;
const LONGEST_STAY = 120;

/** How likely a notice is, by age; psychiatry apart. */
function noticeLikely(age: number, mental: boolean, planned: boolean): number {
  if (mental) return age < 18 ? 0.05 : 0.3;
  const byAge = age >= 80 ? 0.64 : age >= 65 ? 0.36 : age >= 18 ? 0.1 : 0.01;
  return planned ? byAge * 0.6 : byAge;
}

function deathLikely(age: number): number {
  return age >= 80 ? 0.07 : age >= 65 ? 0.035 : age >= 45 ? 0.015 : 0.003;
}

function destinationWithout(random: Random, age: number): string {
  const drawn = random();
  if (drawn < 0.02) return 'Mobilt sjukhusteam';
  if (drawn < 0.035) return 'Annat';
  if (drawn < 0.04) return '';
  return age >= 80 && drawn < 0.16 ? 'Särskilt boende' : 'Ordinärt boende';
}

function destinationWith(random: Random, process: Process): string {
  const drawn = random();
  if (drawn < 0.007) return DEAD;
  if (drawn < 0.015) return 'Annat';
  if (drawn < 0.045) return 'Mobilt sjukhusteam';
  const homes = process === 'röd' ? 0.45 : process === 'gul' ? 0.7 : 0.9;
  if (drawn < 0.045 + 0.955 * homes) return 'Ordinärt boende';
  return random() < 0.5 ? 'Särskilt boende' : 'Korttid';
}

/** Returns the function that invents one stay from its admission on (moment in minutes). */
export function makeStays(scene: Scene) {
  const { random, calendar, population } = scene;
  const unplannedDays = randomLogNormal.source(random)(Math.log(2.9), 0.85);
  const plannedDays = randomLogNormal.source(random)(Math.log(2), 0.7);
  const mentalDays = randomLogNormal.source(random)(Math.log(7), 0.9);
  const middle = () => (random() + random() + random()) / 3;
  const lastDay = calendar.days;
  // Where no vårdgivare is psychiatry alone, each has some of it.
  const noMentalPlace = !population.vardgivare.some(({ mental }) => mental);

  /** Moment on `day` in daytime, but at least `pause` minutes after `after`. */
  const daytime = (day: number, from: number, to: number, after: number, pause: number) => {
    const moment = day * MINUTES + Math.floor(from + middle() * (to - from));
    if (moment >= after + pause) return moment;
    const left = (day + 1) * MINUTES - 60 - (after + pause);
    return after + pause + Math.max(0, Math.floor(random() * Math.min(left, 180)));
  };

  return (number: number, person: Person, vardgivare: number, admitted: number, planned: boolean): Stay => {
    const place = population.vardgivare[vardgivare]!;
    const kommun = population.kommuner[person.kommun]!;
    const mental = place.mental || (noMentalPlace && random() < 0.05);
    const firstDay = Math.floor(admitted / MINUTES);
    const age = Number(calendar.date[Math.min(firstDay, lastDay)]!.slice(0, 4)) - person.born;
    const likely = noticeLikely(age, mental, planned) * (person.elsewhere === null ? kommun.notices : 0.1);
    const hasNotice = random() < likely;
    const length = mental ? mentalDays() : planned ? plannedDays() : unplannedDays();
    const extra = hasNotice ? 1.6 : 1;
    const late = admitted - firstDay * MINUTES > 15 * 60 ? 1 : 0;
    const likelyDay = firstDay + Math.min(LONGEST_STAY, Math.max(late, Math.floor(length * extra)));
    const settled = settleDay(random, calendar, likelyDay, firstDay + late, place.week);
    const stay: Stay = {
      number,
      person,
      vardgivare,
      mental,
      planned,
      admitted,
      ready: null,
      process: 'grön',
      discharged: 0,
      destination: '',
    };
    if (!hasNotice) {
      stay.discharged = daytime(settled, 540, 1140, admitted, 60);
      stay.destination = random() < deathLikely(age) ? DEAD : destinationWithout(random, age);
      return stay;
    }
    const drawn = random();
    stay.process = drawn < 0.36 ? 'grön' : drawn < 0.8 ? 'gul' : 'röd';
    stay.ready = daytime(settled, 450, 960, admitted, 45);
    const slowness = kommun.slowness[Math.min(settled, calendar.days - 1)]!;
    const waited = waitingDays(random, calendar, settled, stay.process, slowness, place.week);
    stay.discharged = daytime(settled + waited, 570, 1140, stay.ready, between(random, 20, 90));
    stay.destination = destinationWith(random, stay.process);
    return stay;
  };
}
