/** Scales and label placement of the charts: pixel arithmetic only. */
import { tickStep } from 'd3';

/** Ticks from 0 to a round top that holds `max`, about `count` steps; percent never passes 100. */
export function zeroTicks(max: number, count: number, percent: boolean): number[] {
  if (percent && max > 80) return [0, 25, 50, 75, 100];
  const top = max > 0 ? max : 1;
  const step = tickStep(0, top, count);
  const steps = Math.max(1, Math.ceil(top / step - 1e-9));
  return Array.from({ length: steps + 1 }, (_, index) => Number((index * step).toFixed(9)));
}

export type SideLabel = { y: number; text: string; klass: string };

/**
 * Labels moved apart to at least `gap` px between baselines, within [top, bottom], keeping their order.
 * `plats` is where the text stands, `y` where the thing is.
 */
export function spreadLabels<Label extends SideLabel>(
  labels: Label[],
  top: number,
  bottom: number,
  gap = 15,
): (Label & { plats: number })[] {
  const placed = [...labels].sort((a, b) => a.y - b.y).map((label) => ({ ...label, plats: label.y }));
  for (let round = 0; round < 50; round++) {
    let moved = false;
    for (let index = 1; index < placed.length; index++) {
      const upper = placed[index - 1]!;
      const lower = placed[index]!;
      const overlap = gap - (lower.plats - upper.plats);
      if (overlap > 0.01) {
        upper.plats -= overlap / 2;
        lower.plats += overlap / 2;
        moved = true;
      }
    }
    if (!moved) break;
  }
  const first = placed[0];
  if (first && first.plats < top) first.plats = top;
  for (let index = 1; index < placed.length; index++) {
    placed[index]!.plats = Math.max(placed[index]!.plats, placed[index - 1]!.plats + gap);
  }
  const last = placed.at(-1);
  if (last && last.plats > bottom) last.plats = bottom;
  for (let index = placed.length - 2; index >= 0; index--) {
    placed[index]!.plats = Math.min(placed[index]!.plats, placed[index + 1]!.plats - gap);
  }
  return placed;
}
