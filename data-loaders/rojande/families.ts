/** Collects the relations of the linear system and lays them out tier by tier. */
import type { Block } from './cells.ts';
import { type Counts, pushCell, pushCount } from './counts.ts';
import { byTier, type Flat, levelled } from './tiers.ts';

/** A whole and its parts: numbers of counts. */
export type Sum = { whole: number; parts: number[]; follows: boolean };

/** The list as an array with an end after its last entry. */
function ended(list: number[], end: number): Int32Array {
  const array = new Int32Array(list.length + 1);
  array.set(list);
  array[list.length] = end;
  return array;
}

export class Families {
  private readonly family: number[] = [];
  private readonly start: number[] = [];
  private readonly terms: number[] = [];
  private readonly follows: number[] = [];
  private readonly kind: number[] = [];
  private readonly least: number[] = [];
  private readonly most: number[] = [];
  /** Names of rests, and whether any of the name holds anything. */
  private readonly kinds = new Map<string, number>();
  private readonly filled: boolean[] = [];

  constructor(
    private readonly counts: Counts,
    private readonly blocks: Block[],
  ) {}

  /** Adds sums between the same cells. `kind` names the rest; null where the parts must add up exactly. */
  add(sums: Sum[], kind: string | null): void {
    if (sums.length === 0) return;
    const { value, sum } = this.counts;
    const left = sums.map(({ whole, parts }) => parts.reduce((x, p) => x - value[p]!, value[whole]!));
    const some = left.some((x) => x !== 0);
    if (left.some((x) => x < 0) || (kind === null && some)) this.contradiction(sums[0]!.whole, kind, left);
    const number = kind === null ? -1 : this.kindOf(kind);
    if (!some) {
      this.append(sums, number);
      return;
    }
    this.filled[number] = true;
    pushCell(this.counts, 0, 0);
    const rests = sums.map(({ whole }, i) => pushCount(this.counts, -1, left[i]!, sum[whole]!));
    this.append(
      sums.map((s, i) => ({ ...s, parts: [...s.parts, rests[i]!] })),
      -1,
    );
    // The last of three counts is what the first leaves of the second, of the rest too.
    const [n, a, b] = rests.filter((_, i) => sum[sums[i]!.whole] === 0);
    if (b !== undefined) this.append([{ whole: n!, parts: [a!, b], follows: false }], -1);
  }

  private kindOf(name: string): number {
    const known = this.kinds.get(name) ?? this.kinds.size;
    this.kinds.set(name, known);
    return known;
  }

  /** Adds that the whole of `sum`, days, is `least` to `most` times its only part, cases. */
  addRange(sum: Sum, least: number, most: number): void {
    const kind = this.kindOf('dagar');
    this.filled[kind] = true;
    this.append([sum], kind, least, most);
  }

  private append(sums: Sum[], kind: number, least = 0, most = 0): void {
    this.family.push(this.start.length);
    for (const sum of sums) {
      this.start.push(this.terms.length);
      this.terms.push(sum.whole);
      for (const p of sum.parts) this.terms.push(p);
      this.follows.push(sum.follows ? 1 : 0);
      this.kind.push(kind);
      this.least.push(least);
      this.most.push(most);
    }
  }

  private contradiction(whole: number, kind: string | null, left: number[]): never {
    const { mangd, niva, enhet_id, periodtyp, period, grupp } = this.blocks[this.counts.block[whole]!]!;
    const where = [mangd, niva, enhet_id, periodtyp, period, grupp].join('|');
    throw new Error(`antalen går inte ihop (${kind ?? 'exakt summa'}): ${where}, skillnad ${left.join(' ')}`);
  }

  /** All relations, numbered tier by tier. */
  flat(): Flat {
    const relations = this.start.length;
    // A rest that is empty everywhere (no stay lacks a vårdgivare) may be common knowledge, and protects nothing.
    const open = Uint8Array.from(this.kind, (kind) => (kind >= 0 && this.filled[kind] ? 1 : 0));
    const given = {
      family: ended(this.family, relations),
      start: ended(this.start, this.terms.length),
      terms: new Int32Array(this.terms),
      follows: new Uint8Array(this.follows),
      open,
      least: new Int32Array(this.least),
      most: new Float64Array(this.most),
    };
    return byTier(given, levelled(given, this.counts), this.counts);
  }
}
