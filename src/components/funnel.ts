import type { Funnel } from './types.ts';
/** Funnel of one period: 95 % and 99.8 % areas, named units filled, others open; x is log n. */
export function funnel(_options: Funnel): string {
  return '';
}
