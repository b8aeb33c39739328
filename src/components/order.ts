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
