/**
 * The simplex method on a few counts: how far each can move while the sums given hold and no count falls below 0. It starts from
 * the true counts, which fit; every point that it comes to shows for all counts at once how far they reach.
 */
import { Lists } from './lists.ts';

const EPS = 1e-7;
/** What is left of a factor that is no more. */
const TINY = 1e-10;
/** Steps towards one end of a range at most. */
const STEPS = 400;

/** Columns of a sum, with their signs. */
export type Row = { columns: number[]; signs: number[] };

export class Tableau {
  private readonly low: Float64Array;
  private readonly high: Float64Array;
  private readonly x: Float64Array;
  /** Row by row, dense: how much the basic column falls when another grows by one. */
  private readonly t: Float64Array;
  /** Column of each row, and row of each column; -1 for none. */
  private readonly basic: Int32Array;
  private readonly rowOf: Int32Array;
  /** What each column adds to the one that is pushed. */
  private readonly gain: Float64Array;
  /** Columns in all, and those that are counts: the others say of which sums a row has been made. */
  private readonly width: number;
  private readonly counts: number;
  /** The rows that have been given a factor in each column. */
  private readonly users = new Lists();
  /** 1 = the column stays as it is. */
  private readonly locked: Uint8Array;

  constructor(values: number[], rows: Row[], witness = false, locked?: Uint8Array) {
    this.locked = locked ?? new Uint8Array(values.length);
    this.counts = values.length;
    this.width = this.counts + (witness ? rows.length : 0);
    this.x = Float64Array.from(values);
    this.low = this.x.slice();
    this.high = this.x.slice();
    this.gain = new Float64Array(this.counts);
    this.rowOf = new Int32Array(this.counts).fill(-1);
    this.basic = new Int32Array(rows.length).fill(-1);
    this.t = new Float64Array(rows.length * this.width);
    const uses = new Int32Array(this.counts);
    this.users.clear(this.width);
    rows.forEach(({ columns, signs }, i) => {
      columns.forEach((c, j) => {
        uses[c]!++;
        this.t[i * this.width + c] = signs[j]!;
        this.users.add(c, i);
      });
      if (witness) this.t[i * this.width + this.counts + i] = 1;
    });
    this.solve(rows, uses);
  }

  /** Moves column v up (sign 1) or down until its range is `width` wide; true where it is, or may be. */
  push(v: number, sign: number, width: number, steps = STEPS): boolean {
    for (let step = 0; step < steps; step++) {
      if (this.range(v) >= width - EPS) return true;
      const j = this.entering(v, sign, step > steps / 4);
      if (j < 0) return false;
      const left = width - (sign > 0 ? this.x[v]! - this.low[v]! : this.high[v]! - this.x[v]!);
      this.move(j, Math.sign(this.gain[j]!) * sign, left / Math.abs(this.gain[j]!));
    }
    return true;
  }

  range(v: number): number {
    return this.high[v]! - this.low[v]!;
  }

  /** Locked columns that would move v, if there were room for them. */
  moving(v: number): number[] {
    const from = this.rowOf[v]! * this.width;
    const found: number[] = [];
    if (from < 0) return found;
    for (let j = 0; j < this.counts; j++)
      if (this.locked[j] === 1 && Math.abs(this.t[from + j]!) > EPS) found.push(j);
    return found;
  }

  /** From now on this column may move: where it is the first of a sum to do so, it follows from the others there. */
  unlock(j: number): void {
    this.locked[j] = 0;
    let best = -1;
    let most = EPS;
    for (let i = 0; i < this.basic.length; i++) {
      const by = this.basic[i]! < 0 ? Math.abs(this.t[i * this.width + j]!) : 0;
      if (by > most) [best, most] = [i, by];
    }
    if (best >= 0) this.pivot(best, j);
  }

  /** How many times each sum goes into what bounds v, after a push that came to an end; `witness` only. */
  witness(v: number): number[] {
    // At its own end, 0: no sum is needed.
    if (this.rowOf[v]! < 0) return Array.from(this.basic, () => 0);
    const from = this.rowOf[v]! * this.width + this.counts;
    return Array.from(this.t.subarray(from, from + this.basic.length), (y) => (Math.abs(y) < EPS ? 0 : y));
  }

