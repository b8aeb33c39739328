import { between, type Random } from './random.ts';
import { DEAD, MINUTES, makeStays, OTHER_HOSPITAL, type Person, type Scene, type Stay } from './stay.ts';

/** Minute of the extracts' time, place of care, and whether it was planned. */
export type Admission = { at: number; place: number; planned: boolean };

/** Minute of the day of an admission: unplanned ones at all hours, most in the afternoon; planned in the morning. */
export function admissionMinute(random: Random, planned: boolean): number {
  if (planned) return 390 + Math.floor(random() * 240);
  const hour = random() < 0.75 ? 9 + Math.floor((random() + random()) * 7) : Math.floor(random() * 24);
  return Math.min(23, hour) * 60 + Math.floor(random() * 60);
}

/** Adds the stays of one spell; the minute it ended, or null if nothing can follow. */
export type SpellMaker = (who: Person, first: Admission, into: Stay[]) => number | null;

/** Returns the function that invents a spell of care: the admission, then the transfers and returns that follow from it. */
export function makeSpells(scene: Scene, placeFor: (kommun: number) => number): SpellMaker {
  const { random, calendar, population } = scene;
  const stayFrom = makeStays(scene);
  const places = population.vardgivare;
  const end = calendar.days * MINUTES;
  let stays = 0;

  /** The transfer that ends the stay; null where there is none. */
  function transfer(stay: Stay, who: Person, here: number): Admission | null {
    const other = random() < 0.05 ? placeFor(who.kommun) : here;
    if (other === here || places[other]!.mental || places[here]!.mental) return null;
    stay.destination = OTHER_HOSPITAL;
    return { at: stay.discharged + between(random, 0, 3) * 20, place: other, planned: false };
  }

  /** The return to hospital after the stay, within the extracts' time; null where there is none. */
  function comeBack(stay: Stay, who: Person, here: number): Admission | null {
    const last = Math.floor(stay.discharged / MINUTES);
    const onDay = (day: number, place: number, planned: boolean): Admission | null => {
      const at = day * MINUTES + admissionMinute(random, planned);
      return at < end ? { at, place, planned } : null;
    };
    if (random() < places[here]!.readmitted) {
      const days = 1 + Math.floor(30 * random() ** 1.6);
      return onDay(last + days, random() < 0.88 ? here : placeFor(who.kommun), false);
    }
    return random() < 0.02 ? onDay(last + between(random, 5, 28), here, true) : null;
  }

  return (who, first, into) => {
    let next: Admission | null = first;
    let stay: Stay;
    do {
      const { at, place, planned }: Admission = next;
      stay = stayFrom(++stays, who, place, at, planned);
      into.push(stay);
      if (stay.discharged >= end || stay.destination === DEAD) return null;
      next = transfer(stay, who, place) ?? comeBack(stay, who, place);
    } while (next);
    return stay.discharged;
  };
}
