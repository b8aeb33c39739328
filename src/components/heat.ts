/** Heat steps of a table or map whose cells are the picture. */
import { extent, scaleQuantize } from 'd3';
import type { PubliceradRad } from './types.ts';
import { FEW } from './verdict.ts';

/** True for a row whose value may have a colour: shown, and with cases enough. */
export const coloured = (rad: PubliceradRad | undefined): rad is PubliceradRad & { varde: number } =>
  rad?.status === 'visas' && rad.varde !== null && (rad.antal ?? 0) >= FEW;

/** Class `v1`–`v5` of each row among those given, evenly from the least value to the greatest; '' without colour. */
export function heatSteps(rader: (PubliceradRad | undefined)[]): (rad: PubliceradRad | undefined) => string {
  const [least, most] = extent(rader.filter(coloured), ({ varde }) => varde);
  if (least === undefined || least === most) return () => '';
  const step = scaleQuantize([least, most], [1, 2, 3, 4, 5]);
  return (rad) => (coloured(rad) ? `v${step(rad.varde)}` : '');
}
