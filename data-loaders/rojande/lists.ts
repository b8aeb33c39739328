/** Grows an array that is full. */
export function grown(old: Int32Array): Int32Array {
  const bigger = new Int32Array(2 * old.length + 64);
  bigger.set(old);
  return bigger;
}

/** Linked lists of numbers, the latest first. Emptied, they keep their room: asked for anew each time it would cost more than the arithmetic. */
export class Lists {
  private first = new Int32Array(0);
  private value: Int32Array = new Int32Array(0);
  private next: Int32Array = new Int32Array(0);
  private used = 0;

  /** Empties so many lists. */
  clear(lists: number): void {
    if (this.first.length < lists) this.first = new Int32Array(2 * lists);
    this.first.fill(-1, 0, lists);
    this.used = 0;
  }

  add(list: number, value: number): void {
    if (this.used === this.value.length) {
      this.value = grown(this.value);
      this.next = grown(this.next);
    }
    this.next[this.used] = this.first[list]!;
    this.value[this.used] = value;
    this.first[list] = this.used++;
  }

  /** Takes a list's latest number away; -1 where it is empty. */
  pop(list: number): number {
    const place = this.first[list]!;
    if (place < 0) return -1;
    this.first[list] = this.next[place]!;
    return this.value[place]!;
  }

  /** Place of a list's latest number, and of the one after a place: -1 for none. */
  head(list: number): number {
    return this.first[list]!;
  }

  after(place: number): number {
    return this.next[place]!;
  }

  at(place: number): number {
    return this.value[place]!;
  }
}
