/** Figures of step 5's files: how they are shown, and the attributes that tie them to their row (docs/filer.md). */
import { type JudgementFile, judgedAddress } from '../../data-loaders/judged-keys.ts';
import type { BetalningRad, BroRad, MalRad, TrattRad } from '../../data-loaders/judgement-types.ts';
import { formatNumber } from './format.ts';
import { attributes } from './html.ts';

export type { JudgementFile };

/** ` data-bedomning="bro|kommun|1281|ar|2025-01-01|2" data-falt="varde"`. */
export function judgedAttributes(file: JudgementFile, row: object, falt: string): string {
  return attributes({
    'data-bedomning': judgedAddress(file, row as Record<string, unknown>),
    'data-falt': falt,
  });
}

/** A number of a row, tied to it; `otherwise` where there is none. `signed` writes a plus. HTML. */
export function judgedNumber<Row extends BetalningRad | BroRad | MalRad | TrattRad | object>(
  file: JudgementFile,
  row: Row,
  falt: keyof Row & string,
  {
    decimals = 0,
    otherwise = '–',
    signed = false,
  }: { decimals?: number; otherwise?: string; signed?: boolean } = {},
): string {
  const value = row[falt];
  if (typeof value !== 'number') return otherwise;
  const text = formatNumber(value, decimals);
  const plus = signed && value > 0 && text !== formatNumber(0, decimals) ? '+' : '';
  return `<span${judgedAttributes(file, row, falt)}>${plus}${text}</span>`;
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
