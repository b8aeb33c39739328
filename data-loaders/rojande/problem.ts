/**
 * The linear system of the published counts, in flat arrays. One variable per count, except that a block's core
 * (n and the two parts it splits into, always hidden together) is one variable with three values. One relation per sum:
 * the whole first, then its parts, the unprinted rest last.
 */
import type { Cells } from './cells.ts';
import { KARNA, VIKT } from './description.ts';
import { breadth, keysums } from './keys.ts';
import { blockLinks } from './links.ts';

export type Problem = {
  troskel: number;
  variables: number;
  /** The count per variable, and the two parts of a core (0 elsewhere). */
  value: [Int32Array, Int32Array, Int32Array];
  /** How many of the three values are in use. */
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
  /** Relations of variable v: uses[usesStart[v] … usesStart[v + 1] − 1]. */
  usesStart: Int32Array;
  uses: Int32Array;
  /** 1 where the whole may be shown only if every part is. */
  requiresAll: Uint8Array;
  /** 1 where the parts may be followed by a rest that happens to be 0 here but is not everywhere. */
  open: Uint8Array;
  /** Variable of each entry in `cells` (its core's variable for the parts of a core). */
  variableOf: Int32Array;
};

/** How many of the three values relation r adds up: all of a core's when both sides are cores. */
export const width = ({ values, start, terms }: Problem, r: number): number =>
  Math.min(values[terms[start[r]!]!]!, values[terms[start[r]! + 1]!]!);

/** Builds the system. Throws when counts do not add up as described: the counting is wrong, not the extracts. */
export function buildProblem(cells: Cells, troskel: number): Problem {
  const { blocks, keys } = cells;
  const count = cells.value.length;
  const variableOf = new Int32Array(count);
  const value: [number[], number[], number[]] = [[], [], []];
  const values: number[] = [];
  const block: number[] = [];
  const cost: number[] = [];
  const first = new Int32Array(blocks.length).fill(-1);
  const last = new Int32Array(blocks.length);
  const at = new Int32Array(blocks.length * keys.length).fill(-1);
  const keyLists: number[][] = blocks.map(() => []);
  const push = (b: number, v: number, price: number): number => {
    value[0].push(v);
    value[1].push(0);
    value[2].push(0);
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
      values[v] = place + 1;
      variableOf[i] = v;
      at[b * keys.length + cells.key[i]!] = v;
      if (place === 0) keyLists[b]!.push(cells.key[i]!);
    });
    if (core[0] === undefined) throw new Error(`${mangd} utan n i ${Object.values(blocks[b]!).join('|')}`);
    for (const i of list) {
      if (core.includes(i)) continue;
      const width = breadth(mangd, keys[cells.key[i]!]!);
      variableOf[i] = push(b, cells.value[i]!, price * (VIKT.nyckel[width] ?? 1));
      at[b * keys.length + cells.key[i]!] = variableOf[i]!;
      keyLists[b]!.push(cells.key[i]!);
    }
    last[b] = values.length;
  });

  const start = [0];
  const terms: number[] = [];
  const requiresAll: number[] = [];
  const rests: string[] = [];
  const filled = new Set<string>();
  const relation = (whole: number, parts: number[], rest: string | null, all: boolean) => {
    const used = Math.min(values[whole]!, values[parts[0]!]!);
    const left = [0, 1, 2].map((q) =>
      q < used ? parts.reduce((sum, p) => sum - value[q]![p]!, value[q]![whole]!) : 0,
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
      value[1][v] = left[1]!;
      value[2][v] = left[2]!;
      values[v] = used;
      terms.push(v);
      filled.add(kind);
    }
    rests.push(left.some((x) => x > 0) ? '' : kind);
    start.push(terms.length);
    requiresAll.push(all ? 1 : 0);
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
    for (const { hel, delar } of sums) relation(variable(hel), delar.map(variable), null, false);
  });
  for (const link of blockLinks(cells)) {
    for (const key of keyLists[link.hel]!) {
      const parts = link.delar.map((b) => at[b * keys.length + key]!);
      if (parts.includes(-1)) continue;
      relation(at[link.hel * keys.length + key]!, parts, link.rest, link.kraver_alla);
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
