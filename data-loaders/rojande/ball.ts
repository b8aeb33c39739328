/** The surroundings of a hidden count: the sums near by that hold nothing unknown but counts of theirs. */
import type { Problem } from './problem.ts';
import type { State } from './suppress.ts';
import type { Row } from './tableau.ts';

/** Hidden counts, the nearest first, and the sums all of whose hidden terms are among them. */
export type Ball = { counts: number[]; relations: number[] };

/** Grows balls around counts. The arrays are made once, and emptied after use. */
export class Balls {
  /** Place of each count in the ball at hand, -1 for none. */
  readonly place: Int32Array;
  private readonly walked: Uint8Array;

  constructor(private readonly state: State) {
    const { counts, follows } = state.problem;
    this.place = new Int32Array(counts).fill(-1);
    this.walked = new Uint8Array(follows.length);
  }

  /** Takes in sum after sum, the nearest first and of those the ones with the fewest new counts, up to `size` counts. */
  around(v: number, size: number): Ball {
    const { start, terms, uses, usesStart, least, follows } = this.state.problem;
    const { hidden, kept, active } = this.state;
    const { place, walked } = this;
    const counts = [v];
    const seen: number[] = [];
    place[v] = 0;
    for (let level = 0; level < counts.length && counts.length < size; ) {
      const now: number[][] = [];
      const end = counts.length;
      for (; level < end; level++) {
        const w = counts[level]!;
        for (let i = usesStart[w]!; i < usesStart[w + 1]! && uses[i]! < active; i++) {
          const r = uses[i]!;
          if (walked[r] === 1 || least[r]! > 0 || follows[r] === 1) continue;
          walked[r] = 1;
          seen.push(r);
          let fresh = 0;
          for (let j = start[r]!; j < start[r + 1]!; j++)
            if ((hidden[terms[j]!]! | kept[terms[j]!]!) === 1 && place[terms[j]!]! < 0) fresh++;
          if (fresh === 0) continue;
          const list = now[fresh] ?? [];
          list.push(r);
          now[fresh] = list;
        }
      }
      for (const list of now) {
        for (const r of list ?? []) {
          if (counts.length >= size) break;
          for (let j = start[r]!; j < start[r + 1]!; j++) {
            const w = terms[j]!;
            if ((hidden[w]! | kept[w]!) === 1 && place[w]! < 0) place[w] = counts.push(w) - 1;
          }
        }
      }
    }
    const relations = seen.filter((r) => {
      walked[r] = 0;
      for (let j = start[r]!; j < start[r + 1]!; j++)
        if ((hidden[terms[j]!]! | kept[terms[j]!]!) === 1 && place[terms[j]!]! < 0) return false;
      return true;
    });
    return { counts, relations };
  }

  /** Forgets the places of a ball. */
  clear({ counts }: Ball): void {
    for (const w of counts) this.place[w] = -1;
  }
}

/** The sums of a ball as rows of columns, one per count at its `place`, -1 for none; after them open rests, which are counts of 0. */
export function columnsOf(
  { start, terms, open, value }: Problem,
  { counts, relations }: Ball,
  place: (v: number) => number,
): { values: number[]; rows: Row[] } {
  const values = counts.map((v) => value[v]!);
  const rows = relations.map((r): Row => {
    const row: Row = { columns: [], signs: [] };
    for (let i = start[r]!; i < start[r + 1]!; i++) {
      const c = place(terms[i]!);
      if (c < 0) continue;
      row.columns.push(c);
      row.signs.push(i === start[r] ? 1 : -1);
    }
    if (open[r] === 1) {
      row.columns.push(values.push(0) - 1);
      row.signs.push(-1);
    }
    return row;
  });
  return { values, rows };
}
