/** What the attacker does not know: the true value of every count and rest, from rows that hide nothing. */
import { type Counts, nameOf, placeOf } from './counts.ts';
import { labelOf, type System } from './system.ts';

/** By number. Throws where an equation does not hold: then the attacker believes something that is not so. */
export function truthOf(system: System, open: Counts): number[] {
  const { counts, start, term, factor } = system;
  const truth = counts.value.map((_, v) => {
    const { set, niva, unit, periodtyp, period, grupp } = counts.block[v]!;
    const block = open.blocks.get(placeOf(set, niva, unit, periodtyp, period, grupp));
    const value = open.value[block?.keys.get(counts.key[v]!) ?? -1] ?? null;
    if (value === null) throw new Error(`nobody knows ${nameOf(counts, v)}`);
    return value;
  });
  for (let e = 0; e + 1 < start.length; e++) {
    let [rest, of, left] = [-1, 1, 0];
    for (let i = start[e]!; i < start[e + 1]!; i++) {
      if (term[i]! < counts.value.length) left += factor[i]! * truth[term[i]!]!;
      else [rest, of] = [term[i]!, factor[i]!];
    }
    if (rest < 0 && left !== 0)
      throw new Error(`${labelOf(system, term[start[e]!]!)}: the sum is off by ${left}`);
    if (rest >= 0) truth[rest] = -left / of;
  }
  return truth;
}
