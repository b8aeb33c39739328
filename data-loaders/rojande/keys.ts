/** Keys of counts: `n`, `n0`, `klar=3`, `klar=3,ut=5`; and which keys add up to which inside one block. */
import { DIMENSIONER, FORFININGAR, KARNA, KARNNAMN, type Mangd } from './description.ts';

/** A whole and its parts as positions in the list of keys given; `rest` names what the parts leave, null for nothing. */
export type Keysum = { hel: number; delar: number[]; rest: string | null };

/** Value by dimension. */
type Values = Map<string, string>;
/** Keys of the same dimensions: those dimensions, and the place and values of each key. */
type Shape = { name: string; dims: string[]; keys: { place: number; values: Values }[] };

function valuesOf(mangd: Mangd, key: string): Values {
  const name = KARNNAMN[mangd]?.[key] ?? key;
  if (name === 'n') return new Map();
  return new Map(name.split(',').map((part) => part.split('=', 2) as [string, string]));
}

/** Number of dimensions a key has outside the core: 0 for n and its two parts. */
export function breadth(mangd: Mangd, key: string): number {
  return KARNA[mangd].includes(key) ? 0 : valuesOf(mangd, key).size;
}

function shapesOf(mangd: Mangd, keys: string[]): Shape[] {
  const shapes = new Map<string, Shape>();
  keys.forEach((key, place) => {
    const values = valuesOf(mangd, key);
    const dims = [...values.keys()].sort();
    const shape = shapes.get(dims.join(',')) ?? { name: dims.join(','), dims, keys: [] };
    shape.keys.push({ place, values });
    shapes.set(shape.name, shape);
  });
  return [...shapes.values()];
}

/** The value of `dim` that these values imply: their own, or through what refines it. */
function implied(values: Values, dim: string): string | undefined {
  const own = values.get(dim);
  if (own !== undefined) return own;
  for (const { fin, grov, karta } of FORFININGAR) {
    const value = grov === dim ? implied(values, fin) : undefined;
    const coarse = value === undefined ? undefined : (karta[value] ?? karta['*']);
    if (coarse !== undefined) return coarse;
  }
  return undefined;
}

/** True when some dimension of `dims` is `dim` or refines it. */
const reaches = (dims: string[], dim: string): boolean =>
  dims.includes(dim) || FORFININGAR.some(({ fin, grov }) => grov === dim && reaches(dims, fin));

const coarser = (a: Shape, b: Shape): boolean => a !== b && a.dims.every((dim) => reaches(b.dims, dim));

/** The key of shape `to` that a key lies in, as text; null when it lies in none. */
function projected(values: Values, to: Shape): string | null {
  const found = to.dims.map((dim) => implied(values, dim));
  return found.includes(undefined) ? null : found.join(',');
}

function kindOf(mangd: Mangd, dim: string): 'rest' | 'flervard' | undefined {
  const own = DIMENSIONER[mangd] ?? {};
  return own[dim] ?? own[dim.slice(0, dim.indexOf('_') + 1)];
}

/** How the keys of `fine` fill those of `coarse`: exactly, with a rest, or each with a rest of its own. */
function filling(mangd: Mangd, fine: Shape, coarse: Shape): 'exakt' | 'rest' | 'flervard' {
  let found: 'exakt' | 'rest' | 'flervard' = 'exakt';
  for (const dim of fine.dims) {
    if (coarse.dims.includes(dim)) continue;
    const links = FORFININGAR.filter((f) => f.fin === dim && coarse.dims.some((c) => reaches([f.grov], c)));
    const partly = links.some((f) => f.rest) ? 'rest' : undefined;
    const kind = links.length > 0 ? partly : kindOf(mangd, dim);
    if (kind === 'flervard') return kind;
    if (kind === 'rest') found = kind;
  }
  return found;
}

/**
 * Sums among the keys of one block: each key is the sum of the keys that refine it. Only the nearest refinement that exists
 * is used, so n = Σ klar=i and klar=i = Σ klar=i,ut=j, and n0 = Σ process=c,vantat=0. Throws when a whole is missing.
 */
export function keysums(mangd: Mangd, keys: string[]): Keysum[] {
  const shapes = shapesOf(mangd, keys);
  const whole = (fine: Shape, coarse: Shape) =>
    fine.keys.every(({ values }) => projected(values, coarse) !== null);
  const sums: Keysum[] = [];
  for (const fine of shapes) {
    const above = shapes.filter((shape) => coarser(shape, fine));
    for (const coarse of above) {
      if (above.some((s) => s !== coarse && coarser(coarse, s) && whole(fine, s))) continue;
      const fill = filling(mangd, fine, coarse);
      const rest = fill === 'exakt' ? null : `${fine.name}>${coarse.name}`;
      const hela = new Map(coarse.keys.map(({ place, values }) => [projected(values, coarse), place]));
      const parts = new Map<number, number[]>();
      for (const { place, values } of fine.keys) {
        const name = projected(values, coarse);
        if (name === null) continue;
        const hel = hela.get(name);
        if (hel === undefined)
          throw new Error(
            `nyckeln ${coarse.dims.join(',')}=${name} saknas i ${mangd} fast ${fine.name} delar upp den`,
          );
        if (fill === 'flervard') sums.push({ hel, delar: [place], rest });
        else parts.set(hel, [...(parts.get(hel) ?? []), place]);
      }
      for (const [hel, delar] of parts) sums.push({ hel, delar, rest });
    }
  }
  return sums;
}
