/**
 * Periods that a series does not show until they are at their end: not published, they tell nothing, and what they hold is protected
 * where it is shown. The solver need not see them.
 */
import type { Cells } from './cells.ts';

/** `bunden` of a count that waits. */
export const VANTAR = 4;

/** `given`: the counts without the blocks that wait; `visible`: from a flag per count given to one per entry of `cells`. */
export function withoutWaiting(cells: Cells): { given: Cells; visible: (shown: Uint8Array) => Uint8Array } {
  const { blocks, block, key, value, bunden } = cells;
  if (!bunden?.includes(VANTAR)) return { given: cells, visible: (shown) => shown };
  const waits = new Uint8Array(blocks.length);
  block.forEach((b, i) => {
    if (bunden[i] === VANTAR) waits[b] = 1;
  });
  const numbers = new Int32Array(blocks.length);
  const kept = blocks.filter((_, b) => waits[b] === 0);
  for (let b = 0, n = 0; b < blocks.length; b++) if (waits[b] === 0) numbers[b] = n++;
  const stay: number[] = [];
  for (let i = 0; i < block.length; i++) if (waits[block[i]!] === 0) stay.push(i);
  const given: Cells = {
    ...cells,
    blocks: kept,
    block: Int32Array.from(stay, (i) => numbers[block[i]!]!),
    key: Int32Array.from(stay, (i) => key[i]!),
    value: Int32Array.from(stay, (i) => value[i]!),
    bunden: Uint8Array.from(stay, (i) => bunden[i]!),
  };
  return {
    given,
    visible: (shown) => {
      const all = new Uint8Array(block.length);
      stay.forEach((i, j) => {
        all[i] = shown[j]!;
      });
      return all;
    },
  };
}
