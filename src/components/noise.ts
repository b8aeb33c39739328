/** What the noise of ckm does to a figure, in words; nothing where the method hides instead. */

import { formatNumber } from './format.ts';
import { escapeHtml } from './html.ts';
import type { PubliceradRad } from './types.ts';

/** As it was rounded up: "0,06", "0,8", "12". */
export const noiseSize = (brus: number): string => formatNumber(brus, brus < 0.1 ? 2 : brus < 10 ? 1 : 0);

const amount = (brus: number, unit: string): string =>
  `±\u00a0${noiseSize(brus)}${unit ? ` ${escapeHtml(unit)}` : ''}`;

/** Points of a share are not percent of it. */
const unitOf = ({ brusmatt }: PubliceradRad): string =>
  brusmatt === 'procent' ? 'procentenheter' : brusmatt === 'kvot' ? '' : (brusmatt ?? '');

/** "± 0,8 procentenheter av skyddsbruset" beside one figure. HTML; empty without noise. */
export function noiseBeside(rad: PubliceradRad | undefined): string {
  if (rad?.brus === undefined || rad.brus === null) return '';
  return `${amount(rad.brus, unitOf(rad))} av skyddsbruset`;
}

/** "skyddsbrus ± 0,2" after a figure that has said its unit; a share's noise is in procentenheter. HTML; empty without noise. */
export function noiseWithin(rad: PubliceradRad | undefined): string {
  if (rad?.brus === undefined || rad.brus === null) return '';
  return `skyddsbrus ${amount(rad.brus, rad.brusmatt === 'procent' ? unitOf(rad) : '')}`;
}

/** The same in parentheses, with a space before; empty without noise. */
export function noiseAfter(rad: PubliceradRad | undefined): string {
  const noise = noiseWithin(rad);
  return noise ? ` (${noise})` : '';
}

/** Under a table: the smallest and the largest noise of each unit of its figures. HTML; empty without noise. */
export function noiseUnder(rader: (PubliceradRad | undefined)[]): string {
  const noisy = rader.filter((rad) => rad?.brus !== undefined && rad.brus !== null) as PubliceradRad[];
  if (noisy.length === 0) return '';
  const ranges = [...new Set(noisy.map(unitOf))].map((unit) => {
    const sizes = noisy.filter((rad) => unitOf(rad) === unit).map(({ brus }) => brus!);
    const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
    return least === most ? amount(most, unit) : `${amount(least, '')} till ${amount(most, unit)}`;
  });
  return `<strong>skyddsbrus</strong>: ${ranges.join('; ')}, olika för olika siffror.`;
}
