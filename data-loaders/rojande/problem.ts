/**
 * The linear system of the published counts, in flat arrays: counts in cells (hidden and shown together), and one relation
 * per sum: the whole first, then its parts, the unprinted rest last. The relations of one link between the same cells (n,
 * n0, n1, the days) are a family. Families lie tier by tier: the finest count of a relation is what publishes it.
 */
import type { Cells } from './cells.ts';
import { type Counts, printedCounts } from './counts.ts';
import { Families } from './families.ts';
import { dayFamilies, keyFamilies, linkFamilies } from './sums.ts';

export type Problem = {
  troskel: number;
  counts: number;
  value: Int32Array;
  /** 1 = a sum of days. */
  sum: Uint8Array;
  /** Block of a printed count, -1 for a rest. */
  block: Int32Array;
  /** 1 = what the hiding is for: a count of 1 … k − 1 cases, or one that leaves so many of its block's. */
  sensitive: Uint8Array;
  /** 1 = not to be given away: a printed count, or one of a rest of 1 … k − 1 cases. */
  heeded: Uint8Array;
  cell: Int32Array;
  /** First count of each cell, and one past the last cell's. */
  cellStart: Int32Array;
  tier: Uint8Array;
  /** What an earlier publication binds of each cell, as `Cells` says. */
  bunden: Uint8Array;
  cost: Float64Array;
  /** First cell of each block (the core), and one past its last. */
  first: Int32Array;
  last: Int32Array;
  /** Relations of family f: family[f] … family[f + 1] − 1; the j-th terms of all lie in one cell. */
  family: Int32Array;
  familyOf: Int32Array;
  /** One past the last relation of each tier. */
  tierEnd: number[];
  /** Terms of relation r: terms[start[r] … start[r + 1] − 1]. */
  start: Int32Array;
  terms: Int32Array;
  /** Relations of count v, ascending: uses[usesStart[v] … usesStart[v + 1] − 1]. */
  usesStart: Int32Array;
  uses: Int32Array;
  /** 1 where the relation follows from others: it bounds, but linear algebra does without it. */
  follows: Uint8Array;
  /** 1 where the parts may be followed by a rest that happens to be 0 here but is not everywhere. */
  open: Uint8Array;
  /** Not a sum but a range: the whole is so many times the only part, at least and at most; 0 for a sum. */
  least: Int32Array;
  most: Float64Array;
  /** Cells of the relation's own tier: those that may be hidden for its sake. */
  loose: Int32Array;
  /** Count of each entry in `cells`. */
  countOf: Int32Array;
};

/** True when v is a count of 1 … k − 1 cases. */
export const isSmall = (
  { value, sum, troskel }: Pick<Problem, 'value' | 'sum' | 'troskel'>,
  v: number,
): boolean => sum[v] === 0 && value[v]! >= 1 && value[v]! < troskel;

/** True where relation r binds what is unknown: no unknown rest of 0, and it does not follow anyway. */
export const binds = ({ open, follows }: Problem, r: number): boolean => open[r] === 0 && follows[r] === 0;

/** Builds the system. Throws when counts do not add up as described: the counting is wrong, not the extracts. */
export function buildProblem(cells: Cells, troskel: number): Problem {
  const counts = printedCounts(cells);
  const bound = boundCells(cells, counts);
  const families = new Families(counts, cells.blocks);
  keyFamilies(cells, counts, families);
  linkFamilies(cells, counts, families);
  dayFamilies(cells, counts, families);
  const relations = families.flat();
  const { first, last, countOf } = counts;
  const columns = {
    troskel,
    value: new Int32Array(counts.value),
    sum: new Uint8Array(counts.sum),
    block: new Int32Array(counts.block),
    cell: new Int32Array(counts.cell),
    cellStart: new Int32Array([...counts.cellStart, counts.value.length]),
  };
  const heeded = new Uint8Array(counts.value.length);
  const sensitive = new Uint8Array(counts.value.length);
  for (let v = 0; v < heeded.length; v++) {
    const b = columns.block[v]!;
    if (b >= 0) {
      heeded[v] = 1;
      const left = counts.value[counts.cellStart[first[b]!]!]! - counts.value[v]!;
      if (columns.sum[v] === 0 && columns.cell[v] !== first[b] && left >= 1 && left < troskel)
        sensitive[v] = 1;
    }
    if (!isSmall(columns, v)) continue;
    sensitive[v] = 1;
    const c = columns.cell[v]!;
    heeded.fill(1, columns.cellStart[c], columns.cellStart[c + 1]);
  }
  return {
    ...columns,
    ...relations,
    ...index(relations.start, relations.terms, heeded.length),
    counts: heeded.length,
    heeded,
    sensitive,
    tier: new Uint8Array(counts.tier),
    bunden: Uint8Array.from(counts.tier, (_, c) => bound[c] ?? 0),
    cost: new Float64Array(counts.cost),
    first,
    last,
    countOf,
  };
}

/**
 * Per cell. What is public, or never will be, comes before every tier: the counts that are new are protected against it. A cell
 * is as its counts are; one that is hidden hides it.
 */
function boundCells({ bunden }: Cells, { cell, tier, countOf }: Counts): Uint8Array {
  const found = new Uint8Array(tier.length);
  bunden?.forEach((b, i) => {
    const c = cell[countOf[i]!]!;
    if (b > 0 && found[c] !== 2) found[c] = b;
  });
  for (let c = 0; c < found.length; c++) if (found[c] !== 0) tier[c] = 0;
  return found;
}

function index(start: Int32Array, terms: Int32Array, counts: number): Pick<Problem, 'usesStart' | 'uses'> {
  const usesStart = new Int32Array(counts + 1);
  for (const v of terms) usesStart[v + 1]!++;
  for (let v = 0; v < counts; v++) usesStart[v + 1]! += usesStart[v]!;
  const next = usesStart.slice();
  const uses = new Int32Array(terms.length);
  for (let r = 0; r + 1 < start.length; r++) {
    for (let i = start[r]!; i < start[r + 1]!; i++) uses[next[terms[i]!]!++] = r;
  }
  return { usesStart, uses };
}
