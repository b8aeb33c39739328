import type { Sparkline } from './types.ts';
/** 240 × 56 line with band, mean and end dot; zoomed to the band, no axis. */
export function sparkline(_options: Sparkline): string {
  return '';
}
