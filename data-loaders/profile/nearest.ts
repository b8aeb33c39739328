import { distance } from 'fastest-levenshtein';
import { fold } from './fold.ts';

/** The candidate nearest to `text` when at most `share` of the letters differ (a third: a slip), else null. */
export function nearest(text: string, candidates: readonly string[], share = 1 / 3): string | null {
  const wanted = fold(text);
  let best: { candidate: string; steps: number; letters: number } | null = null;
  for (const candidate of candidates) {
    const folded = fold(candidate);
    const starts = wanted.length >= 4 && (folded.startsWith(wanted) || wanted.startsWith(folded));
    const steps = starts ? 1 : distance(wanted, folded);
    if (!best || steps < best.steps)
      best = { candidate, steps, letters: Math.max(wanted.length, folded.length) };
  }
  if (!best) return null;
  return best.steps <= Math.max(1, Math.floor(best.letters * share)) ? best.candidate : null;
}

/** `; menade du X?` when something is near, else `otherwise`. */
export function meant(text: string, candidates: readonly string[], otherwise = ''): string {
  const found = nearest(text, candidates);
  return found ? `; menade du ${found}?` : otherwise;
}
