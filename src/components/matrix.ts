import type { HeatMatrix } from './types.ts';
/** 7 × 7 heat table: cases by weekday of readiness (row) and of discharge (column), sums, mean väntedagar last. */
export function heatMatrix(_options: HeatMatrix): string {
  return '';
}
