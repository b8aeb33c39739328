import type { Row } from '../count/stage.ts';
import { toDay } from './days.ts';

/** One stay with the facts that src/metod.md gives it. Days since 1970; null where unknown or still to come. */
export type Stay = {
  stay: number;
  id: string | null;
  patient: string | null;
  kommun: string | null;
  vardgivare: string | null;
  vardform: string | null;
  admitted: number | null;
  admittedClock: string | null;
  left: number | null;
  leftClock: string | null;
  destination: string | null;
  unplanned: boolean | null;
  born: number | null;
  /** d0 of its case; null where the stay is no case. */
  ready: number | null;
  /** What the case's earliest standing notice that says it has as its process. */
  process: string | null;
  /** What the case's earliest standing notice that says anything says in a column; null where none does. */
  says: (column: string) => string | null;
  clinic: string | null;
  /** Its notices dated within the stay, in order of time. */
  told: Told[];
  /** A span per possible notice: from its day to its first withdrawal, null where it is never withdrawn. */
  waits: { from: number; to: number | null }[];
};

/** What a notice says, column by column, and whether it stands. */
export type Told = { row: Row; standing: boolean };

type Notice = {
  day: number;
  clock: string | null;
  withdrawnDay: number | null;
  withdrawnClock: string | null;
  kommun: string | null;
  vardgivare: string | null;
  process: string | null;
  order: string;
  row: Row;
};

/** Was the notice stamped before the withdrawal? Without a clock on both the dates decide, and the same date stands. */
function before(notice: Notice, withdrawal: Notice): boolean {
  if (withdrawal.withdrawnDay === null) return false;
  if (notice.clock !== null && withdrawal.withdrawnClock !== null)
    return notice.clock < withdrawal.withdrawnClock;
  return notice.day < withdrawal.withdrawnDay;
}

/** Every staged stay with its case and with what its notices add. */
export function readStays(rows: Record<string, Row[]>): Stay[] {
  const notices = new Map<number, Notice[]>();
  for (const row of rows.s_notis ?? []) {
    if (row.stay === null) continue;
    const list = notices.get(row.stay as number) ?? [];
    list.push({
      day: toDay(text(row.klar_datum)!),
      clock: text(row.klar_tid),
      withdrawnDay: row.atertagen_datum ? toDay(text(row.atertagen_datum)!) : null,
      withdrawnClock: text(row.atertagen_tid),
      kommun: text(row.kommun),
      vardgivare: text(row.vardgivare),
      process: text(row.process),
      order: `${row.fil} ${String(row.rad).padStart(9, '0')}`,
      row,
    });
    notices.set(row.stay as number, list);
  }
  return (rows.s_vardtillfalle ?? []).map((row) => readStay(row, notices.get(row.stay as number) ?? []));
}

/** Earlier day, then earlier clock (none last), then place in the files. */
const byTime = (a: Notice, b: Notice): number =>
  a.day - b.day || compare(a.clock ?? '9', b.clock ?? '9') || compare(a.order, b.order);

function readStay(row: Row, notices: Notice[]): Stay {
  const admitted = row.in_datum ? toDay(text(row.in_datum)!) : null;
  const left = row.ut_datum ? toDay(text(row.ut_datum)!) : null;
  const possible = (notice: Notice) =>
    !(left !== null && notice.day > left) && !(admitted !== null && notice.day < admitted);
  const standing = (notice: Notice) =>
    possible(notice) && !notices.some((withdrawal) => before(notice, withdrawal));
  const days = notices.filter(standing).map(({ day }) => day);
  // The notice that speaks for the stay: a standing one before others, then the earliest.
  const voices = [...notices].sort((a, b) => Number(standing(b)) - Number(standing(a)) || byTime(a, b));
  return {
    stay: row.stay as number,
    id: text(row.vardtillfalle_id),
    patient: text(row.patient_id),
    kommun: text(row.kommun) ?? voices.find(({ kommun }) => kommun !== null)?.kommun ?? null,
    vardgivare:
      text(row.vardgivare) ?? voices.find(({ vardgivare }) => vardgivare !== null)?.vardgivare ?? null,
    vardform: text(row.vardform),
    admitted,
    admittedClock: text(row.in_tid),
    left,
    leftClock: text(row.ut_tid),
    destination: text(row.utskriven_till),
    unplanned: (row.oplanerad ?? null) as boolean | null,
    born: row.fodelsear ? Number(row.fodelsear) : null,
    ready: days.length > 0 ? Math.min(...days) : null,
    process: voices.find((notice) => standing(notice) && notice.process !== null)?.process ?? null,
    says: (column) =>
      voices
        .filter(standing)
        .map((notice) => text(notice.row[column]))
        .find((value) => value !== null) ?? null,
    clinic: text(row.klinik_kod),
    told: [...notices]
      .filter(possible)
      .sort(byTime)
      .map((notice) => ({ row: notice.row, standing: standing(notice) })),
    waits: notices.filter(possible).map((notice) => {
      const ends = notices
        .filter((withdrawal) => before(notice, withdrawal))
        .map(({ withdrawnDay }) => withdrawnDay!);
      return { from: notice.day, to: ends.length > 0 ? Math.min(...ends) : null };
    }),
  };
}

export const text = (value: Row[string] | undefined): string | null => (value == null ? null : String(value));
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
