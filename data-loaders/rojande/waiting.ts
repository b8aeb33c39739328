/**
 * Periods that a series does not show until they are at their end: not published, they tell nothing, and what they hold is protected
 * where it is shown. The solver need not see them.
 */
import { type Cells, withoutBlocks } from './cells.ts';

/** `bunden` of a count that waits. */
const VANTAR = 4;

/** `given`: the counts without the blocks that wait; `visible`: from a flag per count given to one per entry of `cells`. */
export function withoutWaiting(cells: Cells): { given: Cells; visible: (shown: Uint8Array) => Uint8Array } {
  const { blocks, block, bunden } = cells;
  if (!bunden?.includes(VANTAR)) return { given: cells, visible: (shown) => shown };
  const waits = new Uint8Array(blocks.length);
  block.forEach((b, i) => {
    if (bunden[i] === VANTAR) waits[b] = 1;
  });
  const { given, stay } = withoutBlocks(cells, waits);
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
