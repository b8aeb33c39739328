/** The variables of the linear system: one per printed count and core, block by block. */
import type { Cells } from './cells.ts';
import { KARNA, type Mangd, SUMMA, VIKT } from './description.ts';
import { breadth } from './keys.ts';

/** The columns of `Problem` of the same names, which the rests of relations are to join. */
export type Variables = {
  value: [number[], number[], number[], number[]];
  values: number[];
  block: number[];
  cost: number[];
  first: Int32Array;
  last: Int32Array;
  variableOf: Int32Array;
  /** Variable of each block and key (block · number of keys + key), -1 if there is none. */
  at: Int32Array;
  /** Keys of the variables of each block, the core's first. */
  keyLists: number[][];
};

/** Appends a variable of one value. */
export function pushVariable(
  { value, values, block, cost }: Variables,
  b: number,
  x: number,
  price: number,
): number {
  value[0].push(x);
  value[1].push(0);
  value[2].push(0);
  value[3].push(0);
  values.push(1);
  block.push(b);
  cost.push(price);
  return values.length - 1;
}

/** What a key is in its counted set: place in the core or -1, number of the key whose cases it sums or -1, dimensions. */
type Kind = { core: number; sums: number; width: number };

function kinds(keys: string[]): (mangd: Mangd) => Kind[] {
  const known = new Map<Mangd, Kind[]>();
  const numbers = new Map(keys.map((key, i) => [key, i]));
  const kind = (mangd: Mangd, key: string): Kind => {
    const sums = key.endsWith(SUMMA) ? numbers.get(key.slice(0, -SUMMA.length)) : -1;
    if (sums === undefined) throw new Error(`nyckeln ${key} summerar något som saknas`);
    return { core: KARNA[mangd].indexOf(key), sums, width: breadth(mangd, key) };
  };
  return (mangd) => {
    const list = known.get(mangd) ?? keys.map((key) => kind(mangd, key));
    known.set(mangd, list);
    return list;
  };
}

/** Throws when a block counts nothing. */
export function printedVariables(cells: Cells): Variables {
  const { blocks, keys } = cells;
  const count = cells.value.length;
  const all: Variables = {
    value: [[], [], [], []],
    values: [],
    block: [],
    cost: [],
    first: new Int32Array(blocks.length),
    last: new Int32Array(blocks.length),
    variableOf: new Int32Array(count),
    at: new Int32Array(blocks.length * keys.length).fill(-1),
    keyLists: [],
  };
  const { value, values, first, last, variableOf, at, keyLists } = all;
  const kindsOf = kinds(keys);
  let from = 0;
  for (let b = 0; b < blocks.length; b++) {
    let to = from;
    while (to < count && cells.block[to] === b) to++;
    const { mangd, niva, periodtyp, grupp } = blocks[b]!;
    const kind = kindsOf(mangd);
    const price = VIKT.niva[niva] * VIKT.periodtyp[periodtyp] * VIKT.grupp[grupp];
    const own = at.subarray(b * keys.length, (b + 1) * keys.length);
    const list: number[] = [];
    const v = pushVariable(all, b, 0, price * VIKT.nyckel[0]!);
    first[b] = v;
    for (let i = from; i < to; i++) {
      const place = kind[cells.key[i]!]!.core;
      if (place < 0) continue;
      value[place]![v] = cells.value[i]!;
      values[v]! |= 1 << place;
      variableOf[i] = v;
      own[cells.key[i]!] = v;
      if (place === 0) list.push(cells.key[i]!);
    }
    if (list.length === 0) throw new Error(`${mangd} utan n i ${Object.values(blocks[b]!).join('|')}`);
    for (let i = from; i < to; i++) {
      const { core, sums, width } = kind[cells.key[i]!]!;
      if (core >= 0 || sums >= 0) continue;
      variableOf[i] = pushVariable(all, b, cells.value[i]!, price * (VIKT.nyckel[width] ?? 1));
      own[cells.key[i]!] = variableOf[i]!;
      list.push(cells.key[i]!);
    }
    last[b] = values.length;
    for (let i = from; i < to; i++) {
      const { sums } = kind[cells.key[i]!]!;
      if (sums < 0) continue;
      const base = own[sums]!;
      variableOf[i] = base;
      value[3][base] = cells.value[i]!;
      values[base]! |= 0b1000;
    }
    keyLists.push(list);
    from = to;
  }
  return all;
}
