import type { TrendChart } from './types.ts';
/** XmR trend of one unit's months: line, limits, mean, goal, runs of at least seven, activities, grey not final months. */
export function trendChart(_options: TrendChart): string {
  return '';
}
