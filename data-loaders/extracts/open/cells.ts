import type { CellValue } from 'hucre/xlsx';

/** Facts about a sheet's cells that the report tells. */
export type CellNotes = {
  /** Cells with an error (#N/A …), read as empty. */
  errors: number;
  /** Date cells with the number 0, Excel's day before the calendar: what a formula makes of an empty cell. */
  zeros: number;
  /** Numbers that would be dates between 1955 and 2119 had they a date format. */
  serials: number;
};

const ERROR =
  /^#(N\/A|NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!)$/;
/** A date written as text by a strict workbook: a whole day has no clock. */
const ISO_MIDNIGHT = /^(\d{4}-\d\d-\d\d)T00:00:00(?:\.0+)?Z?$/;
const SECONDS_A_DAY = 86_400;
/** Days from the calendar's first to 1970-01-01: the numbers 0 of the two systems. */
const DAY_ZERO = { 1900: -25_568, 1904: -24_107 };

/** A cell as the text a CSV file would have: dates as ISO, truth as 1 and 0, numbers as Excel shows them, errors empty. */
export function cellText(value: CellValue, date1904: boolean, notes: CellNotes): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (value instanceof Date) return dateText(value, date1904, notes);
  if (typeof value === 'number') {
    if (value >= 20_000 && value < 80_000) notes.serials++;
    return numberText(value);
  }
  if (ERROR.test(value)) {
    notes.errors++;
    return '';
  }
  return ISO_MIDNIGHT.exec(value)?.[1] ?? value;
}

/** Fifteen digits, as Excel keeps; never an exponent where the digits fit. */
function numberText(value: number): string {
  const rounded = Number(value.toPrecision(15));
  if (Number.isInteger(rounded) && Math.abs(rounded) < 1e21) return BigInt(rounded).toString();
  return String(rounded);
}

/** Rounded to the second; a whole day is a date; a time of day alone is a clock; what Excel shows as ##### is that. */
function dateText(date: Date, date1904: boolean, notes: CellNotes): string {
  const seconds = Math.round(date.getTime() / 1000);
  if (Number.isNaN(seconds)) return '#####';
  const day = Math.floor(seconds / SECONDS_A_DAY);
  const zero = DAY_ZERO[date1904 ? 1904 : 1900];
  const text = new Date(seconds * 1000).toISOString();
  if (day < zero || !/^\d{4}-/.test(text)) return '#####';
  const clock = seconds - day * SECONDS_A_DAY > 0;
  if (day === zero && !clock) {
    notes.zeros++;
    return '';
  }
  if (day === zero) return text.slice(11, 19);
  return clock ? `${text.slice(0, 10)} ${text.slice(11, 19)}` : text.slice(0, 10);
}
