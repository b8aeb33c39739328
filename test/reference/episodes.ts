import { compare, type Stay } from './cases.ts';

export type Episode = {
  stays: Stay[];
  last: Stay;
  start: number;
  /** Null while a stay is open. */
  end: number | null;
  died: boolean;
  unplanned: boolean;
};

/** An index episode and how the patient came back within the time. */
export type Index = Episode & {
  end: number;
  /** By any unplanned episode, and days until the first of them. */
  readmitted: boolean;
  daysToReturn: number | null;
  /** What the patient's next episode was; null if there was none in time. */
  next: 'planned' | 'unplanned' | null;
};

/** Two stays belong together if neither begins the day after the other ended or later. */
function joined(a: Stay, b: Stay): boolean {
  return b.admitted! <= (a.left ?? Infinity) && a.admitted! <= (b.left ?? Infinity);
}

/** All episodes: groups of stays merged again and again until none of them meet. */
export function episodes(stays: Stay[], unknownIsUnplanned: boolean): Episode[] {
  const byPatient = new Map<string, Stay[][]>();
  for (const stay of stays) {
    if (stay.patient === null || stay.admitted === null) continue;
    const groups = byPatient.get(stay.patient) ?? [];
    const meets = groups.filter((group) => group.some((other) => joined(stay, other)));
    const apart = groups.filter((group) => !meets.includes(group));
    byPatient.set(stay.patient, [...apart, [stay, ...meets.flat()]]);
  }
  return [...byPatient.values()].flat().map((group) => {
    const first = group.reduce((a, b) => (isFirst(a, b, group) ? a : b));
    return {
      stays: group,
      last: group.reduce((a, b) => (isLast(a, b, group) ? a : b)),
      start: Math.min(...group.map(({ admitted }) => admitted!)),
      end: group.some(({ left }) => left === null) ? null : Math.max(...group.map(({ left }) => left!)),
      died: group.some(({ destination }) => destination === 'avliden'),
      unplanned: first.unplanned ?? unknownIsUnplanned,
    };
  });
}

/** Clock times order stays of one date only if all the episode's stays of that date have one. */
function byAdmission(a: Stay, b: Stay, group: Stay[]): number {
  const same = group.filter(({ admitted }) => admitted === a.admitted);
  const clocks = same.every(({ admittedClock }) => admittedClock !== null);
  return a.admitted! - b.admitted! || (clocks ? compare(a.admittedClock!, b.admittedClock!) : 0);
}

function byDischarge(a: Stay, b: Stay, group: Stay[]): number {
  if (a.left === null || b.left === null) return Number(a.left === null) - Number(b.left === null);
  const same = group.filter(({ left }) => left === a.left);
  const clocks = same.every(({ leftClock }) => leftClock !== null);
  return a.left - b.left || (clocks ? compare(a.leftClock!, b.leftClock!) : 0);
}

/** Earliest inskrivning, then later utskrivning, then smaller id. */
function isFirst(a: Stay, b: Stay, group: Stay[]): boolean {
  return (byAdmission(a, b, group) || byDischarge(b, a, group) || compare(a.id!, b.id!)) < 0;
}

/** Latest utskrivning, then later inskrivning, then greater id. */
function isLast(a: Stay, b: Stay, group: Stay[]): boolean {
  return (byDischarge(b, a, group) || byAdmission(b, a, group) || compare(b.id!, a.id!)) < 0;
}

/** Ended alive, followed up for `days`; readmitted if any unplanned episode begins 1 to `days` days later. */
export function indexEpisodes(all: Episode[], lastDay: number, days: number): Index[] {
  const found: Index[] = [];
  const byPatient = new Map<string | null, Episode[]>();
  for (const episode of all) {
    byPatient.set(episode.last.patient, [...(byPatient.get(episode.last.patient) ?? []), episode]);
  }
  for (const episode of all) {
    const { end } = episode;
    if (end === null || episode.died || end + days > lastDay) continue;
    const returns = byPatient
      .get(episode.last.patient)!
      .filter(({ start }) => start - end >= 1 && start - end <= days)
      .sort((a, b) => a.start - b.start);
    const unplanned = returns.find((other) => other.unplanned);
    const next = returns[0] ? (returns[0].unplanned ? 'unplanned' : 'planned') : null;
    const daysToReturn = unplanned ? unplanned.start - end : null;
    found.push({ ...episode, end, readmitted: unplanned !== undefined, daysToReturn, next });
  }
  return found;
}
