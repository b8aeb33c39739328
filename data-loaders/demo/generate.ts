import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import { SYNTHETIC_MARKER } from '../extracts/discover.ts';
import { PROFILE_FOLDER, swedishKommuner } from '../profile/kommuner.ts';
import { replaceFolder } from '../site/swap.ts';
import { activitiesCsv, activityDay } from './activities.ts';
import { bedsCsv } from './beds.ts';
import { makeCalendar } from './calendar.ts';
import { writeExtracts } from './extracts.ts';
import { assertReplaceable } from './folder.ts';
import { inhabitantsCsv } from './inhabitants.ts';
import { type DemoProfile, makePopulation } from './population.ts';
import { seededRandom } from './random.ts';
import { SKANE_REGION } from './regions.ts';

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
  /** Called about a hundred times with stays written so far and in all. */
  onProgress?: (written: number, rows: number) => void;
};

/** With 33 kommuner the real volume of the comparison series, about 4 600 stays a month. */
const STAYS_PER_KOMMUN_AND_DAY = 4.6;
/** Where people from outside the region come from. */
const VISITORS_FROM = ['1380', '1080', '1082', '1381', '1083', '0780', '1480', '0180', '0580', '1880'];
const MARKER_TEXT =
  'Uppgifterna i den här mappen är syntetiska: påhittade av programmets demogenerator.\n' +
  'Ingen rad beskriver en verklig person eller ett verkligt vårdtillfälle. Undantag: jamforelse.csv, om den finns,\n' +
  'är en offentlig serie från Region Skåne.\n';

/**
 * Writes synthetic extracts to `out`: stays, notices, readmissions, activities, inhabitants, beds, for Skåne the public
 * comparison series, and the marker file. Same options, same bytes, in every time zone. Nothing is written unless everything
 * is. Throws UsageError for impossible options and if `out` holds other files.
 */
export async function generateDemo(options: DemoOptions): Promise<void> {
  const { profile, out, seed = 1, from = '2023-01-01', to = '2026-10-31' } = options;
  checkDates(from, to);
  const calendar = makeCalendar(from, to);
  const usual = Math.round(STAYS_PER_KOMMUN_AND_DAY * profile.kommuner.length * calendar.days);
  const rows = options.rows ?? usual;
  if (!Number.isInteger(rows) || rows < 1) throw new UsageError('--rows ska vara ett heltal som är minst 1.');
  if (!Number.isInteger(seed)) throw new UsageError('--seed ska vara ett heltal.');
  assertReplaceable(out);

  const startDay = activityDay(calendar);
  const population = makePopulation(profile, calendar.days, startDay);
  await replaceFolder(out, async (folder) => {
    await writeExtracts(folder, {
      scene: { random: seededRandom(seed), calendar, population },
      rows,
      kommuner: profile.kommuner.map(({ namn }) => namn),
      elsewhere: visitorKommuner(profile),
      onProgress: options.onProgress ?? (() => {}),
    });
    writeFileSync(join(folder, 'aktiviteter.csv'), activitiesCsv(calendar, population, startDay));
    writeFileSync(join(folder, 'befolkning.csv'), inhabitantsCsv(calendar, profile));
    if (profile.vardgivare.length > 0)
      writeFileSync(join(folder, 'vardplatser.csv'), bedsCsv(calendar, profile, rows));
    if (profile.region.kod === SKANE_REGION) {
      const series = readFileSync(join(PROFILE_FOLDER, 'jamforelse-aterinlaggningar.csv'));
      writeFileSync(join(folder, 'jamforelse.csv'), series);
    }
    writeFileSync(join(folder, SYNTHETIC_MARKER), MARKER_TEXT);
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
