/**
 * The linear system of the published counts, in flat arrays. One variable per count, except that a block's core
 * (n and the two parts it splits into, always hidden together) is one variable with three values, and a sum over the cases
 * of a count a fourth. One relation per sum: the whole first, then its parts, the unprinted rest last.
 */
import type { Cells } from './cells.ts';
import { KARNA, SUMMA, VIKT } from './description.ts';
import { breadth, keysums } from './keys.ts';
import { blockLinks, type Link } from './links.ts';

export type Problem = {
  troskel: number;
  variables: number;
  /** The count per variable, the two parts of a core, and the sum over its cases (0 where there is none). */
  value: [Int32Array, Int32Array, Int32Array, Int32Array];
  /** Bit q set: value q is in use. */
  values: Uint8Array;
  /** Block of a printed variable, -1 for a rest. */
  block: Int32Array;
  cost: Float64Array;
  /** First variable of each block (the core), and one past its last. */
  first: Int32Array;
  last: Int32Array;
  /** Terms of relation r: terms[start[r] … start[r + 1] − 1]. */
  start: Int32Array;
  terms: Int32Array;
  /** Bit q set: the relation adds up value q. */
  applies: Uint8Array;
  /** Relations of variable v: uses[usesStart[v] … usesStart[v + 1] − 1]. */
  usesStart: Int32Array;
  uses: Int32Array;
  /** 1 where the relation follows from others: it bounds, but linear algebra does without it. */
  follows: Uint8Array;
  /** 1 where the whole may be shown only if every part is. */
  requiresAll: Uint8Array;
  /** 1 where the parts may be followed by a rest that happens to be 0 here but is not everywhere. */
  open: Uint8Array;
  /** Variable of each entry in `cells` (its core's variable for the parts of a core). */
  variableOf: Int32Array;
};

/** Places of the values: three counts, one sum. */
export const VALUES = [0, 1, 2, 3] as const;
export type Place = (typeof VALUES)[number];

/** True where value q is in use. */
export const has = ({ values }: Problem, v: number, q: Place): boolean => ((values[v]! >> q) & 1) === 1;

/** True where relation r adds up value q: the whole and its parts all have it. */
export const adds = ({ applies }: Problem, r: number, q: Place): boolean => ((applies[r]! >> q) & 1) === 1;

const EXACT = { rest: null, kraver_alla: false, foljer: false };

