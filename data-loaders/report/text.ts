import type { Filrapport } from '../catalogue-types.ts';
import { KODER } from './koder.ts';
import type { FirstRows } from './rows.ts';

/**
 * The report as plain Swedish text for the one who runs the program; names no person. `unknown`: files not read.
 * `first`: where the remarks are, added to their counts.
 */
export function reportText(
  report: Filrapport[],
  unknown: string[] = [],
  first: FirstRows = new Map(),
): string {
  const lines = report.flatMap((file) => [
    `${file.fil} (${file.slag}): ${spaced(file.lasta)} ${rows(file.lasta)} lästa, ${spaced(file.anvanda)} används`,
    ...section('avvisade', file.avvisade, (kod) => first.get(`${file.fil}|avvisad|${kod}`)),
    ...section('strukna uppgifter', file.strukna_uppgifter, (kod) => first.get(`${file.fil}|struken|${kod}`)),
    ...section('anmärkningar', file.anmarkningar, (kod) => first.get(`${file.fil}|anmarkning|${kod}`)),
    ...(file.okanda_kolumner.length > 0
      ? [
          `  kolumner som inte känns igen: ${file.okanda_kolumner.map((name) => name || '(utan rubrik)').join(', ')}`,
        ]
      : []),
  ]);
  if (unknown.length > 0)
    lines.push(`Filer som inte lästes, för att namnet inte är känt: ${unknown.join(', ')}`);
  return `${lines.join('\n')}\n`;
}

function section(
  heading: string,
  counts: Record<string, number>,
  first: (kod: string) => number[] | undefined,
): string[] {
  const entries = Object.entries(counts);
  if (entries.length === 0) return [];
  return [
    `  ${heading}:`,
    ...entries.map(
      ([kod, count]) =>
        `    ${spaced(count)} ${rows(count)}: ${KODER[kod]?.text ?? kod}${place(count, first(kod))}`,
    ),
  ];
}

/** ` (rad 12, 15 …)`: the first rows, and whether there are more. */
function place(count: number, first: number[] = []): string {
  if (first.length === 0) return '';
  return ` (rad ${first.join(', ')}${count > first.length ? ' …' : ''})`;
}

function rows(number: number): string {
  return number === 1 ? 'rad' : 'rader';
}

/** `12 345` with a hard space: thousands apart, as in Swedish. */
export function spaced(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
}
