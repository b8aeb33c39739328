/** Figures of step 5's files: how they are shown, and the attributes that tie them to their row (docs/filer.md). */
import type { BetalningRad, BroRad, MalRad, TrattRad } from '../../data-loaders/judgement-types.ts';
import { formatNumber } from './format.ts';
import { attributes } from './html.ts';

/** File → the columns that tell a row of it. */
const KEYS = {
  betalning: ['modell', 'enhet_id', 'period', 'grupp'],
  betalning_ar: ['modell', 'enhet_id', 'period', 'grupp'],
  bro: ['niva', 'enhet_id', 'periodtyp', 'period', 'nr'],
  mal: ['mal', 'enhet_id', 'periodtyp', 'period'],
  periodjamforelse: ['indikator', 'niva', 'enhet_id', 'periodtyp', 'period', 'mot'],
  aktivitet_utfall: ['nr', 'indikator'],
  tratt: ['indikator', 'niva', 'enhet_id', 'periodtyp', 'period'],
} as const;
export type JudgementFile = keyof typeof KEYS;

/** ` data-bedomning="bro|kommun|1281|ar|2025-01-01|2" data-falt="varde"`. */
export function judgedAttributes(file: JudgementFile, row: object, falt: string): string {
  const values = row as Record<string, unknown>;
  return attributes({
    'data-bedomning': [file, ...KEYS[file].map((key) => values[key])].join('|'),
    'data-falt': falt,
  });
}

/** A number of a row, tied to it; `otherwise` where there is none. `signed` writes a plus. HTML. */
export function judgedNumber<Row extends BetalningRad | BroRad | MalRad | TrattRad | object>(
  file: JudgementFile,
  row: Row,
  falt: keyof Row & string,
  { decimals = 0, otherwise = '–' }: { decimals?: number; otherwise?: string } = {},
): string {
  const value = row[falt];
  if (typeof value !== 'number') return otherwise;
  return `<span${judgedAttributes(file, row, falt)}>${formatNumber(value, decimals)}</span>`;
}

/** A number, or its bounds where they differ: `15–28`. HTML. */
export function judgedBounds<Row extends object>(
  file: JudgementFile,
  row: Row,
  [low, high]: [keyof Row & string, keyof Row & string],
  options: { decimals?: number; otherwise?: string } = {},
): string {
  const text = judgedNumber(file, row, low, options);
  if (typeof row[low] !== 'number' || typeof row[high] !== 'number' || row[low] === row[high]) return text;
  return `${text}–${judgedNumber(file, row, high, options)}`;
}
