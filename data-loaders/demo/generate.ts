import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import { PROFILE_FOLDER, swedishKommuner } from '../profile/kommuner.ts';
import { activitiesCsv, activityDay } from './activities.ts';
import { makeCalendar } from './calendar.ts';
import { noticeLines, stayLines } from './faults.ts';
import { RETURN_HEADER, returnLines, STAY_HEADER, stayId } from './lines.ts';
import { NOTICE_HEADER, noticesOf } from './notice.ts';
import { makePatients } from './patient.ts';
import { type DemoProfile, makePopulation } from './population.ts';
import { seededRandom } from './random.ts';
import { MARKER, monthFile, replaceFolder } from './writer.ts';

export type DemoOptions = {
  profile: DemoProfile;
  /** Folder to write; missing, empty or holding an earlier run. */
  out: string;
  /** Lines in utskrivningar.csv, that is hospital stays; default in proportion to the kommuner and days. */
  rows?: number;
  seed?: number;
  /** First admission and last day, ISO dates. */
  from?: string;
  to?: string;
  /** Called now and then with stays written so far and in all. */
  onProgress?: (written: number, rows: number) => void;
};

const DAY = 1440;
/** With 33 kommuner the real volume of the comparison series, about 4 600 stays a month. */
const STAYS_PER_KOMMUN_AND_DAY = 4.6;
/** Where people from outside the region come from, the nearest ones first for Skåne. */
const VISITORS_FROM = ['1380', '1080', '1082', '1381', '1083', '0780', '1480', '0180', '0580', '1880'];
const MARKER_TEXT =
  'Uppgifterna i den här mappen är syntetiska: påhittade av programmets demogenerator med ett fast slumptal.\n' +
  'Ingen rad beskriver en verklig person eller ett verkligt vårdtillfälle. Undantag: jamforelse.csv, om den finns,\n' +
  'är en offentlig serie från Region Skåne.\n';

/**
 * Writes synthetic extracts to `out`: stays, notices, readmissions, activities, for Skåne the public comparison
 * series, and the marker file. Same options, same bytes, in every time zone. Nothing is written unless everything
 * is. Throws UsageError for impossible options and DataError if `out` holds other files.
 */
export async function generateDemo(options: DemoOptions): Promise<void> {
  const { profile, out, seed = 1, from = '2023-01-01', to = '2026-10-31' } = options;
  checkDates(from, to);
  const calendar = makeCalendar(from, to);
  const wanted =
    options.rows ?? Math.round(STAYS_PER_KOMMUN_AND_DAY * profile.kommuner.length * calendar.days);
  if (!Number.isInteger(wanted) || wanted < 1)
    throw new UsageError('--rows ska vara ett heltal som är minst 1.');
  if (!Number.isInteger(seed)) throw new UsageError('--seed ska vara ett heltal.');

  const random = seededRandom(seed);
  const startDay = activityDay(calendar);
  const population = makePopulation(profile, calendar.days, startDay);
  const names = { kommuner: profile.kommuner.map(({ namn }) => namn) };
  const elsewhere = visitorKommuner(profile);
  const patient = makePatients({ random, calendar, population }, elsewhere.length);
  const end = calendar.days * DAY;
  const monthOf = (moment: number) => calendar.month[Math.floor(moment / DAY)]!;

  await replaceFolder(out, async (folder) => {
    const stays = monthFile(join(folder, 'utskrivningar.csv'), STAY_HEADER);
    const notices = monthFile(join(folder, 'utskrivningsklar.csv'), NOTICE_HEADER);
    const returns = monthFile(join(folder, 'aterinskrivningar.csv'), RETURN_HEADER);
    const step = Math.max(1, Math.floor(wanted / 100));
    let written = 0;
    let told = 0;
    for (let number = 1; written < wanted; number++) {
      // The first two patients span the period, so that its first and last day are in every extract.
      const firstDay = number === 1 ? 0 : number === 2 ? calendar.days - 1 : null;
      const all = patient(number, firstDay);
      const visitorFrom = all[0]?.person.elsewhere ?? null;
      const kommun =
        visitorFrom === null ? population.kommuner[all[0]!.person.kommun]!.namn : elsewhere[visitorFrom]!;
      let kept = 0;
      for (const stay of all) {
        if (written >= wanted) break;
        const lines = stayLines(number <= 2 ? () => 1 : random, calendar, population, stay, kommun);
        const month = monthOf(stay.admitted);
        for (const line of lines.slice(0, wanted - written)) {
          stays.add(month, line);
          written++;
        }
        for (const notice of noticesOf(random, stay, stayId(stay.number), kommun)) {
          if (notice.ready >= end) continue;
          for (const line of noticeLines(random, calendar, notice, stay, names)) {
            notices.add(monthOf(notice.ready), line);
          }
        }
        kept++;
      }
      for (const { month, line } of returnLines(random, calendar, all.slice(0, kept)))
        returns.add(month, line);
      if (written - told >= step) {
        told = written;
        options.onProgress?.(written, wanted);
        await new Promise((resume) => setImmediate(resume));
      }
    }
    for (const file of [stays, notices, returns]) file.finish();
    writeFileSync(join(folder, 'aktiviteter.csv'), activitiesCsv(calendar, population, startDay));
    if (profile.region.kod === '12') {
      const series = readFileSync(join(PROFILE_FOLDER, 'jamforelse-aterinlaggningar.csv'));
      writeFileSync(join(folder, 'jamforelse.csv'), series);
    }
    writeFileSync(join(folder, MARKER), MARKER_TEXT);
  });
}

function checkDates(from: string, to: string): void {
  for (const date of [from, to]) {
    const time = Date.parse(`${date}T00:00:00Z`);
    if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) {
      throw new UsageError(`Datumet "${date}" ska skrivas ÅÅÅÅ-MM-DD och finnas i kalendern.`);
    }
  }
  if (from > to) throw new UsageError(`Första dagen (${from}) ligger efter den sista (${to}).`);
}

/** Names of kommuner in other counties from which a few patients come. */
function visitorKommuner(profile: DemoProfile): string[] {
  const own = new Set(profile.kommuner.map(({ kod }) => kod));
  const outside = swedishKommuner().filter(({ kod }) => VISITORS_FROM.includes(kod) && !own.has(kod));
  return outside.filter(({ kod }) => !kod.startsWith(profile.region.kod)).map(({ namn }) => namn);
}