  /** Makes a column of each row basic, one of no other row where there is any: it need not be taken out of others. */
  private solve(rows: Row[], uses: Int32Array): void {
    const left: number[] = [];
    rows.forEach(({ columns, signs }, i) => {
      const own = columns.findIndex((c) => uses[c] === 1 && this.locked[c] === 0);
      if (own < 0) {
        left.push(i);
        return;
      }
      this.basic[i] = columns[own]!;
      this.rowOf[columns[own]!] = i;
      if (signs[own]! > 0) return;
      for (let c = i * this.width; c < (i + 1) * this.width; c++) if (this.t[c] !== 0) this.t[c]! *= -1;
    });
    for (const i of left) {
      let best = -1;
      for (let c = 0; c < this.counts; c++) {
        if (this.locked[c] === 1 || Math.abs(this.t[i * this.width + c]!) <= EPS) continue;
        if (best < 0 || uses[c]! < uses[best]!) best = c;
      }
      if (best >= 0) this.pivot(i, best);
    }
  }

  /** The column whose growth, or fall, moves v most; `first`: the first of them, so that the steps come to an end. */
  private entering(v: number, sign: number, first: boolean): number {
    const { gain, counts, x, rowOf, locked } = this;
    const from = rowOf[v]! * this.width;
    let best = -1;
    for (let j = 0; j < counts; j++) {
      if (locked[j] === 1) continue;
      gain[j] = from < 0 ? (j === v ? 1 : 0) : rowOf[j]! >= 0 ? 0 : -this.t[from + j]!;
      const g = gain[j]! * sign;
      if (!(g > EPS || (g < -EPS && x[j]! > EPS))) continue;
      if (best < 0 || (!first && Math.abs(g) > Math.abs(gain[best]!) + EPS)) best = j;
    }
    return best;
  }

  /** Moves column j by at most `most` in that direction, and the basic ones with it; the one that stops it leaves. */
  private move(j: number, direction: number, most: number): void {
    const { t, width, x, basic } = this;
    let far = direction < 0 ? Math.min(most, x[j]!) : most;
    let stop = -1;
    let steepest = 0;
    for (let i = 0; i < basic.length; i++) {
      if (basic[i]! < 0) continue;
      const fall = t[i * width + j]! * direction;
      if (fall <= EPS) continue;
      const reach = Math.max(0, x[basic[i]!]!) / fall;
      // Of those that stop it at once, the steepest: dividing by little makes errors great.
      if (reach > far + EPS || (reach > far - EPS && fall <= steepest)) continue;
      if (reach < far - EPS || fall > steepest) {
        far = Math.min(far, reach);
        stop = i;
        steepest = fall;
      }
    }
    this.shift(j, far * direction);
    for (let i = 0; i < basic.length; i++) {
      const by = t[i * width + j]!;
      if (by !== 0 && basic[i]! >= 0) this.shift(basic[i]!, -by * far * direction);
    }
    if (stop < 0) return;
    this.rowOf[basic[stop]!] = -1;
    this.pivot(stop, j);
  }

  private shift(c: number, by: number): void {
    const now = this.x[c]! + by;
    this.x[c] = now;
    if (now < this.low[c]!) this.low[c] = now;
    if (now > this.high[c]!) this.high[c] = now;
  }

  /** Makes column c basic in row i. */
  private pivot(i: number, c: number): void {
    const { t, width, users } = this;
    const from = i * width;
    const scale = 1 / t[from + c]!;
    const filled: number[] = [];
    for (let j = 0; j < width; j++) {
      if (t[from + j] === 0) continue;
      t[from + j]! *= scale;
      if (Math.abs(t[from + j]!) < TINY) t[from + j] = 0;
      else filled.push(j);
    }
    for (let place = users.head(c); place >= 0; place = users.after(place)) {
      const k = users.at(place);
      const to = k * width;
      const f = t[to + c]!;
      if (k === i || f === 0) continue;
      for (const j of filled) {
        const was = t[to + j]!;
        const left = was - f * t[from + j]!;
        t[to + j] = Math.abs(left) < TINY ? 0 : left;
        if (was === 0) users.add(j, k);
      }
      t[to + c] = 0;
    }
    this.basic[i] = c;
    this.rowOf[c] = i;
  }
}
