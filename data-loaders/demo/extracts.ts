import { join } from 'node:path';
import { noticeLines, stayLines } from './faults.ts';
import { RETURN_HEADER, returnLines, STAY_HEADER, stayId } from './lines.ts';
import { monthFile } from './month-file.ts';
import { NOTICE_HEADER, noticesOf } from './notice.ts';
import { makePatients } from './patient.ts';
import type { Scene, Stay } from './stay.ts';

export type ExtractPlan = {
  scene: Scene;
  /** Lines of utskrivningar.csv. */
  rows: number;
  /** Names of the region's kommuner and of those in other counties that a few patients come from. */
  kommuner: readonly string[];
  elsewhere: readonly string[];
  onProgress: (written: number, rows: number) => void;
};

const DAY = 1440;

/** Writes the three extracts about patients, one patient after another; memory does not grow with the rows. */
export async function writeExtracts(folder: string, plan: ExtractPlan): Promise<void> {
  const { scene, rows, kommuner, elsewhere } = plan;
  const { random, calendar } = scene;
  const patient = makePatients(scene, elsewhere.length);
  const stays = monthFile(join(folder, 'utskrivningar.csv'), STAY_HEADER);
  const notices = monthFile(join(folder, 'utskrivningsklar.csv'), NOTICE_HEADER);
  const returns = monthFile(join(folder, 'aterinskrivningar.csv'), RETURN_HEADER);
  const monthOf = (moment: number) => calendar.month[Math.floor(moment / DAY)]!;
  const end = calendar.days * DAY;

  const addNotices = (stay: Stay, kommun: string) => {
    for (const notice of noticesOf(random, stay, stayId(stay.number), kommun)) {
      if (notice.ready >= end) continue;
      for (const line of noticeLines(random, calendar, notice, stay, kommuner)) {
        notices.add(monthOf(notice.ready), line);
      }
    }
  };

  let written = 0;
  /** Writes a patient's stays as long as there is room, and returns those written. */
  const addPatient = (all: Stay[], kommun: string, faulty: boolean): Stay[] => {
    const kept: Stay[] = [];
    for (const stay of all) {
      if (written >= rows) break;
      const lines = stayLines(faulty ? random : () => 1, scene, stay, kommun).slice(0, rows - written);
      for (const line of lines) stays.add(monthOf(stay.admitted), line);
      written += lines.length;
      addNotices(stay, kommun);
      kept.push(stay);
    }
    return kept;
  };

  const step = Math.max(1, Math.floor(rows / 100));
  for (let number = 1, told = 0; written < rows; number++) {
    // The first two patients span the period, so that its first and last day are in every extract.
    const firstDay = number === 1 ? 0 : number === 2 ? calendar.days - 1 : null;
    const all = patient(number, firstDay);
    const { elsewhere: from, kommun } = all[0]!.person;
    const kept = addPatient(all, from === null ? kommuner[kommun]! : elsewhere[from]!, number > 2);
    for (const { month, line } of returnLines(random, calendar, kept)) returns.add(month, line);
    if (written - told < step) continue;
    told = written;
    plan.onProgress(written, rows);
    await new Promise((resume) => setImmediate(resume));
  }
  for (const file of [stays, notices, returns]) file.finish();
}
