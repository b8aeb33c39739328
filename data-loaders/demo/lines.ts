import { type Calendar, stamp } from './calendar.ts';
import type { Population } from './population.ts';
import type { Random } from './random.ts';
import { SUS_LUND } from './regions.ts';
import { OTHER_HOSPITAL, type Stay } from './stay.ts';

export const STAY_HEADER =
  'vardtillfalle_id;patient_id;kommun;vardgivare;sjukhus;klinik;vardform;inskrivning;utskrivning;utskriven_till;' +
  'oplanerad;fodelsear\n';
export const RETURN_HEADER = 'vardtillfalle_id;aterinskriven;oplanerad\n';

const DAY = 1440;
const CLINICS = ['Medicin', 'Geriatrik', 'Ortopedi', 'Kirurgi'];

/** Ids that cannot be taken for a personnummer. */
export const stayId = (number: number) => `V${String(number).padStart(8, '0')}`;
const patientId = (number: number) => `P${String(number).padStart(7, '0')}`;

function clinic(stay: Stay): string {
  if (stay.mental) return 'Psykiatri';
  return CLINICS[(stay.number * 7 + stay.person.number) % CLINICS.length]!;
}

/** The stay as a CSV line of utskrivningar; open if it ends after the last day. */
export function stayLine(calendar: Calendar, population: Population, stay: Stay, kommun: string): string {
  const place = population.vardgivare[stay.vardgivare]!;
  const open = stay.discharged >= calendar.days * DAY;
  const home = population.kommuner[stay.person.kommun]!.kod;
  const hospital = place.kod === 'sus' ? (SUS_LUND.has(home) ? 'SUS Lund' : 'SUS Malmö') : place.namn;
  const unplanned = stay.number % 211 === 0 ? '' : stay.planned ? '0' : '1';
  return (
    `${stayId(stay.number)};${patientId(stay.person.number)};${kommun};${place.namn};${hospital};${clinic(stay)};` +
    `${stay.mental ? 'psykiatri' : 'somatik'};${stamp(calendar, stay.admitted)};` +
    `${open ? '' : stamp(calendar, stay.discharged)};${open ? '' : stay.destination};${unplanned};${stay.person.born}\n`
  );
}

/**
 * Readmissions of one patient as the source system lists them: a return 1–30 days after a discharge that was not a
 * transfer. The source misses a few and also lists a few planned or late ones, as sources do.
 */
export function returnLines(
  random: Random,
  calendar: Calendar,
  stays: readonly Stay[],
): { month: number; line: string }[] {
  const lines: { month: number; line: string }[] = [];
  for (let i = 1; i < stays.length; i++) {
    const before = stays[i - 1]!;
    const next = stays[i]!;
    if (before.destination === OTHER_HOSPITAL || next.admitted >= calendar.days * DAY) continue;
    const days = Math.floor(next.admitted / DAY) - Math.floor(before.discharged / DAY);
    const listed = days <= 30 && !next.planned ? random() >= 0.02 : days <= 33 && random() < 0.4;
    if (!listed) continue;
    const day = Math.floor(next.admitted / DAY);
    lines.push({
      month: calendar.month[day]!,
      line: `${stayId(before.number)};${stamp(calendar, next.admitted)};${next.planned ? '0' : '1'}\n`,
    });
  }
  return lines;
}
