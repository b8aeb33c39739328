/** The unknowns of the linear system: one per printed count, in cells that are hidden and shown together. */
import type { Block, Cells } from './cells.ts';
import { KARNA, type Mangd, RANG, SUMMA, VIKT } from './description.ts';
import { breadth } from './keys.ts';

/** Growing columns of `Problem`; the unprinted rests of relations are to join. */
export type Counts = {
  value: number[];
  /** 1 = a sum of days, not a number of cases. */
  sum: number[];
  block: number[];
  cell: number[];
  /** First count of each cell; those of one cell follow on one another. */
  cellStart: number[];
  tier: number[];
  cost: number[];
  /** First cell of each block (the core), and one past its last. */
  first: Int32Array;
  last: Int32Array;
  /** Count of each entry in `cells`. */
  countOf: Int32Array;
  /** Count of each block and key (block · number of keys + key), -1 if there is none. */
  at: Int32Array;
  /** Keys that count cases in each block, the core's first, as places in `cells.keys`. */
  keyLists: number[][];
};

/** Opens a cell; its counts are pushed next. */
export function pushCell(counts: Counts, tier: number, cost: number): number {
  counts.tier.push(tier);
  counts.cost.push(cost);
  return counts.cellStart.push(counts.value.length) - 1;
}

/** Appends a count to the last cell. Block -1: nobody prints it. */
export function pushCount(counts: Counts, block: number, value: number, sum: number): number {
  counts.sum.push(sum);
  counts.block.push(block);
  counts.cell.push(counts.tier.length - 1);
  return counts.value.push(value) - 1;
}

/** Tier of a block's core, before ties are numbered; keys come on top. */
const rank = ({ mangd, niva, periodtyp, grupp }: Block): number =>
  RANG.mangd[mangd] + RANG.niva[niva] + RANG.periodtyp[periodtyp] + RANG.grupp[grupp];

const of = (list: readonly number[], width: number): number => list[Math.min(width, list.length - 1)]!;

/** Place of the sum over each key's cases, -1 where there is none. Throws at a sum over cases that are not counted. */
export function sumsOf(keys: string[]): Int32Array {
  const places = new Map(keys.map((key, i) => [key, i]));
  const sums = new Int32Array(keys.length).fill(-1);
  for (const [key, i] of places) {
    if (!key.endsWith(SUMMA)) continue;
    const base = places.get(key.slice(0, -SUMMA.length));
    if (base === undefined) throw new Error(`nyckeln ${key} summerar något som saknas`);
    sums[base] = i;
  }
  return sums;
}

/** Breadth of each key, by set. */
const widthsOf = ({ blocks, keys }: Cells): Map<Mangd, number[]> =>
  new Map([...new Set(blocks.map(({ mangd }) => mangd))].map((m) => [m, keys.map((key) => breadth(m, key))]));

/** Throws when a block counts nothing, or a sum stands without its count. */
export function printedCounts(cells: Cells): Counts {
  const { blocks, keys } = cells;
  const entries = cells.value.length;
  const counts: Counts = {
    value: [],
    sum: [],
    block: [],
    cell: [],
    cellStart: [],
    tier: [],
    cost: [],
    first: new Int32Array(blocks.length),
    last: new Int32Array(blocks.length),
    countOf: new Int32Array(entries).fill(-1),
    at: new Int32Array(blocks.length * keys.length).fill(-1),
    keyLists: [],
  };
  const { countOf, at, first, last, keyLists } = counts;
  const places = new Map(keys.map((key, i) => [key, i]));
  const sums = sumsOf(keys);
  const isSum = Uint8Array.from(keys, (key) => (key.endsWith(SUMMA) ? 1 : 0));
  const entry = new Int32Array(keys.length);
  const widths = widthsOf(cells);
  let from = 0;
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b]!;
    let to = from;
    entry.fill(-1);
    for (; to < entries && cells.block[to] === b; to++) entry[cells.key[to]!] = to;
    const push = (key: number) => {
      const i = key < 0 ? -1 : entry[key]!;
      if (i < 0) return false;
      countOf[i] = pushCount(counts, b, cells.value[i]!, isSum[key]!);
      at[b * keys.length + key] = countOf[i]!;
      return true;
    };
    const price = VIKT.niva[block.niva] * VIKT.periodtyp[block.periodtyp] * VIKT.grupp[block.grupp];
    const lowest = rank(block);
    first[b] = pushCell(counts, lowest + RANG.nyckel[0]!, price * VIKT.nyckel[0]!);
    const core = KARNA[block.mangd].map((key) => places.get(key) ?? -1);
    const list = core.filter((key) => push(key));
    if (list.length === 0 || list[0] !== core[0])
      throw new Error(`${block.mangd} utan n i ${Object.values(block).join('|')}`);
    for (const key of list) push(sums[key]!);
    for (let i = from; i < to; i++) {
      const key = cells.key[i]!;
      if (countOf[i]! >= 0 || isSum[key] === 1) continue;
      const width = widths.get(block.mangd)![key]!;
      pushCell(counts, lowest + of(RANG.nyckel, width), price * of(VIKT.nyckel, width));
      push(key);
      push(sums[key]!);
      list.push(key);
    }
    last[b] = counts.tier.length;
    for (let i = from; i < to; i++) {
      if (countOf[i]! < 0)
        throw new Error(
          `nyckeln ${keys[cells.key[i]!]} summerar något som saknas i ${Object.values(block).join('|')}`,
        );
    }
    keyLists.push(list);
    from = to;
  }
  return counts;
}
