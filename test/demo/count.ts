import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A plain count over the generated CSV files, apart from the program's own reading and counting. */
export type DemoStay = {
  id: string;
  patient: string;
  kommun: string;
  vardgivare: string;
  admitted: string;
  discharged: string;
  destination: string;
  unplanned: boolean;
  line: Record<string, string>;
};

export type DemoCase = DemoStay & { ready: string; waited: number };

export function readCsv(folder: string, file: string): Record<string, string>[] {
  const [header, ...lines] = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
  const columns = header!.split(';');
  return lines.map((line) => {
    const values = line.split(';');
    return Object.fromEntries(columns.map((column, i) => [column, values[i] ?? '']));
  });
}

/** Days since 1970-01-01 of the date that a stamp starts with. */
export const dayNumber = (stamp: string) => Date.parse(`${stamp.slice(0, 10)}T00:00:00Z`) / 86_400_000;
/** Monday = 1 … Sunday = 7. */
export const weekday = (stamp: string) => ((((dayNumber(stamp) + 3) % 7) + 7) % 7) + 1;

/** Stays whose discharge is not before the admission, each id once. */
export function readStays(folder: string): DemoStay[] {
  const stays = new Map<string, DemoStay>();
  for (const line of readCsv(folder, 'utskrivningar.csv')) {
    const { vardtillfalle_id: id, inskrivning, utskrivning } = line as Record<string, string>;
    if (utskrivning !== '' && utskrivning! < inskrivning!) continue;
    stays.set(id!, {
      id: id!,
      patient: line.patient_id!,
      kommun: line.kommun!,
      vardgivare: line.vardgivare!,
      admitted: inskrivning!,
      discharged: utskrivning!,
      destination: line.utskriven_till!,
      unplanned: line.oplanerad === '1',
      line,
    });
  }
  return [...stays.values()];
}

/** Ended cases: the first notice after the last withdrawal, not after the discharge and not before the admission. */
export function readCases(folder: string, stays: DemoStay[]): DemoCase[] {
  const notices = new Map<string, Record<string, string>[]>();
  for (const line of readCsv(folder, 'utskrivningsklar.csv')) {
    const own = notices.get(line.vardtillfalle_id!);
    if (own) own.push(line);
    else notices.set(line.vardtillfalle_id!, [line]);
  }
  const cases: DemoCase[] = [];
  for (const stay of stays) {
    if (stay.discharged === '') continue;
    const own = (notices.get(stay.id) ?? []).filter((notice) => {
      const ready = dayNumber(notice.utskrivningsklar!);
      return ready <= dayNumber(stay.discharged) && ready >= dayNumber(stay.admitted);
    });
    const withdrawn =
      own
        .map((notice) => notice.atertagen!)
        .sort()
        .at(-1) ?? '';
    const standing = own.map((notice) => notice.utskrivningsklar!).filter((ready) => ready >= withdrawn);
    const ready = standing.sort()[0];
    if (ready === undefined) continue;
    cases.push({ ...stay, ready, waited: dayNumber(stay.discharged) - dayNumber(ready) });
  }
  return cases;
}

/**
 * Index episodes that ended by `until` and those followed by an unplanned episode within 30 days, per vårdgivare of
 * the last stay.
 */
export function readmissions(
  stays: DemoStay[],
  lastDay: string,
  until: string,
): Map<string, { index: number; returned: number }> {
  const perPatient = new Map<string, DemoStay[]>();
  for (const stay of stays) {
    const own = perPatient.get(stay.patient);
    if (own) own.push(stay);
    else perPatient.set(stay.patient, [stay]);
  }
  const result = new Map<string, { index: number; returned: number }>();
  for (const own of perPatient.values()) {
    own.sort((a, b) => (a.admitted < b.admitted ? -1 : 1));
    const episodes: DemoStay[][] = [];
    let end = Number.NEGATIVE_INFINITY;
    for (const stay of own) {
      if (dayNumber(stay.admitted) <= end) episodes.at(-1)!.push(stay);
      else episodes.push([stay]);
      end = Math.max(end, stay.discharged === '' ? Number.POSITIVE_INFINITY : dayNumber(stay.discharged));
    }
    for (const episode of episodes) {
      const last = episode.reduce((a, b) => (b.discharged >= a.discharged ? b : a));
      if (episode.some((stay) => stay.discharged === '' || stay.destination === 'Avliden')) continue;
      const left = dayNumber(last.discharged);
      if (left + 30 > dayNumber(lastDay) || left > dayNumber(until)) continue;
      const back = episodes.some(([first]) => {
        const days = dayNumber(first!.admitted) - left;
        return first!.unplanned && days >= 1 && days <= 30;
      });
      const sum = result.get(last.vardgivare) ?? { index: 0, returned: 0 };
      sum.index++;
      if (back) sum.returned++;
      result.set(last.vardgivare, sum);
    }
  }
  return result;
}
