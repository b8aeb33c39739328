/** The order units stand in when compared. */
import type { IndikatorHuvud, PubliceradRad } from './types.ts';

/** By value, shortest or best first (largest first where higher is better), ties by name; units without a value last. */
export function sortUnits(rader: PubliceradRad[], { riktning }: IndikatorHuvud): PubliceradRad[] {
  const sign = riktning === 'hogre' ? -1 : 1;
  const shown = ({ status, varde }: PubliceradRad) => status === 'visas' && varde !== null;
  return [...rader].sort((a, b) => {
    if (shown(a) !== shown(b)) return shown(a) ? -1 : 1;
    const byValue = shown(a) ? sign * (a.varde! - b.varde!) : 0;
    return byValue || a.enhet.localeCompare(b.enhet, 'sv');
  });
}

/** More rows than this are not read, and would make a page of the country's kommuner twice as heavy as it may be. */
const MOST = 60;
const SIDE = 15;

/**
 * Sorted rows as they are; of many, those beside the unit's own, or the first and the last shown where its own is not
 * among them.
 */
export function nearestUnits(rows: PubliceradRad[], own: string): PubliceradRad[] {
  if (rows.length <= MOST) return rows;
  const at = rows.findIndex(({ enhet_id }) => enhet_id === own);
  const first = Math.min(Math.max(0, at - SIDE), rows.length - 2 * SIDE - 1);
  if (at >= 0) return rows.slice(first, first + 2 * SIDE + 1);
  const shown = rows.filter(({ status }) => status === 'visas');
  return shown.length > 2 * SIDE ? [...shown.slice(0, SIDE), ...shown.slice(-SIDE)] : rows.slice(0, 2 * SIDE);
}
