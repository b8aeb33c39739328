import { periodLabel } from '../cases/period.ts';
import { FILE_TITLES } from '../file-titles.ts';
import type { Filrapport } from '../report/types.ts';
import { sha256 } from '../sha256.ts';
import type { Indikator, Periodtyp } from '../types.ts';
import type { Address } from './cell.ts';
import { differences, type Row } from './row.ts';

type Line = [string, string];

/** A statement by its path below queries/. */
type Fraga = { fil: string; sql: string };

/** Term and text in two columns. */
const lines = (rows: Line[]): string => {
  const width = Math.max(...rows.map(([term]) => term.length));
  return rows.map(([term, text]) => `  ${term.padEnd(width)}  ${text}\n`).join('');
};

/** A number of a CSV in Swedish form. */
const number = (text: string): string => text.replace('.', ',').replace(/^-/, '−');

/** What a status says, where there is no number to show. */
const STATUS: Record<string, string> = {
  visas: 'visas',
  skyddad: 'skyddad: röjandekontrollen döljer siffran, och inget av dess tal skrivs ut',
  saknas: 'saknas: inga uppgifter eller inga fall',
};

/** One figure: what it is, its numbers as they may be shown, and how the published file agrees. */
export function figureText(address: Address, indikator: Indikator, row: Row, published: Row | null): string {
  const { titel, definition, taljare, namnare, enhet, fil, sql } = indikator;
  const shown = (column: string, unit: string): Line[] =>
    row[column] ? [[column === 'varde' ? 'värde' : column, `${number(row[column])} ${unit}`.trim()]] : [];
  const part = (name: string, column: string, what: string): Line => [
    name,
    row[column] ? `${number(row[column])} (${what})` : what,
  ];
  const rows: Line[] = [
    ['definition', definition],
    part('täljare', 'taljare', taljare),
    part('nämnare', 'namnare', namnare),
    ...shown('antal', 'fall bakom siffran'),
    ...shown('varde', enhet),
    ...(row.nedre ? [['intervall', `${number(row.nedre)}–${number(row.ovre!)} (95 procent)`] as Line] : []),
    ['status', STATUS[row.status!] ?? row.status!],
    ['slutlig', row.slutlig === '1' ? 'ja' : 'nej, perioden eller uppföljningstiden har inte gått ut'],
    ['fråga', `queries/${fil}, SHA-256 ${sha256(sql)}`],
    ['publicerat', publishedText(row, published)],
  ];
  const category = row.kategori === 'alla' ? '' : `, ${row.kategori}`;
  const period = periodLabel(row.periodtyp as Periodtyp, row.period!);
  return `${address.text}\n${titel}: ${row.enhet}, ${period}, ${row.grupp}${category}\n${lines(rows)}\n`;
}

/** A row that judges published figures: every column of its file, and how the published file agrees. */
export function judgedText(address: Address, fraga: Fraga, row: Row, published: Row | null): string {
  const rows: Line[] = [
    ...Object.entries(row).map(([column, text]): Line => [column, text === '' ? '–' : text]),
    ['fråga', `queries/${fraga.fil}, SHA-256 ${sha256(fraga.sql)}`],
    ['publicerat', publishedText(row, published)],
  ];
  return `${address.text}\n${FILE_TITLES[address.file]}\n${lines(rows)}\n`;
}

function publishedText(row: Row, published: Row | null): string {
  if (published === null) return 'ingen fil att jämföra med';
  const columns = differences(row, published);
  return columns.length === 0 ? 'samma rad i filen' : `skiljer sig: ${columns.join(', ')}`;
}

/** The extracts as read, and the program. */
export function basisText(report: Filrapport[], program: string, profil: string): string {
  const files = report.flatMap(({ fil, lasta, anvanda, avvisade, sha256 }): Line[] => {
    const refused = Object.entries(avvisade).map(([code, count]) => `${code} ${count}`);
    return [
      [fil, `${lasta} rader lästa, ${anvanda} använda; avvisade: ${refused.join(', ') || 'inga'}`],
      ['', `SHA-256 ${sha256}`],
    ];
  });
  return `Utdrag\n${lines(files)}\nProgram ${program}, profil ${profil}\n`;
}
