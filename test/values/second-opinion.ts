/**
 * How a text is read as date and time, once more: one text at a time, slow and obvious, to compare the SQL with.
 */
export type Reading = { datum: string; tid: string | null } | null;

const pad = (number: number, length = 2) => String(number).padStart(length, '0');

/** The date, when it exists and lies in 1990–2099. */
function day(year: number, month: number, date: number): string | null {
  if (year < 1990 || year > 2099) return null;
  const at = new Date(Date.UTC(year, month - 1, date));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date) return null;
  return `${year}-${pad(month)}-${pad(date)}`;
}

/** The clock, when it exists: 24:00 does not. */
function clock(hour: number, minute: number, second: number): string | null {
  return hour <= 23 && minute <= 59 && second <= 59 ? `${pad(hour)}:${pad(minute)}:${pad(second)}` : null;
}

/** Minutes east of Greenwich of `Z`, `+02`, `-0330`, `+02:00`; null if it is none. */
function offset(text: string): number | null {
  if (/^z$/i.test(text)) return 0;
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(text) ?? [];
  if (!sign || Number(hours) > 14 || Number(minutes) > 59 || (text.length === 4 && text.includes(':')))
    return null;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const SWEDEN = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'medium',
});

function inSweden(datum: string, tid: string, minutes: number): Reading {
  const [date, time] = SWEDEN.format(new Date(Date.parse(`${datum}T${tid}Z`) - minutes * 60_000)).split(' ');
  return { datum: date!, tid: time! };
}

function yearFirst(text: string): Reading | undefined {
  const dashed = /^(\d{4})-(\d\d)-(\d\d)(.*)$/s.exec(text);
  const plain = /^(\d{4})(\d\d)(\d\d)(.*)$/s.exec(text);
  const found = dashed ?? plain;
  if (!found) return undefined;
  const datum = day(Number(found[1]), Number(found[2]), Number(found[3]));
  const rest = found[4]!;
  if (rest === '') return datum === null ? null : { datum, tid: null };
  const withColons = /^[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?( ?(?:[Zz]|[+-].*))?$/.exec(rest);
  // Without colons only what no personnummer can be: a T before it, or fourteen digits in a row.
  const afterT = plain && /^T(\d\d)(\d\d)(?:(\d\d)(?:[.,]\d+)?)?( ?(?:[Zz]|[+-].*))?$/.exec(rest);
  const digits = plain && /^(\d\d)(\d\d)(\d\d)$/.exec(rest);
  const parts = withColons ?? afterT ?? digits;
  if (!parts || datum === null) return null;
  const tid = clock(Number(parts[1]), Number(parts[2]), Number(parts[3] ?? '0'));
  if (tid === null) return null;
  if (parts[4] === undefined) return { datum, tid };
  const minutes = offset(parts[4].trim());
  return minutes === null ? null : inSweden(datum, tid, minutes);
}

/** Days since 1899-12-30, with decimals. */
function serial(text: string): Reading | undefined {
  if (!/^\d{5}([.,]\d{1,20})?$/.test(text)) return undefined;
  const seconds = Math.round(Number(text.replace(',', '.')) * 86_400);
  const iso = new Date(Date.UTC(1899, 11, 30) + seconds * 1000).toISOString();
  if (iso < '1990' || iso >= '2100') return null;
  return { datum: iso.slice(0, 10), tid: seconds % 86_400 === 0 ? null : iso.slice(11, 19) };
}

function yearLast(text: string, form: string): Reading | undefined {
  const parts =
    /^(\d{1,2})\.(\d{1,2})[. ](\d{4})(.*)$/.exec(text) ?? /^(\d{1,2})\/(\d{1,2})[/ ](\d{4})(.*)$/.exec(text);
  if (!parts || form === 'iso') return undefined;
  const [date, month] = form === 'dag_forst' ? [parts[1], parts[2]] : [parts[2], parts[1]];
  const datum = day(Number(parts[3]), Number(month), Number(date));
  if (parts[4] === '') return datum === null ? null : { datum, tid: null };
  const time = /^,? +(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?$/.exec(parts[4]!);
  const tid = time && clock(Number(time[1]), Number(time[2]), Number(time[3] ?? '0'));
  return datum === null || !tid ? null : { datum, tid };
}

/** Reads a text without blanks around it, in a column whose order is decided. */
export function readMoment(text: string, form: string): Reading {
  return yearLast(text, form) ?? yearFirst(text) ?? serial(text) ?? null;
}
