/** The verdict on a month as it was then, and the last one known where the latest month has none. */
import { byPeriod } from './series.ts';
import type { Omdome } from './since.ts';
import type { Lage } from './types.ts';
import { FEW } from './verdict.ts';

/** The verdict on a month as it was when it was the latest; null for a hidden month, few cases, or no series to judge by. */
export function verdictIn({ rader, punkter }: Pick<Lage, 'rader' | 'punkter'>, period: string): Omdome {
  const rad = rader.find((row) => row.periodtyp === 'manad' && row.period === period);
  if (rad?.status !== 'visas' || rad.slutlig !== 1 || (rad.antal ?? 0) < FEW) return null;
  return punkter.find((point) => point.period === period)?.bedomning ?? null;
}

/** The last month that has a verdict, with it; null where none has. */
export function lastKnown(
  lage: Pick<Lage, 'rader' | 'punkter'>,
): { period: string; omdome: NonNullable<Omdome> } | null {
  const months = byPeriod(lage.rader).map(({ period }) => period);
  const period = months.findLast((month) => verdictIn(lage, month) !== null);
  return period ? { period, omdome: verdictIn(lage, period)! } : null;
}
