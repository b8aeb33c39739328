/**
 * The linear system of the published counts, in flat arrays. One variable per count, except that a block's core
 * (n and the two parts it splits into, always hidden together) is one variable with three values, and a sum over the cases
 * of a count a fourth. One relation per sum: the whole first, then its parts, the unprinted rest last.
 */
import type { Cells } from './cells.ts';
import { keysums } from './keys.ts';
import { blockLinks, type Link } from './links.ts';
import { printedVariables, pushVariable } from './variables.ts';

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

/** True where relation r binds the unknown values q: it adds them up, with no unknown rest, and does not follow anyway. */
export const binds = (problem: Problem, r: number, q: Place): boolean =>
  adds(problem, r, q) && problem.open[r] === 0 && problem.follows[r] === 0;

const EXACT = { rest: null, kraver_alla: false, foljer: false };

/** Builds the system. Throws when counts do not add up as described: the counting is wrong, not the extracts. */
export function buildProblem(cells: Cells, troskel: number): Problem {
  const { blocks, keys } = cells;
  const printed = printedVariables(cells);
  const { value, values, block, cost, first, last, at, keyLists, variableOf } = printed;
  const start = [0];
  const terms: number[] = [];
  const requiresAll: number[] = [];
  const follows: number[] = [];
  const applies: number[] = [];
  const rests: string[] = [];
  const filled = new Set<string>();
  const left = [0, 0, 0, 0];
  const relation = (
    whole: number,
    parts: number[],
    link: Pick<Link, 'rest' | 'kraver_alla' | 'foljer'>,
    kind = '',
  ) => {
    const { rest } = link;
    let mask = values[whole]!;
    terms.push(whole);
    for (const p of parts) {
      mask &= values[p]!;
      terms.push(p);
    }
    let some = false;
    let wrong = false;
    for (const q of VALUES) {
      let x = 0;
      if ((mask >> q) & 1) {
        x = value[q][whole]!;
        for (const p of parts) x -= value[q][p]!;
      }
      left[q] = x;
      if (x !== 0) some = true;
      if (x < 0) wrong = true;
    }
    if (wrong || (rest === null && some)) {
      const { mangd, niva, enhet_id, periodtyp, period, grupp } = blocks[block[whole]!]!;
      const where = [mangd, niva, enhet_id, periodtyp, period, grupp].join('|');
      throw new Error(
        `antalen går inte ihop (${rest ?? 'exakt summa'}): ${where}, skillnad ${left.join(' ')}`,
      );
    }
    if (some) {
      const v = pushVariable(printed, -1, left[0]!, 0);
      for (const q of [1, 2, 3] as const) value[q][v] = left[q]!;
      values[v] = mask;
      terms.push(v);
      filled.add(kind);
    }
    rests.push(some ? '' : kind);
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
    const kind = link.rest === null ? '' : `${blocks[link.hel]!.mangd}|${link.rest}`;
    for (const key of keyLists[link.hel]!) {
      const parts: number[] = [];
      for (const b of link.delar) parts.push(at[b * keys.length + key]!);
      if (parts.includes(-1)) continue;
      relation(at[link.hel * keys.length + key]!, parts, link, kind);
    }
  }
  return {
    troskel,
    variables: values.length,
    value: value.map((list) => new Int32Array(list)) as Problem['value'],
    values: new Uint8Array(values),
    block: new Int32Array(block),
    cost: new Float64Array(cost),
    first,
    last,
    start: new Int32Array(start),
    terms: new Int32Array(terms),
    requiresAll: new Uint8Array(requiresAll),
    follows: new Uint8Array(follows),
    applies: new Uint8Array(applies),
    // A rest that is empty everywhere (no stay lacks a vårdgivare) may be common knowledge, and protects nothing.
    open: new Uint8Array(rests.map((kind) => (filled.has(kind) ? 1 : 0))),
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