/** Builds the system. Throws when counts do not add up as described: the counting is wrong, not the extracts. */
export function buildProblem(cells: Cells, troskel: number): Problem {
  const { blocks, keys } = cells;
  const count = cells.value.length;
  const variableOf = new Int32Array(count);
  const value: [number[], number[], number[], number[]] = [[], [], [], []];
  const values: number[] = [];
  const block: number[] = [];
  const cost: number[] = [];
  const first = new Int32Array(blocks.length).fill(-1);
  const last = new Int32Array(blocks.length);
  const keyNumber = new Map(keys.map((key, i) => [key, i]));
  const at = new Int32Array(blocks.length * keys.length).fill(-1);
  const keyLists: number[][] = blocks.map(() => []);
  const push = (b: number, v: number, price: number): number => {
    value[0].push(v);
    for (const q of [1, 2, 3] as const) value[q].push(0);
    values.push(1);
    block.push(b);
    cost.push(price);
    return values.length - 1;
  };
  const entries: number[][] = blocks.map(() => []);
  for (let i = 0; i < count; i++) entries[cells.block[i]!]!.push(i);
  entries.forEach((list, b) => {
    const { mangd, niva, periodtyp, grupp } = blocks[b]!;
    const core = KARNA[mangd].map((key) => list.find((i) => keys[cells.key[i]!] === key));
    const price = VIKT.niva[niva] * VIKT.periodtyp[periodtyp] * VIKT.grupp[grupp];
    first[b] = values.length;
    const v = push(b, 0, price * VIKT.nyckel[0]!);
    core.forEach((i, place) => {
      if (i === undefined) return;
      value[place]![v] = cells.value[i]!;
      values[v]! |= 1 << place;
      variableOf[i] = v;
      at[b * keys.length + cells.key[i]!] = v;
      if (place === 0) keyLists[b]!.push(cells.key[i]!);
    });
    if (core[0] === undefined) throw new Error(`${mangd} utan n i ${Object.values(blocks[b]!).join('|')}`);
    for (const i of list) {
      if (core.includes(i) || keys[cells.key[i]!]!.endsWith(SUMMA)) continue;
      const width = breadth(mangd, keys[cells.key[i]!]!);
      variableOf[i] = push(b, cells.value[i]!, price * (VIKT.nyckel[width] ?? 1));
      at[b * keys.length + cells.key[i]!] = variableOf[i]!;
      keyLists[b]!.push(cells.key[i]!);
    }
    last[b] = values.length;
    for (const i of list) {
      const key = keys[cells.key[i]!]!;
      if (!key.endsWith(SUMMA)) continue;
      const base = at[b * keys.length + keyNumber.get(key.slice(0, -SUMMA.length))!]!;
      variableOf[i] = base;
      value[3][base] = cells.value[i]!;
      values[base]! |= 0b1000;
    }
  });

  const start = [0];
  const terms: number[] = [];
  const requiresAll: number[] = [];
  const follows: number[] = [];
  const applies: number[] = [];
  const rests: string[] = [];
  const filled = new Set<string>();
  const relation = (whole: number, parts: number[], link: Pick<Link, 'rest' | 'kraver_alla' | 'foljer'>) => {
    const { rest } = link;
    const mask = parts.reduce((bits, p) => bits & values[p]!, values[whole]!);
    const left = VALUES.map((q) =>
      (mask >> q) & 1 ? parts.reduce((sum, p) => sum - value[q][p]!, value[q][whole]!) : 0,
    );
    if (left.some((x) => x < 0) || (rest === null && left.some((x) => x !== 0))) {
      const { mangd, niva, enhet_id, periodtyp, period, grupp } = blocks[block[whole]!]!;
      const where = [mangd, niva, enhet_id, periodtyp, period, grupp].join('|');
      throw new Error(
        `antalen går inte ihop (${rest ?? 'exakt summa'}): ${where}, skillnad ${left.join(' ')}`,
      );
    }
    terms.push(whole, ...parts);
    const kind = rest === null ? '' : `${blocks[block[whole]!]!.mangd}|${rest}`;
    if (left.some((x) => x > 0)) {
      const v = push(-1, left[0]!, 0);
      for (const q of [1, 2, 3] as const) value[q][v] = left[q]!;
      values[v] = mask;
      terms.push(v);
      filled.add(kind);
    }
    rests.push(left.some((x) => x > 0) ? '' : kind);
    start.push(terms.length);
    requiresAll.push(link.kraver_alla ? 1 : 0);
    follows.push(link.foljer ? 1 : 0);
    applies.push(mask);
  };
  const sumsOf = new Map<string, ReturnType<typeof keysums>>();
  keyLists.forEach((list, b) => {
    const signature = `${blocks[b]!.mangd}|${list.join(',')}`;
    let sums = sumsOf.get(signature);
    if (!sums) {
      sums = keysums(
        blocks[b]!.mangd,
        list.map((k) => keys[k]!),
      );
      sumsOf.set(signature, sums);
    }
    const variable = (place: number) => at[b * keys.length + list[place]!]!;
    for (const { hel, delar } of sums) relation(variable(hel), delar.map(variable), EXACT);
  });
  for (const link of blockLinks(cells)) {
    for (const key of keyLists[link.hel]!) {
      const parts = link.delar.map((b) => at[b * keys.length + key]!);
      if (parts.includes(-1)) continue;
      relation(at[link.hel * keys.length + key]!, parts, link);
    }
  }
  return {
    troskel,
    variables: values.length,
    value: value.map((list) => Int32Array.from(list)) as Problem['value'],
    values: Uint8Array.from(values),
    block: Int32Array.from(block),
    cost: Float64Array.from(cost),
    first,
    last,
    start: Int32Array.from(start),
    terms: Int32Array.from(terms),
    requiresAll: Uint8Array.from(requiresAll),
    follows: Uint8Array.from(follows),
    applies: Uint8Array.from(applies),
    // A rest that is empty everywhere (no stay lacks a vårdgivare) may be common knowledge, and protects nothing.
    open: Uint8Array.from(rests, (kind) => (filled.has(kind) ? 1 : 0)),
    variableOf,
    ...index(start, terms, values.length),
  };
}

function index(start: number[], terms: number[], variables: number): Pick<Problem, 'usesStart' | 'uses'> {
  const usesStart = new Int32Array(variables + 1);
  for (const v of terms) usesStart[v + 1]!++;
  for (let v = 0; v < variables; v++) usesStart[v + 1]! += usesStart[v]!;
  const next = usesStart.slice();
  const uses = new Int32Array(terms.length);
  for (let r = 0; r + 1 < start.length; r++) {
    for (let i = start[r]!; i < start[r + 1]!; i++) uses[next[terms[i]!]!++] = r;
  }
  return { usesStart, uses };
}
