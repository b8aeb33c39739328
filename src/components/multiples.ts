import type { SmallMultiples } from './types.ts';
/** XmR charts without labels on one scale; heading per unit with latest value and verdict. */
export function smallMultiples(_options: SmallMultiples): string {
  return '';
}
