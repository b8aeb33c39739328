import type { Filrapport } from '../types.ts';
import { KODER } from './koder.ts';

/** The report as plain Swedish text for the one who runs the program; names no person. `unknown`: files not read. */
export function reportText(report: Filrapport[], unknown: string[] = []): string {
  const lines = report.flatMap((file) => [
    `${file.fil} (${file.slag}): ${spaced(file.lasta)} ${rows(file.lasta)} lästa, ${spaced(file.anvanda)} används`,
    ...section('avvisade', file.avvisade),
    ...section('strukna uppgifter', file.strukna_uppgifter),
    ...section('anmärkningar', file.anmarkningar),
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

function section(heading: string, counts: Record<string, number>): string[] {
  const entries = Object.entries(counts);
  if (entries.length === 0) return [];
  return [
    `  ${heading}:`,
    ...entries.map(([kod, count]) => `    ${spaced(count)} ${rows(count)}: ${KODER[kod]?.text ?? kod}`),
  ];
}

function rows(number: number): string {
  return number === 1 ? 'rad' : 'rader';
}

/** `12 345` with a hard space: thousands apart, as in Swedish. */
export function spaced(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
}
