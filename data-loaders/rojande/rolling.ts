/**
 * Rolling years that are the sum of months: shown exactly where every month is, so they tell nothing that the months do not,
 * and the solver need not see them.
 */
import { type Block, type Cells, withoutBlocks } from './cells.ts';
import { EJ_OVER_TID } from './description.ts';

/** Months of every other block, by set, unit and group. */
function monthsOf(blocks: Block[]): Map<string, { b: number; start: string; slut: string }[]> {
  const found = new Map<string, { b: number; start: string; slut: string }[]>();
  blocks.forEach((block, b) => {
    if (block.periodtyp !== 'manad') return;
    const list = found.get(seriesOf(block)) ?? [];
    found.set(seriesOf(block), [...list, { b, start: block.start, slut: block.slut }]);
  });
  return found;
}

const seriesOf = ({ mangd, niva, enhet_id, grupp }: Block): string =>
  [mangd, niva, enhet_id, grupp].join('|');

/** First entry of each block, and one past the last. */
function entriesOf({ blocks, block }: Cells): Int32Array {
  const start = new Int32Array(blocks.length + 1);
  for (const b of block) start[b + 1]!++;
  for (let b = 0; b < blocks.length; b++) start[b + 1]! += start[b]!;
  return start;
}

/**
 * `given`: the counts without such years; `visible`: from a flag per count given to one per entry of `cells`. Throws when
 * the months do not add up.
 */
export function withoutRolling(cells: Cells): { given: Cells; visible: (shown: Uint8Array) => Uint8Array } {
  const { blocks, block, key, value } = cells;
  const months = monthsOf(blocks);
  const entries = entriesOf(cells);
  const known = new Set(blocks.filter((b) => b.periodtyp === 'manad').map((b) => b.period));
  /** Entries of the months per entry of a rolling year that is left out. */
  const from = new Map<number, number[]>();
  const left = new Uint8Array(blocks.length);
  blocks.forEach((year, b) => {
    if (year.periodtyp !== 'rullande12' || EJ_OVER_TID.includes(year.mangd)) return;
    const parts = (months.get(seriesOf(year)) ?? []).filter(
      (m) => m.start >= year.start && m.slut <= year.slut,
    );
    const expected = [...known].filter((month) => month >= year.start && month <= year.slut).length;
    if (parts.length === 0 || parts.length < expected) return;
    const sums: [number, number[]][] = [];
    for (let i = entries[b]!; i < entries[b + 1]!; i++) {
      const places: number[] = [];
      for (const m of parts) {
        let j = entries[m.b]!;
        while (j < entries[m.b + 1]! && key[j] !== key[i]) j++;
        if (j === entries[m.b + 1]) return;
        places.push(j);
      }
      if (places.reduce((sum, j) => sum + value[j]!, 0) !== value[i])
        throw new Error(
          `antalen går inte ihop (rullande12): ${seriesOf(year)}|${year.period}|${cells.keys[key[i]!]}`,
        );
      sums.push([i, places]);
    }
    left[b] = 1;
    for (const [i, places] of sums) from.set(i, places);
  });
  const { given, stay } = withoutBlocks(cells, left);
  return {
    given,
    visible: (shown) => {
      const all = new Uint8Array(block.length);
      stay.forEach((i, j) => {
        all[i] = shown[j]!;
      });
      for (const [i, places] of from) all[i] = places.every((j) => all[j] === 1) ? 1 : 0;
      return all;
    },
  };
}
