/** What a cell of a shown table says, as something that can be put in order. */

const MONTHS = [
  ...['januari', 'februari', 'mars', 'april', 'maj', 'juni'],
  ...['juli', 'augusti', 'september', 'oktober', 'november', 'december'],
];

/** An element's text on one line. */
export const words = (node: Node | null | undefined): string =>
  (node?.textContent ?? '').replace(/[ \n]+/g, ' ').trim();

/** A Swedish number (the first, where there are two) or a period or date; null for other text. */
export function numberOf(text: string): number | null {
  const plain = text
    .replace(/[\s\u00a0\u2060]/g, ' ')
    .replace(/(\d) (?=\d{3}(?!\d))/g, '$1')
    .replaceAll('\u2212', '-')
    .trim();
  const [, day, month, year] = /^(?:(\d{1,2}) )?(\p{L}+) (\d{4})$/u.exec(plain) ?? [];
  if (month && MONTHS.includes(month.toLowerCase()))
    return Number(year) * 400 + MONTHS.indexOf(month.toLowerCase()) * 32 + Number(day ?? 0);
  const number = /^[<>≤≥]? ?(-?\d+(?:,\d+)?)(?: ?%| ?kr|–.*| till .*| \(.*\))?$/.exec(plain)?.[1];
  return number === undefined ? null : Number(number.replace(',', '.'));
}

export type Key = number | string | null;

/** Null where the cell shows no value: such rows come last whichever way the table is sorted. */
export function keyOf(cell: Element | undefined): Key {
  if (!cell || cell.matches('.skyddad, .saknas') || cell.querySelector('.skyddad, .saknas')) return null;
  const text = (cell.textContent ?? '').trim();
  if (text === '' || text === '–' || text === 'skyddad' || text === 'saknas') return null;
  return numberOf(text) ?? text;
}

/** Numbers by value where the whole column is numbers, else Swedish alphabetical order. */
export function compareKeys(keys: Key[]): (a: Key, b: Key) => number {
  const numeric = keys.every((key) => key === null || typeof key === 'number');
  const collator = new Intl.Collator('sv', { numeric: true });
  return (a, b) => (numeric ? Number(a) - Number(b) : collator.compare(String(a), String(b)));
}
