import { type Calendar, epochDay } from './calendar.ts';
import type { Population } from './population.ts';

const HEADER = 'kommun;start;slut;rubrik;status;framgangsfaktor\n';
/** The day waiting starts to fall in one kommun, where the extract spans it. */
const USUAL_START = '2025-04-23';

/** Day number of the activity that shortens the waiting: 23 April 2025, else 60 % into the extract. */
export function activityDay(calendar: Calendar): number {
  const day = epochDay(USUAL_START) - epochDay(calendar.date[0]!);
  return day > 0 && day < calendar.days ? day : Math.floor(calendar.days * 0.6);
}

/** The text of aktiviteter.csv: the activity the charts must find, and others that change nothing. */
export function activitiesCsv(calendar: Calendar, population: Population, startDay: number): string {
  const name = (k: number) => population.kommuner[k % population.kommuner.length]!.namn;
  const dayAt = (share: number) => calendar.date[Math.floor(calendar.days * share)]!;
  const { improving, drifting } = population;
  const rows = [
    [name(improving), calendar.date[startDay], '', 'Hemtagningsteamet startar', 'genomförd', '10'],
    [name(improving + 1), dayAt(0.3), dayAt(0.55), 'Gemensam utbildning i vårdplanering', 'genomförd', '9'],
    [name(drifting), dayAt(0.45), '', 'Ny rutin för hjälpmedel inför helg', 'genomförd', '2'],
    [name(drifting), calendar.date[calendar.days + 75], '', 'Fler korttidsplatser', 'planerad', '6'],
    [name(drifting + 2), dayAt(0.7), '', 'Mobilt team på kvällar', 'genomförd', '12'],
  ];
  return HEADER + rows.map((row) => `${row.join(';')}\n`).join('');
}
