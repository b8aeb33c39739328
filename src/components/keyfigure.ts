import type { KeyFigure } from './types.ts';
/** Key figure: name, number 44 px, unit, period and n, sparkline, verdict in words with glyph, link. */
export function keyFigure(_options: KeyFigure): string {
  return '';
}
