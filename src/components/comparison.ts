import type { ComparisonChart } from './types.ts';
/** Dot plot with 95 % interval, sorted by value, region as labelled line; value, interval and n as columns. */
export function comparisonChart(_options: ComparisonChart): string {
  return '';
}
