/** Every sum that the description makes of the counts: among the keys of a block, and between blocks key by key. */
import type { Cells } from './cells.ts';
import { type Counts, sumsOf } from './counts.ts';
import { DAGAR_PER_FALL, HELA_SUMMAN, KARNA, SAMMA_DAGAR } from './description.ts';
import type { Families, Sum } from './families.ts';
import { type Keysum, keysums } from './keys.ts';
import { blockLinks } from './links.ts';

/** The sum of `at(whole)` and its parts; null unless all are there. */
function sumOf(whole: number, parts: number[], follows: boolean): Sum | null {
  return whole < 0 || parts.includes(-1) ? null : { whole, parts, follows };
}

/** Adds the sums inside each block. */
export function keyFamilies({ blocks, keys }: Cells, { at, keyLists }: Counts, families: Families): void {
  const sums = sumsOf(keys);
  const n = keys.indexOf('n');
  const known = new Map<string, Keysum[]>();
  const places = new Map(keys.map((key, i) => [key, i]));
  const same = SAMMA_DAGAR.map(({ mangd, hel, del }) => ({
    mangd,
    hel: places.get(hel) ?? -1,
    del: places.get(del) ?? -1,
  })).filter(({ hel, del }) => hel >= 0 && del >= 0);
  keyLists.forEach((list, b) => {
    const { mangd, periodtyp, period } = blocks[b]!;
    const signature = `${mangd}|${list.join(',')}`;
    const found =
      known.get(signature) ??
      keysums(
        mangd,
        list.map((k) => keys[k]!),
      );
    known.set(signature, found);
    const count = (key: number) => (key < 0 ? -1 : at[b * keys.length + key]!);
    const days = (key: number) => count(sums[HELA_SUMMAN.includes(keys[key]!) ? n : key]!);
    for (const { hel, delar, rest } of found) {
      const kind = rest === null ? null : `${mangd}|${rest}`;
      const [whole, parts] = [list[hel]!, delar.map((i) => list[i]!)];
      const cases = sumOf(count(whole), parts.map(count), false);
      const summed = sumOf(days(whole), parts.map(days), false);
      families.add(
        [cases, summed].filter((s) => s !== null),
        kind,
      );
    }
    for (const { hel, del } of same.filter((s) => s.mangd === mangd)) {
      const days = sumOf(count(hel), [count(del)], false);
      if (days !== null) families.add([days], `${mangd}|${keys[del]}|${periodtyp}|${period}`);
    }
  });
}

/** Adds the sums between blocks. */
export function linkFamilies(cells: Cells, { at, keyLists }: Counts, families: Families): void {
  const { blocks, keys } = cells;
  const sums = sumsOf(keys);
  const places = new Map(keys.map((key, i) => [key, i]));
  for (const { hel, delar, rest, bara_summor, foljer } of blockLinks(cells)) {
    const { mangd } = blocks[hel]!;
    const kind = rest === null ? null : `${mangd}|${rest}`;
    const count = (b: number, key: number) => (key < 0 ? -1 : at[b * keys.length + key]!);
    const follows = (key: number) => foljer.some((set) => set.every((b) => count(b, key) >= 0));
    const sum = (key: number, implied = false) =>
      sumOf(
        count(hel, key),
        delar.map((b) => count(b, key)),
        implied || follows(key),
      );
    const core = KARNA[mangd].map((key) => places.get(key) ?? -1);
    for (const key of keyLists[hel]!) {
      if (core.indexOf(key) > 0) continue;
      const family: (Sum | null)[] = bara_summor ? [] : [sum(key)];
      if (key === core[0] && !bara_summor) {
        const first = sum(core[1] ?? -1);
        // The second part of a core is what the first leaves.
        family.push(first, sum(core[2] ?? -1, first !== null));
      }
      family.push(sum(sums[key]!));
      families.add(
        family.filter((s) => s !== null),
        kind,
      );
    }
  }
}

/** Adds how many days a case of each key can have. */
export function dayFamilies({ blocks, keys }: Cells, { at, keyLists }: Counts, families: Families): void {
  const sums = sumsOf(keys);
  const n = keys.indexOf('n');
  const known = DAGAR_PER_FALL.map((d) => ({ ...d, key: keys.indexOf(d.nyckel) })).filter(
    ({ key }) => key >= 0,
  );
  keyLists.forEach((_, b) => {
    const { mangd, periodtyp } = blocks[b]!;
    for (const { key, minst, mest } of known.filter((d) => d.mangd === mangd)) {
      const days = sums[HELA_SUMMAN.includes(keys[key]!) ? n : key]!;
      const of = (k: number) => (k < 0 ? -1 : at[b * keys.length + k]!);
      const sum = sumOf(of(days), [of(key)], false);
      const most = typeof mest === 'object' && mest !== null ? mest[periodtyp] : mest;
      if (sum !== null) families.addRange(sum, minst, most ?? Number.POSITIVE_INFINITY);
    }
  });
}
