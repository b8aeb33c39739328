/** A funnel's dots and the names beside them. */
import { px } from './axes.ts';
import type { FunnelChart } from './funnel.ts';
import { svgText, textWidth } from './plot.ts';

type Box = { x0: number; x1: number; y0: number; y1: number };
const meets = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** Where a name may stand from its dot, nearest first: [right, down, anchor]; the far ones have a leader. */
const PLACES: [number, number, 'start' | 'end' | 'middle'][] = [
  [8, 4, 'start'],
  [-8, 4, 'end'],
  [0, -9, 'middle'],
  [0, 18, 'middle'],
  ...[22, 36, 50, 64].flatMap((far): [number, number, 'start' | 'end'][] => [
    [18, far, 'start'],
    [-18, far, 'end'],
    [18, 4 - far, 'start'],
    [-18, 4 - far, 'end'],
  ]),
];

/** Dots, and the names of those named in the first place with room. */
export function unitDots(
  { rader, namnda }: FunnelChart,
  x: (v: number) => number,
  y: (v: number) => number,
  { left, right, bottom }: { left: number; right: number; bottom: number },
): string {
  const dots = rader.map((rad) => ({
    rad,
    cx: px(x(rad.fall)),
    cy: px(y(rad.varde)),
    named: namnda.includes(rad.enhet_id),
  }));
  const taken: Box[] = dots.map(({ cx, cy }) => ({ x0: cx - 5, x1: cx + 5, y0: cy - 5, y1: cy + 5 }));
  const circles = [...dots]
    .sort((a, b) => Number(a.named) - Number(b.named))
    .map(
      ({ cx, cy, named }) =>
        `<circle class="d-enhet ${named ? 'd-fokusrad' : 'd-fa'}" cx="${cx}" cy="${cy}" r="${named ? 5 : 4}"/>`,
    );
  const names = dots
    .filter(({ named }) => named)
    .flatMap(({ rad, cx, cy }) => {
      const width = textWidth(rad.enhet);
      for (const [over, down, anchor] of PLACES) {
        const [at, base] = [cx + over, cy + down];
        const x0 = anchor === 'start' ? at : anchor === 'end' ? at - width : at - width / 2;
        const box = { x0, x1: x0 + width, y0: base - 11, y1: base + 3 };
        if (
          x0 < left ||
          box.x1 > right + 40 ||
          box.y0 < 0 ||
          box.y1 > bottom ||
          taken.some((other) => meets(box, other))
        )
          continue;
        taken.push(box);
        const name = svgText(px(at), px(base), rad.enhet, { anchor, klass: 'd-fokusnamn d-halo' });
        if (Math.abs(over) <= 8) return [name];
        return [
          `<path class="d-ledare" d="M${cx},${cy}L${px(at - Math.sign(over) * 2)},${px(base - 4)}"/>${name}`,
        ];
      }
      return [];
    });
  return circles.join('') + names.join('');
}
