/** Links between blocks: a whole, its parts and the unprinted rest, built from the one description. */
import type { Grupp, Niva, Periodtyp } from '../types.ts';
import type { Block, Cells, Medlemskap } from './cells.ts';
import {
  EJ_OVER_TID,
  ENHETSLANKAR,
  GRUPPLANKAR,
  MANGDLANKAR,
  type Mangd,
  PERIODLANKAR,
} from './description.ts';

export type Link = {
  hel: number;
  delar: number[];
  /** Name of the unprinted rest; null when the parts must add up exactly. */
  rest: string | null;
  /** Only sums of days add up, not cases. */
  bara_summor: boolean;
  /** Blocks in between, set by set: where a set has the count in all its blocks, the sum follows from other links. */
  foljer: number[][];
};

/** Types of period that others are made of. */
const TYPES: Periodtyp[] = ['manad', 'kvartal', 'halvar'];

/** Numbers of the units in the whole for all of its period, and whether they are all that were there at all. */
type Members = { units: number[]; exact: boolean };

/** Values in order of first appearance, numbered. */
class Numbered<T> {
  readonly values: T[] = [];
  private readonly places = new Map<string, number>();

  /** The number of a name; `value` is kept with a new one. */
  add(name: string, value: T): number {
    const known = this.places.get(name);
    if (known !== undefined) return known;
    this.places.set(name, this.values.length);
    return this.values.push(value) - 1;
  }

  get(name: string): number {
    return this.places.get(name) ?? -1;
  }
}

/** Computes each answer once. */
function once<T>(compute: (a: number, b: number, link: number) => T): typeof compute {
  const known = new Map<string, T>();
  return (a, b, link) => {
    const name = `${a},${b},${link}`;
    const answer = known.get(name) ?? compute(a, b, link);
    known.set(name, answer);
    return answer;
  };
}

/** Which of the units `part` lie in the whole during its period, or as long as its cases can be placed. */
function membersOf(
  whole: Block,
  part: Niva,
  units: { niva: Niva; id: string; unit: number }[],
  medlemskap: Medlemskap[],
): Members {
  const candidates = units.filter(({ niva }) => niva === part);
  const numbers = (list: typeof units) => list.map(({ unit }) => unit);
  if (part === 'kommun_vardgivare') {
    const half = whole.niva === 'kommun' ? 0 : 1;
    const own = candidates.filter(({ id }) => id.split('+')[half] === whole.enhet_id);
    return { units: numbers(own), exact: false };
  }
  if (part === 'klinik') {
    const own = candidates.filter(({ id }) => id.split('+')[0] === whole.enhet_id);
    return { units: numbers(own), exact: false };
  }
  if (whole.niva === 'region') return { units: numbers(candidates), exact: false };
  const found = new Map<string, boolean>();
  for (const m of medlemskap) {
    if (
      m.delregion !== whole.enhet_id ||
      m.fran > whole.medlem_slut ||
      (m.till !== null && m.till < whole.start)
    )
      continue;
    const full = m.fran <= whole.start && (m.till === null || m.till >= whole.medlem_slut);
    found.set(m.kommun, full || found.get(m.kommun) === true);
  }
  const there = candidates.filter(({ id }) => found.has(id));
  const full = there.filter(({ id }) => found.get(id) === true);
  return { units: numbers(full), exact: whole.niva === 'delregion' && full.length === there.length };
}

/** All links between the blocks of `cells`; a link whose parts are not all there is left out. */
export function blockLinks({ blocks, medlemskap }: Cells): Link[] {
  const [sets, groups] = [new Numbered<Mangd>(), new Numbered<Grupp>()];
  const units = new Numbered<{ niva: Niva; id: string; unit: number }>();
  const periods = new Numbered<Block>();
  const place = (m: number, u: number, p: number, g: number) =>
    ((m * units.values.length + u) * periods.values.length + p) * groups.values.length + g;
  const numbers = blocks.map((b) => ({
    m: sets.add(b.mangd, b.mangd),
    u: units.add(`${b.niva}|${b.enhet_id}`, { niva: b.niva, id: b.enhet_id, unit: units.values.length }),
    p: periods.add(`${b.periodtyp}|${b.period}`, b),
    g: groups.add(b.grupp, b.grupp),
  }));
  const index = new Map(numbers.map(({ m, u, p, g }, i) => [place(m, u, p, g), i]));
  const find = (m: number, u: number, p: number, g: number) =>
    m < 0 || g < 0 ? -1 : (index.get(place(m, u, p, g)) ?? -1);
  /** Sets may place their cases until different days: one number per first and last day. */
  const places = new Numbered<Pick<Block, 'start' | 'medlem_slut'>>();
  const spans = blocks.map(({ start, medlem_slut }) =>
    places.add(`${start}|${medlem_slut}`, { start, medlem_slut }),
  );
  const members = once((u, span, link) => {
    const { niva, id } = units.values[u]!;
    const whole = { niva, enhet_id: id, ...places.values[span]! } as Block;
    return membersOf(whole, ENHETSLANKAR[link]!.delar, units.values, medlemskap);
  });
  /** Periods of a type inside each period. */
  const inside = once((p, typ) => {
    const { start, slut } = periods.values[p]!;
    return [...periods.values.keys()].filter((i) => {
      const part = periods.values[i]!;
      return part.periodtyp === TYPES[typ] && part.start >= start && part.slut <= slut;
    });
  });
  const links: Link[] = [];
  const add = (
    hel: number,
    delar: number[],
    rest: string | null,
    { bara_summor = false, foljer = [] as number[][] } = {},
  ) => {
    if (delar.length > 0 && !delar.includes(-1)) links.push({ hel, delar, rest, bara_summor, foljer });
  };
  blocks.forEach((b, hel) => {
    const { m, u, p, g } = numbers[hel]!;
    ENHETSLANKAR.forEach((link, number) => {
      if (link.hel !== b.niva) return;
      // Only who is in a delregion depends on when.
      const parts = members(u, link.hel === 'delregion' ? spans[hel]! : 0, number);
      add(
        hel,
        parts.units.map((unit) => find(m, unit, p, g)),
        parts.exact ? null : link.rest,
      );
    });
    for (const link of PERIODLANKAR) {
      if (link.hel !== b.periodtyp) continue;
      const of = (typ: Periodtyp) => inside(p, TYPES.indexOf(typ), 0).map((part) => find(m, u, part, g));
      const foljer = (link.foljer ?? []).map(of).filter((set) => set.length > 0 && !set.includes(-1));
      add(hel, of(link.delar), null, { foljer, bara_summor: EJ_OVER_TID.includes(b.mangd) });
    }
    for (const link of GRUPPLANKAR) {
      if (link.hel !== b.grupp) continue;
      const delar = link.delar.map((grupp) => find(m, u, p, groups.get(grupp))).filter((i) => i >= 0);
      add(hel, delar, link.rest);
    }
    for (const link of MANGDLANKAR) {
      if (link.hel === b.mangd) add(hel, [find(sets.get(link.del), u, p, g)], link.rest);
    }
  });
  return links;
}
