import { type Calendar, stamp } from './calendar.ts';
import { stayId, stayLine } from './lines.ts';
import { type Notice, noticeLine } from './notice.ts';
import { between, type Random } from './random.ts';
import type { Scene, Stay } from './stay.ts';

const DAY = 1440;
const UNKNOWN_KOMMUNER = ['Okänd', 'Skånland', '9999'];

/** The line with another value in one field, counted from 0. */
function withField(line: string, field: number, value: string): string {
  const values = line.trimEnd().split(';');
  values[field] = value;
  return `${values.join(';')}\n`;
}

/**
 * The lines of a stay in utskrivningar, nearly always one. About one in 300 is wrong in a way real extracts are:
 * repeated, contradicted by a second line, discharged before admission, without a known kommun or with a value that
 * no one can read.
 */
export function stayLines(random: Random, scene: Scene, stay: Stay, kommun: string): string[] {
  const { calendar, population } = scene;
  const right = stayLine(calendar, population, stay, kommun);
  const drawn = random();
  if (drawn > 0.0034 || stay.discharged >= calendar.days * DAY) return [right];
  if (drawn < 0.001) return [right, right];
  if (drawn < 0.0013) {
    const discharged = Math.min(stay.discharged + DAY, calendar.days * DAY - 1);
    return [right, stayLine(calendar, population, { ...stay, discharged, destination: 'Annat' }, kommun)];
  }
  if (drawn < 0.0018) {
    const discharged = Math.max(0, stay.admitted - between(random, 1, 9) * DAY);
    return [stayLine(calendar, population, { ...stay, discharged }, kommun)];
  }
  if (drawn < 0.0024) {
    return [stayLine(calendar, population, stay, UNKNOWN_KOMMUNER[between(random, 0, 2)]!)];
  }
  if (drawn < 0.0027) return [stayLine(calendar, population, stay, '')];
  if (drawn < 0.0028) return [withField(right, 11, String(stay.person.born - 200))];
  if (drawn < 0.0029) return [withField(right, 10, 'kanske')];
  if (drawn < 0.003) return [withField(right, 9, 'Hospice')];
  if (drawn < 0.0031) return [withField(right, 3, '')];
  const impossible = `${calendar.date[Math.floor(stay.discharged / DAY)]!.slice(0, 4)}-02-30`;
  return [right.replace(stamp(calendar, stay.discharged), impossible)];
}

/**
 * The lines of a notice in utskrivningsklar, nearly always one. About one in 90 disagrees with the stay or with
 * another line, or belongs to a stay that no file holds.
 */
export function noticeLines(
  random: Random,
  calendar: Calendar,
  notice: Notice,
  stay: Stay,
  kommuner: readonly string[],
): string[] {
  const right = noticeLine(calendar, notice);
  const drawn = random();
  if (drawn > 0.011) return [right];
  const lastMoment = calendar.days * DAY - 1;
  if (drawn < 0.004) {
    const other = kommuner[between(random, 0, kommuner.length - 1)]!;
    return [noticeLine(calendar, { ...notice, kommun: other })];
  }
  if (drawn < 0.0055) {
    const ready = Math.min(lastMoment, stay.discharged + between(random, 1, 6) * DAY);
    return [noticeLine(calendar, { ...notice, ready, withdrawn: null })];
  }
  if (drawn < 0.0062) {
    const ready = Math.max(0, stay.admitted - between(random, 1, 6) * DAY);
    return [noticeLine(calendar, { ...notice, ready, withdrawn: null })];
  }
  if (drawn < 0.0073)
    return [right, noticeLine(calendar, { ...notice, id: stayId(90_000_000 + stay.number) })];
  if (drawn < 0.0083)
    return [noticeLine(calendar, { ...notice, kommun: UNKNOWN_KOMMUNER[between(random, 0, 2)]! })];
  if (drawn < 0.0105) return [right, right];
  const other = { ...notice, process: notice.process === 'röd' ? 'gul' : 'röd' };
  return [right, noticeLine(calendar, other)];
}
