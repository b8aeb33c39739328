/** What the solver works on: blocks (one counted set of one unit, period and group) and the counts in them. */
import type { Grupp, Niva, Periodtyp } from '../types.ts';
import type { Mangd } from './description.ts';

export type Block = {
  mangd: Mangd;
  niva: Niva;
  enhet_id: string;
  periodtyp: Periodtyp;
  /** First day of the period as the contract writes it (rolling: of its last month), ISO. */
  period: string;
  /** First and last day that the period covers, ISO. */
  start: string;
  slut: string;
  /** Last day that decides which delregion a case is in, ISO: where a stay was discharged, it also waited. */
  medlem_slut: string;
  grupp: Grupp;
};

/** Dated membership; `till` is the last day in the delregion, null while it lasts. */
export type Medlemskap = { delregion: string; kommun: string; fran: string; till: string | null };

/** Parallel columns, one entry per count, sorted by block: place in `blocks`, place in `keys`, the count. */
export type Cells = {
  blocks: Block[];
  keys: string[];
  block: Int32Array;
  key: Int32Array;
  value: Int32Array;
  /** In a series of publications, what an earlier one binds: 0 nothing, 1 shown for good, 2 hidden for good, 3 hidden only if small, 4 not yet shown. */
  bunden?: Uint8Array;
  medlemskap: Medlemskap[];
};

/** The cells without the blocks flagged in `gone`, and the place in `cells` of each count that stays. */
export function withoutBlocks(cells: Cells, gone: Uint8Array): { given: Cells; stay: number[] } {
  const { blocks, block, key, value, bunden } = cells;
  const numbers = new Int32Array(blocks.length);
  const kept = blocks.filter((_, b) => gone[b] === 0);
  for (let b = 0, n = 0; b < blocks.length; b++) if (gone[b] === 0) numbers[b] = n++;
  const stay: number[] = [];
  for (let i = 0; i < block.length; i++) if (gone[block[i]!] === 0) stay.push(i);
  const given: Cells = {
    ...cells,
    blocks: kept,
    block: Int32Array.from(stay, (i) => numbers[block[i]!]!),
    key: Int32Array.from(stay, (i) => key[i]!),
    value: Int32Array.from(stay, (i) => value[i]!),
    ...(bunden && { bunden: Uint8Array.from(stay, (i) => bunden[i]!) }),
  };
  return { given, stay };
}
