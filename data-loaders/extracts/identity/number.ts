/**
 * Personnummer and samordningsnummer in a text, plain and slow: for names, headings and rows that are no table. Values
 * in tables are judged by the macros in queries/1_staging/_personnummer.sql, which say the same (test/identity).
 */

const HYPHENS = /[\u00AD\u2010-\u2015\u2043\u2212\uFE58\uFE63\uFF0D]/g;
const SPACES = /[\t\n\f\r\u00A0\u1680\u2000-\u200D\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF]/g;
const UUID = /^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/;

/** Six digits, with signs between them or none, and four more: texts without are done with. */
const POSSIBLE = /\d\d[^0-9A-Za-z]?\d\d[^0-9A-Za-z]?\d\d[^0-9A-Za-z]{0,3}\d{4}|^\d[.,]\d{6,11}e/i;

/** True if a valid number stands anywhere in the text. `series`: digits without separator between them do not count. */
export function hasPersonnummer(text: string, { series = false } = {}): boolean {
  return numbersIn(text).some(
    (number) => isPersonnummer(number.replace(/[ +-]/g, '')) && !(series && /^\d+$/.test(number)),
  );
}

/**
 * What could be a number: runs of digits, and six or eight digits, a separator and four, as they stand. The character
 * after a number is its boundary and begins nothing else.
 */
function numbersIn(written: string): string[] {
  const found: string[] = [];
  if (!POSSIBLE.test(written)) return found;
  const text = plain(written);
  let at = 0;
  // A word without a letter between digits has none in its rest either: it is looked at once, however long.
  let plainUntil = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const word = at < plainUntil ? '' : /^[A-Za-z0-9]*/.exec(rest)![0];
    const mixed = /\d[A-Za-z]+\d/.test(word);
    if (!mixed) plainUntil = Math.max(plainUntil, at + word.length);
    const digits = /^\d*/.exec(rest)![0];
    const separated = /^(?:\d{6}|\d{8})(?: ?[-+] ?| {1,2})\d{4}(?!\d)/.exec(rest)?.[0];
    const fraction = digits.length <= 5 ? /^\d+\.\d{10,}/.exec(rest)?.[0] : undefined;
    if (UUID.test(rest)) at += 36;
    else if (mixed) at += word.length;
    else if (digits === '') at += 1;
    else if (fraction) at += fraction.length;
    else {
      found.push(separated ?? digits);
      at += (separated ?? digits).length + 1;
    }
  }
  return found;
}

/** With plain hyphens and spaces; 1912-12-12-1212 as 19121212-1212, and 1.91212121212E11 in full. */
function plain(text: string): string {
  const common = text.replace(HYPHENS, '-').replace(SPACES, ' ');
  if (/^\d[.,]\d{6,11}e\+?(0?9|10|11)$/i.test(common))
    return String(Math.round(Number(common.replace(',', '.'))));
  return common.replace(/(\d{4})-(\d{2})-(\d{2})( ?[-+] ?\d{4})/g, '$1$2$3$4');
}

/**
 * Ten digits, or twelve with a century (1880–2099): a day that exists, a number 001–999 of that day, and the check
 * digit. A samordningsnummer has day + 60, and month 00 or day 60 where they are not known.
 */
export function isPersonnummer(digits: string): boolean {
  const parts = /^(\d\d)?(\d\d)(\d\d)(\d\d)(\d{3})\d$/.exec(digits);
  if (!parts) return false;
  const [, century, yy, mm, dd, number] = parts;
  const year = century === undefined ? Number(yy) : Number(century + yy);
  if (century !== undefined && (year < 1880 || year > 2099)) return false;
  const temporary = Number(dd) >= 60;
  const month = Number(mm);
  const day = Number(dd) - (temporary ? 60 : 0);
  const least = temporary ? 0 : 1;
  if (month < least || month > 12 || day < least || day > daysIn(month, year)) return false;
  return number !== '000' && checkSum(digits.slice(-10)) % 10 === 0;
}

/** Without century a year divisible by four may have February 29. */
function daysIn(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Luhn's sum: every other digit from the first doubled, the digits of the products added. */
function checkSum(digits: string): number {
  return [...digits]
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1))
    .reduce((sum, product) => sum + Math.floor(product / 10) + (product % 10), 0);
}

/** What is written instead of a number. */
export const MASK = '[dolt nummer]';

const HYPHEN = '[-+\\u00AD\\u2010-\\u2015\\u2043\\u2212\\uFE58\\uFE63\\uFF0D]';
const SPACE = '[\\s\\u2000-\\u200D\\u2060\\uFEFF]';
const LOOKS_LIKE = new RegExp(
  `\\d[.,]\\d{6,}[eE]\\+?\\d+` +
    `|(?:\\d{4}${HYPHEN}\\d{2}${HYPHEN}\\d{2}|\\d{6,})(?:${SPACE}?${HYPHEN}${SPACE}?|${SPACE}{1,2})?\\d{4,}`,
  'g',
);

/** The text with everything that looks like a number masked, valid or not: for messages that must quote text. */
export function redact(text: string): string {
  return text.replace(LOOKS_LIKE, MASK);
}

/** The text with valid numbers masked: for names and messages, in which other long digits are to be read. */
export function maskNumbers(text: string): string {
  if (!hasPersonnummer(text)) return text;
  const masked = text.replace(LOOKS_LIKE, (found) => (hasPersonnummer(found) ? MASK : found));
  return hasPersonnummer(masked) ? redact(masked) : masked;
}
