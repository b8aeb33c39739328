import { printable } from '../errors.ts';
import { likelySlips } from '../extracts/headings.ts';
import type { Slag } from '../extracts/kinds.ts';
import { KODER } from './koder.ts';
import type { Filrapport, Orsaker } from './types.ts';

/**
 * The report on the files as plain Swedish text for the one who runs the program; names no person. `unknown`: files not
 * read.
 */
export function reportText(report: Filrapport[], unknown: string[] = []): string {
  const lines = report.flatMap((file) => [
    `${file.fil} (${file.slag}): ${countedRows(file.lasta)} ${file.lasta === 1 ? 'läst' : 'lästa'}, ${spaced(file.anvanda)} används`,
    ...(file.lasning.length > 0 ? [`  läst så: ${file.lasning.join('; ')}`] : []),
    ...section('avvisade', 'avvisade', file),
    ...section('strukna uppgifter', 'strukna_uppgifter', file),
    ...section('anmärkningar', 'anmarkningar', file),
    ...columnLines(file.kolumner),
    ...(file.okanda_kolumner.length > 0
      ? [
          `  kolumner som inte känns igen: ${file.okanda_kolumner.map((name) => name || '(utan rubrik)').join(', ')}`,
          ...slips(file),
        ]
      : []),
  ]);
  lines.push(...unreadText(unknown));
  if (report.some(({ avvisade }) => Object.keys(avvisade).length > 0))
    lines.push('Avvisade rader med skäl ligger i .warehouse/karantan, en CSV-fil per utdrag.');
  return printable(`${lines.join('\n')}\n`);
}

/** The files that are no extract, if there are any, on a line. */
export const unreadText = (unknown: string[]): string[] =>
  unknown.length > 0
    ? [printable(`Filer som inte lästes, för att namnet inte är känt: ${unknown.join(', ')}`)]
    : [];

/** Unknown headings that are like a column the file lacks. */
function slips({ slag, okanda_kolumner, kolumner }: Filrapport): string[] {
  const present = kolumner.map(({ namn }) => namn);
  return likelySlips(slag as Slag, okanda_kolumner, present).map(
    ({ rubrik, kolumn }) =>
      `    "${rubrik}" liknar ${kolumn}, som filen inte har; byt rubriken om det är den`,
  );
}

function section(
  heading: string,
  key: keyof Orsaker,
  { [key]: counts, rader, i_kolumner }: Filrapport,
): string[] {
  const entries = Object.entries(counts);
  if (entries.length === 0) return [];
  return [
    `  ${heading}:`,
    ...entries.map(([kod, count]) => {
      const where = [inColumns(i_kolumner[key][kod]), firstRows(count, rader[key][kod])].filter(Boolean);
      const place = where.length > 0 ? ` (${where.join(', ')})` : '';
      return `    ${countedRows(count)}: ${KODER[kod]?.text ?? kod}${place}`;
    }),
  ];
}

/** `rad 12, 15 …`: the first rows, and whether there are more. */
function firstRows(count: number, first: number[] = []): string {
  if (first.length === 0) return '';
  return `rad ${first.join(', ')}${count > first.length ? ' …' : ''}`;
}

/** `kolumnen kommun`, `kolumnerna inskrivning och utskrivning`: where it is wrong; '' when it is the whole row. */
export function inColumns(columns: string[] = []): string {
  if (columns.length < 2) return columns.map((name) => `kolumnen ${name}`).join('');
  return `kolumnerna ${columns.slice(0, -1).join(', ')} och ${columns.at(-1)}`;
}

/** Room for `tom i under 0,1 %`. */
const EMPTY_WIDTH = 16;

type Kolumn = Filrapport['kolumner'][number];

/** The columns that are empty anywhere, and those with days, one a line: `inskrivning  tom i 0,3 %  2024-01-01 till 2024-06-30`. */
function columnLines(kolumner: Kolumn[]): string[] {
  const told = kolumner.filter(({ tomma, forsta }) => tomma > 0 || forsta !== null);
  if (told.length === 0) return [];
  const width = Math.max(...told.map(({ namn }) => namn.length));
  return [
    '  kolumner:',
    ...told.map(({ namn, tomma, rader, forsta, sista }) => {
      const empty = tomma > 0 ? `tom i ${percentText(tomma / rader)}` : '';
      const days = forsta === null ? '' : `${forsta} till ${sista}`;
      return `    ${namn.padEnd(width)}  ${empty.padEnd(EMPTY_WIDTH)}  ${days}`.trimEnd();
    }),
  ];
}

/** `12,5 %` of a share 0–1; some are never told as none, nor as all. */
export function percentText(share: number): string {
  if (share > 0 && share < 0.001) return 'under 0,1\u00a0%';
  if (share < 1 && share > 0.999) return 'över 99,9\u00a0%';
  return `${(Math.round(share * 1000) / 10).toString().replace('.', ',')}\u00a0%`;
}

/** `1 rad`, `12 345 rader`. */
export function countedRows(number: number): string {
  return `${spaced(number)} ${number === 1 ? 'rad' : 'rader'}`;
}

/** `12 345` with a hard space: thousands apart, as in Swedish. */
export function spaced(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
}
