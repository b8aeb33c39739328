/** Verdict glyphs as inline SVG, shape before colour; the words beside them carry the meaning. */
import type { Lage } from './types.ts';
import { direction, situation } from './verdict.ts';

const shapes: Record<string, string> = {
  upp: '<path d="M6 1.5 11.5 11h-11z"/>',
  ner: '<path d="M6 10.5.5 1h11z"/>',
  ring: '<circle class="ihalig" cx="6" cy="6" r="4.3"/>',
  streckad: '<circle class="ihalig streckad" cx="6" cy="6" r="4.3"/>',
  oavgjort: '<path class="ihalig" d="M1 2.5v7M11 2.5v7M1 6h10"/>',
  bock: '<path class="ihalig" d="m1.5 6.5 3 3 6-7"/>',
  kryss: '<path class="ihalig" d="m2 2 8 8m0-8-8 8"/>',
};

export type Glyf = 'upp' | 'ner' | 'ring' | 'streckad' | 'oavgjort' | 'bock' | 'kryss';

/** A 12 px glyph, hidden from screen readers. `klass` battre or samre gives it colour. */
export function glyph(name: Glyf, klass = ''): string {
  return `<svg class="glyf${klass ? ` ${klass}` : ''}" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">${shapes[name]}</svg>`;
}

/** The glyph of a series' verdict: change ▼▲, normal ○; none where no judgement is made. */
export function verdictGlyph(lage: Lage): string {
  const { slag } = situation(lage);
  if (slag === 'normal') return glyph('ring');
  if (slag !== 'battre' && slag !== 'samre' && slag !== 'forandring') return '';
  return glyph(direction(lage) === 'hogre' ? 'upp' : 'ner', slag);
}
