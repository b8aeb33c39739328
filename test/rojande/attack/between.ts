/** Sums between counted sets: units, periods, groups and sets, from the map of the region and the calendar. */
import { ALL, type Block, type Counts, placeOf } from './counts.ts';
import { addRest, addSum, labelOf, type System } from './system.ts';
import { overWeekend } from './weekend.ts';
import { type Keysum, keysums } from './within.ts';

/** Which kommuner lie in which delregion; `till` is the last day, null while it lasts. */
export type Membership = { delregion: string; kommun: string; fran: string; till: string | null }[];

const SPAN: Record<string, number> = { manad: 1, kvartal: 3, halvar: 6, ar: 12, rullande12: 12 };
const monthOf = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
const isoOf = (month: number) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;

/** Sets one of whose cases may belong to several periods (or none): their days add up over time, the cases do not. */
const NOT_OVER_TIME = ['dygn', 'pagaende', 'helgfall'];
/** Sets that lie within another. */
const WITHIN: [whole: string, part: string][] = [
  ['vardtillfalle', 'fall'],
  ['fall', 'betalning'],
  ['episod', 'episod_klar'],
];

/** First month of a block's period, and the first after it. */
export function monthsOf({ periodtyp, period }: Block): [number, number] {
  const at = monthOf(period);
  const span = SPAN[periodtyp] ?? 0;
  return periodtyp === 'rullande12' ? [at - 11, at + 1] : [at, at + span];
}

type Units = { kommun: string[]; delregion: string[]; vardgivare: string[]; split: Map<string, string[]> };

function unitsOf({ blocks }: Counts): Units {
  const by: Record<string, Set<string>> = {};
  for (const { niva, unit } of blocks.values()) {
    by[niva] ??= new Set();
    by[niva].add(unit);
  }
  const split = new Map<string, string[]>();
  for (const niva of ['kommun_vardgivare', 'klinik']) {
    for (const unit of by[niva] ?? []) {
      const [a, b] = unit.split('+') as [string, string];
      const halves = niva === 'klinik' ? [`vardgivare>klinik|${a}`] : [`kommun|${a}`, `vardgivare|${b}`];
      for (const half of halves) split.set(half, [...(split.get(half) ?? []), unit]);
    }
  }
  const list = (niva: string) => [...(by[niva] ?? [])];
  return { kommun: list('kommun'), delregion: list('delregion'), vardgivare: list('vardgivare'), split };
}

/**
 * Every equation the attacker can write down, with the sets that lie within one another. `days`: also how many days a case of
 * each band has.
 */
export function addAll(system: System, map: Membership, days: boolean): void {
  const { blocks } = system.counts;
  const units = unitsOf(system.counts);
  const known = new Map<string, Keysum[]>();
  const months = new Set(
    [...blocks.values()].filter((b) => b.periodtyp === 'manad').map((b) => monthOf(b.period)),
  );
  for (const block of blocks.values()) {
    if (block.periodtyp === ALL) {
      overYears(system, block);
      continue;
    }
    const signature = `${block.set}|${block.periodtyp}|${[...block.keys.keys()].join(';')}`;
    const sums = known.get(signature) ?? keysums(block);
    known.set(signature, sums);
    for (const { whole, parts, rest, factors } of sums) {
      if (factors !== undefined && !days) continue;
      const v = block.keys.get(whole)!;
      const terms = parts.map((key) => block.keys.get(key)!);
      if (rest !== '') {
        terms.push(addRest(system, `rest:${parts[0]}:${labelOf(system, v)}`, rest === 'persons'));
      }
      addSum(system, v, terms, factors);
    }
    overUnits(system, block, units, map);
    overTime(system, block, months);
    overGroups(system, block);
    overWeekend(system, block, monthsOf(block));
    for (const [whole, part] of WITHIN) {
      if (block.set === whole) link(system, block, [at(system, block, { set: part })], 'utanfor');
    }
  }
}

const at = ({ counts }: System, b: Block, other: Partial<Block>): Block | undefined => {
  const { set, niva, unit, periodtyp, period, grupp } = { ...b, ...other };
  return counts.blocks.get(placeOf(set, niva, unit, periodtyp, period, grupp));
};

