import type { Profile } from '../profile/read.ts';
import type { Findings, Tackning } from './findings.ts';
import { flagText } from './flaggor.ts';
import { kommunTexts } from './kommuner.ts';
import { percentText, spaced } from './text.ts';

/** Columns of the table of months that fit on a line: the whole and the largest units. */
const UNITS_SHOWN = 10;
const KOMMUNER_SHOWN = 20;

/** What the checks of the whole found, as plain Swedish text: columns, readmissions, and rows by month and vårdgivare. */
export function findingsText(findings: Findings, { granskning }: Pick<Profile, 'granskning'>): string {
  const { dagar, kommuner, saknade, tomma, avstamning } = findings;
  const limit = percentText(granskning.tom_kolumn_andel);
  const lines = [
    ...(dagar
      ? [`Uppgifterna räknas från ${dagar.forsta} till och med ${dagar.sista}, som är sista datadag.`]
      : []),
    ...block('Kommuner som inte känns igen:', kommunTexts(kommuner, KOMMUNER_SHOWN)),
    ...block(
      'Det här kan inte räknas, för att en kolumn saknas:',
      saknade.map(
        ({ krav, indikatorer }) => `utan ${krav.map(either).join(', ')}: ${indikatorer.join('; ')}`,
      ),
    ),
    ...block(
      `Det här vilar på en kolumn som är tom i mer än ${limit} av raderna:`,
      tomma.map(
        ({ krav, andel, indikatorer }) =>
          `${either(krav)} (tom i ${percentText(andel)}): ${indikatorer.join('; ')}`,
      ),
    ),
    ...(avstamning
      ? [
          `Återinskrivningar: ${spaced(avstamning.overens)} i både källan och beräkningen, ` +
            `${spaced(avstamning.bara_kallan)} bara i källan, ${spaced(avstamning.bara_beraknade)} bara i beräkningen.`,
        ]
      : []),
    ...months('vardtillfallen', 'Vårdtillfällen per månad och vårdgivare', findings),
    ...months('underrattelser', 'Underrättelser per månad och vårdgivare', findings),
    ...block('Månader som sticker ut (markerade med * i tabellerna):', flags(findings, granskning.hopp_kvot)),
  ];
  return lines.length > 0 ? `${lines.join('\n')}\n` : '';
}

const either = (krav: string): string => krav.split('|').join('/');

const block = (heading: string, items: string[]): string[] =>
  items.length > 0 ? [heading, ...items.map((item) => `  ${item}`)] : [];

function flags({ flaggor, enheter }: Findings, kvot: number): string[] {
  return flaggor.map((flag) => {
    const text = flagText(flag, {
      enhet: flag.niva === 'region' ? 'Hela regionen' : (enheter.get(flag.enhet_id) ?? flag.enhet_id),
      manad: (iso) => iso.slice(0, 7),
      kvot: String(kvot).replace('.', ','),
    });
    return `${text.slice(0, -1)} (${spaced(flag.antal)}, vanligt är ${spaced(Math.round(flag.vanligt))}).`;
  });
}

/** A table of numbers, the newest month last: the whole region, then the units with most rows. */
function months(uppgift: Tackning['uppgift'], heading: string, { tackning, flaggor }: Findings): string[] {
  const rows = tackning.filter((row) => row.uppgift === uppgift);
  if (rows.length === 0) return [];
  const units = [...new Set(rows.map((row) => `${row.niva} ${row.enhet_id}`))];
  const total = (unit: string) => sum(rows.filter((row) => `${row.niva} ${row.enhet_id}` === unit));
  const ordered = units
    .map((unit) => ({ unit, antal: unit.startsWith('region ') ? Number.POSITIVE_INFINITY : total(unit) }))
    .sort((a, b) => b.antal - a.antal)
    .map(({ unit }) => unit);
  const shown = ordered.slice(0, UNITS_SHOWN + 1);
  const marked = (row: Tackning) =>
    flaggor.some(
      (flag) =>
        flag.uppgift === uppgift &&
        flag.niva === row.niva &&
        flag.enhet_id === row.enhet_id &&
        flag.fran <= row.manad &&
        row.manad <= flag.till,
    );
  const cells = new Map(
    rows.map((row) => [
      `${row.niva} ${row.enhet_id} ${row.manad}`,
      `${spaced(row.antal)}${marked(row) ? '*' : ' '}`,
    ]),
  );
  const names = shown.map((unit) =>
    unit.startsWith('region ') ? 'alla ' : `${unit.slice('vardgivare '.length)} `,
  );
  const manader = [...new Set(rows.map(({ manad }) => manad))].sort();
  const body = manader.map((manad) => shown.map((unit) => cells.get(`${unit} ${manad}`) ?? ''));
  const width = names.map((name, column) => Math.max(name.length, ...body.map((row) => row[column]!.length)));
  const line = (first: string, texts: string[]) =>
    `  ${first.padEnd(7)} ${texts.map((text, column) => text.padStart(width[column]!)).join(' ')}`.trimEnd();
  const more = units.length - shown.length;
  return [
    `${heading}${more > 0 ? ` (de ${UNITS_SHOWN} största; ${more} till finns)` : ''}:`,
    line('', names),
    ...manader.map((manad, index) => line(manad.slice(0, 7), body[index]!)),
  ];
}

const sum = (rows: Tackning[]): number => rows.reduce((total, { antal }) => total + antal, 0);
