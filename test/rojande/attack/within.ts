/** Sums among the keys of one counted set: what every reader of the definitions knows. */
import type { Block } from './counts.ts';

/** Dimensions of which a case may lack a value, and those of which it may have several. */
const PARTIAL = /^(frist_.*|helgklar|kk|ber|sol|hsl)$/;
const SEVERAL = 'orsak';

/** Whole and parts as keys; `rest`: the parts need not fill the whole. Factors of the parts, 1 where none are given. */
export type Keysum = { whole: string; parts: string[]; rest: '' | 'persons' | 'days'; factors?: number[] };

type Parsed = { key: string; dims: Map<string, string>; days: boolean };

const CORE: Record<string, string> = { n0: 'vantat=0', n1: 'vantat=1' };

function parse(key: string): Parsed {
  const [base = '', days] = key.split('|');
  const name = CORE[base] ?? (base === 'n' ? '' : base);
  const dims = name === '' ? [] : name.split(',').map((part) => part.split('=') as [string, string]);
  return { key, dims: new Map(dims), days: days !== undefined };
}

const text = (dims: Map<string, string>, names: string[]) =>
  names.map((d) => `${d}=${dims.get(d)}`).join(',');

/** A finer value tells a coarser one of another name. */
function coarser(dim: string, value: string): [string, string] | null {
  if (dim === 'vantan') return ['vantat', value === '0' ? '0' : '1'];
  if (dim === 'retur') return ['ater', '1'];
  return null;
}

/** The least and most days of a case of this key, null where nothing is said. */
function daysOf({ set, periodtyp }: Block, { dims, key }: Parsed): [number, number | null] | null {
  if (set === 'dygn' && dims.size === 0) {
    const most: Record<string, number> = { manad: 31, kvartal: 92, halvar: 184, ar: 366 };
    return [1, most[periodtyp] ?? null];
  }
  if (set !== 'fall') return null;
  const band = dims.size === 1 ? dims.get('vantan') : undefined;
  if (band === undefined) return key === 'n1' ? [1, null] : null;
  const [low, high] = band.split('-');
  return [Number(low), high === '' ? null : Number(high ?? low)];
}

/** All sums among the keys of `block`. */
export function keysums(block: Block): Keysum[] {
  const keys = [...block.keys.keys()].map(parse);
  const out: Keysum[] = [];
  for (const days of [false, true]) {
    const list = keys.filter((k) => k.days === days);
    const shapes = new Map<string, Parsed[]>();
    for (const k of list) {
      const shape = [...k.dims.keys()].sort().join();
      shapes.set(shape, [...(shapes.get(shape) ?? []), k]);
    }
    for (const [fine, parts] of shapes) {
      for (const [coarse, wholes] of shapes)
        out.push(...filled(fine.split(','), parts, coarse, wholes, [...shapes.keys()]));
    }
  }
  for (const k of keys) {
    const days = block.keys.has(`${k.key}|summa`) ? `${k.key}|summa` : k.key === 'n1' ? 'n|summa' : '';
    const range = k.days || !block.keys.has(days) ? null : daysOf(block, k);
    if (range === null) continue;
    const [low, high] = range;
    if (low === high) out.push({ whole: days, parts: [k.key], rest: '', factors: [low] });
    else {
      out.push({ whole: days, parts: [k.key], rest: 'days', factors: [low] });
      if (high !== null) out.push({ whole: days, parts: [k.key], rest: 'days', factors: [-high] });
    }
  }
  for (const [inner, outer] of [
    ['nasta=1', 'ater=1'],
    ['ater=1', 'alla=1'],
    ['ber=ja', 'n'],
  ] as const)
    if (block.keys.has(inner) && block.keys.has(outer))
      out.push({ whole: outer, parts: [inner], rest: 'persons' });
  const weekend = ['klar=4', 'klar=5'].filter((k) => block.keys.has(k));
  if (weekend.length === 2 && block.keys.has('helgklar=ja'))
    out.push({ whole: 'helgklar=ja', parts: weekend, rest: '' });
  return out;
}

/** How keys of the dimensions `fine` fill those of `coarse`, if they do and nothing lies between. */
function filled(fine: string[], parts: Parsed[], coarse: string, wholes: Parsed[], all: string[]): Keysum[] {
  const names = coarse === '' ? [] : coarse.split(',');
  const own = fine.filter((d) => d !== '');
  const implied = (p: Parsed) =>
    new Map([...p.dims, ...[...p.dims].flatMap(([d, v]) => [coarser(d, v)].filter((x) => x !== null))]);
  const has = (dims: string[], name: string) =>
    dims.includes(name) || dims.some((d) => coarser(d, 'x')?.[0] === name);
  if (own.join() === names.join() || !names.every((name) => has(own, name))) return [];
  const extra = own.filter((d) => !names.includes(d) && !names.some((n) => coarser(d, 'x')?.[0] === n));
  const between = all.some((other) => {
    const o = other === '' ? [] : other.split(',');
    return (
      o.join() !== own.join() &&
      o.join() !== names.join() &&
      o.every((d) => has(own, d)) &&
      names.every((d) => has(o, d))
    );
  });
  if (between) return [];
  const known = new Map(wholes.map((w) => [text(w.dims, names), w.key]));
  const sums = new Map<string, string[]>();
  for (const p of parts) {
    const whole = known.get(text(implied(p), names));
    if (whole !== undefined) sums.set(whole, [...(sums.get(whole) ?? []), p.key]);
  }
  const days = parts[0]!.days;
  const rest = extra.some((d) => PARTIAL.test(d)) ? (days ? 'days' : 'persons') : '';
  const found: Keysum[] = [];
  for (const [whole, list] of sums) {
    if (extra.includes(SEVERAL))
      for (const part of list) found.push({ whole, parts: [part], rest: days ? 'days' : 'persons' });
    else found.push({ whole, parts: list, rest });
  }
  return found;
}