/** Each key's count is the sum of the parts', with a rest of that name unless it is empty. */
function link(
  system: System,
  whole: Block,
  parts: (Block | undefined)[],
  rest: string,
  onlyDays = false,
): void {
  if (parts.length === 0 || parts.includes(undefined)) return;
  for (const [key, v] of whole.keys) {
    const days = key.includes('|');
    if (onlyDays && !days) continue;
    const terms = (parts as Block[]).map((p) => p.keys.get(key));
    if (terms.includes(undefined)) continue;
    const list = terms as number[];
    if (rest !== '') list.push(addRest(system, `rest:${rest}:${labelOf(system, v)}`, !days));
    addSum(system, v, list);
  }
}

function overUnits(system: System, block: Block, units: Units, map: Membership): void {
  const of = (niva: string, list: string[], rest: string) =>
    link(
      system,
      block,
      list.map((unit) => at(system, block, { niva, unit })).filter((b) => b !== undefined || rest === ''),
      rest,
    );
  if (block.niva === 'region') {
    of('kommun', units.kommun, 'utomlans');
    of('delregion', units.delregion, 'utanfor_delregion');
    of('vardgivare', units.vardgivare, 'utan_vardgivare');
  }
  if (block.niva === 'delregion') {
    const { kommuner, exact } = members(block, map);
    of('kommun', kommuner, exact ? '' : 'del_av_tiden');
  }
  for (const [name, rest] of [
    ['kommun', 'ovriga_vardgivare'],
    ['vardgivare', 'ovriga_kommuner'],
  ] as const) {
    if (block.niva === name) of('kommun_vardgivare', units.split.get(`${name}|${block.unit}`) ?? [], rest);
  }
  if (block.niva === 'vardgivare')
    of('klinik', units.split.get(`vardgivare>klinik|${block.unit}`) ?? [], 'ovriga_kliniker');
}

/** Kommuner in the delregion all the time, and whether no other was there for part of it (or may have been). */
function members(block: Block, map: Membership): { kommuner: string[]; exact: boolean } {
  const [from, to] = monthsOf(block);
  // Cases around a holiday, and those who wait, may leave at any later time.
  const open = block.periodtyp === 'helg' || block.set === 'dygn' || block.set === 'pagaende';
  const first = block.periodtyp === 'helg' ? block.period : isoOf(from);
  const end = open ? '9999-12-31' : isoOf(to);
  const there = map.filter(
    (m) => m.delregion === block.unit && m.fran < end && (m.till === null || m.till >= first),
  );
  const full = there.filter((m) => m.fran < first || (m.fran === first && block.periodtyp !== 'helg'));
  const lasting = full.filter((m) => m.till === null || (!open && nextDay(m.till) >= end));
  return { kommuner: lasting.map((m) => m.kommun), exact: lasting.length === there.length };
}

function nextDay(iso: string): string {
  const [y, m, d] = iso.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(y, m - 1, d + 1)).toISOString().slice(0, 10);
}

function overTime(system: System, block: Block, months: Set<number>): void {
  const onlyDays = NOT_OVER_TIME.includes(block.set);
  const [from, to] = monthsOf(block);
  if (block.periodtyp === 'manad' || to === from) return;
  for (const [finer, span] of Object.entries(SPAN)) {
    if (finer === 'rullande12' || span >= to - from || (block.periodtyp === 'rullande12' && span > 1))
      continue;
    const parts: (Block | undefined)[] = [];
    for (let m = from; m < to; m += span) {
      const part = at(system, block, { periodtyp: finer, period: isoOf(m) });
      // Before the first month and after the last there are no cases.
      const spans = Array.from({ length: span }, (_, i) => m + i);
      if (part !== undefined || spans.some((x) => months.has(x))) parts.push(part);
    }
    link(system, block, parts, '', onlyDays);
  }
}

/** All that there is: the years, and whoever has not left yet. */
function overYears(system: System, block: Block): void {
  const years = [...system.counts.blocks.values()].filter(
    (b) => b.set === block.set && b.niva === block.niva && b.periodtyp === 'ar' && b.grupp === block.grupp,
  );
  link(system, block, years, 'kvar');
}

function overGroups(system: System, block: Block): void {
  const of = (...list: string[]) => list.map((grupp) => at(system, block, { grupp }));
  if (block.grupp === 'alla') {
    link(system, block, of('65plus'), 'under65');
    link(system, block, of('80plus'), 'under80');
    link(system, block, of('somatik', 'psykiatri'), 'okand_vardform');
  }
  if (block.grupp === '65plus') link(system, block, of('80plus'), '65till79');
}
