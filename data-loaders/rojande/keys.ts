/** Keys of counts: `n`, `n0`, `klar=3`, `klar=3,ut=5`; and which keys add up to which inside one block. */
import { KARNA, type Mangd } from './description.ts';

/** A whole and its parts as positions in the list of keys given. */
export type Keysum = { hel: number; delar: number[] };

const dimensions = (key: string): string[] =>
  key.includes('=') ? key.split(',').map((part) => part.slice(0, part.indexOf('='))) : [];

const without = (key: string, keep: Set<string>): string =>
  key
    .split(',')
    .filter((part) => keep.has(part.slice(0, part.indexOf('='))))
    .join(',') || 'n';

/** Number of dimensions a key has outside the core: 0 for n and its two parts. */
export function breadth(mangd: Mangd, key: string): number {
  return KARNA[mangd].includes(key) ? 0 : dimensions(key).length;
}

/**
 * Sums among the keys of one block, the core's first key standing for the core: each key of fewer dimensions is the sum of
 * the keys that refine it. Only the nearest refinement that exists is used, so n = Σ klar=i and klar=i = Σ klar=i,ut=j.
 */
export function keysums(mangd: Mangd, keys: string[]): Keysum[] {
  const core = KARNA[mangd];
  const place = new Map(keys.map((key, index) => [key, index]));
  const shapes = new Map<string, string[]>();
  for (const key of keys) {
    if (!core.includes(key)) shapes.set(dimensions(key).sort().join(','), dimensions(key));
  }
  const sums: Keysum[] = [];
  for (const [name, dims] of shapes) {
    const smaller = [...shapes.values()].filter(
      (s) => s.length < dims.length && s.every((d) => dims.includes(d)),
    );
    const nearest = smaller.filter(
      (s) => !smaller.some((t) => t.length > s.length && s.every((d) => t.includes(d))),
    );
    for (const target of nearest.length > 0 ? nearest : [[]]) {
      const keep = new Set<string>(target);
      const parts = new Map<string, number[]>();
      for (const [key, index] of place) {
        if (core.includes(key) || dimensions(key).sort().join(',') !== name) continue;
        const whole = without(key, keep);
        parts.set(whole, [...(parts.get(whole) ?? []), index]);
      }
      for (const [whole, delar] of parts) {
        const hel = place.get(whole);
        if (hel === undefined)
          throw new Error(`nyckeln ${whole} saknas i ${mangd} fast ${name} delar upp den`);
        sums.push({ hel, delar });
      }
    }
  }
  return sums;
}
