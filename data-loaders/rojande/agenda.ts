/** Relations that must be looked at: each at most once at a time, first come first served. */
export type Agenda = { ring: Int32Array; head: number; used: number; queued: Uint8Array };

export function emptyAgenda(relations: number): Agenda {
  return { ring: new Int32Array(relations), head: 0, used: 0, queued: new Uint8Array(relations) };
}

/** Appends relation r unless it is there. */
export function put(agenda: Agenda, r: number): void {
  if (agenda.queued[r] === 1) return;
  agenda.queued[r] = 1;
  const place = agenda.head + agenda.used++;
  agenda.ring[place < agenda.ring.length ? place : place - agenda.ring.length] = r;
}

/** Removes the first one; there must be one. */
export function take(agenda: Agenda): number {
  const r = agenda.ring[agenda.head]!;
  agenda.head = agenda.head + 1 < agenda.ring.length ? agenda.head + 1 : 0;
  agenda.used--;
  agenda.queued[r] = 0;
  return r;
}
