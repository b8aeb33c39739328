/** Hidden cells that a reader can compute anyway: they are shown after all. */
import { rangesOf, type Supposed } from './supposed.ts';
import type { State } from './suppress.ts';

/**
 * Shows the cells none of whose counts is unknown, or what the hiding is for; of those that were kept hidden though they are
 * known only what follows from the others.
 */
export function showKnown(state: State, onlyShown: Supposed): void {
  const { known, kept, hidden } = state;
  const open = (told: (v: number) => boolean) => {
    const { cellStart, sensitive, block, bunden } = state.problem;
    for (let c = 0; c + 1 < cellStart.length; c++) {
      if (state.dold[c] === 0 || block[cellStart[c]!]! < 0 || bunden[c] === 2) continue;
      let v = cellStart[c]!;
      while (v < cellStart[c + 1]! && sensitive[v] === 0 && told(v)) v++;
      if (v === cellStart[c + 1]) state.dold[c] = 0;
    }
  };
  open((v) => hidden[v] === 0 && kept[v] === 0);
  if (!kept.includes(1)) return;
  const { low, high } = rangesOf(onlyShown, state);
  open((v) => known[v] === 1 && low[v] === high[v]);
}
