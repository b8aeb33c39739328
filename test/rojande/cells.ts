import type { Block, Cells } from '../../data-loaders/rojande/cells.ts';
import type { Mangd } from '../../data-loaders/rojande/description.ts';

/** Place (`level/unit/period type/period/group`) → key → count. */
export type Antal = Record<string, Record<string, number>>;
/** Delregion → its kommuner, those of part of the time as [kommun, from, to]. */
export type Medlemmar = Record<string, (string | [string, string, string])[]>;

const MONTHS: Record<string, number> = { manad: 1, kvartal: 3, halvar: 6, ar: 12, rullande12: 1 };

function days(periodtyp: string, period: string): Pick<Block, 'start' | 'slut' | 'medlem_slut'> {
  const [y, m] = period.split('-').map(Number) as [number, number];
  const iso = (year: number, month: number, day: number) =>
    new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
  const back = periodtyp === 'rullande12' ? 11 : 0;
  const slut = iso(y, m - 1 + MONTHS[periodtyp]!, 0);
  return { start: iso(y, m - 1 - back, 1), slut, medlem_slut: slut };
}

/** Counts of one set as the solver takes them, in the order written. */
export function cells(antal: Antal, medlemmar: Medlemmar = {}, mangd: Mangd = 'fall'): Cells {
  const blocks: Block[] = Object.keys(antal).map((place) => {
    const [niva, enhet_id, periodtyp, period, grupp] = place.split('/') as [
      string,
      string,
      string,
      string,
      string,
    ];
    return { mangd, niva, enhet_id, periodtyp, period, grupp, ...days(periodtyp, period) } as Block;
  });
  const keys = [...new Set(Object.values(antal).flatMap((counts) => Object.keys(counts)))];
  const entries = Object.values(antal).flatMap((counts, block) =>
    Object.entries(counts).map(([key, value]) => ({ block, key: keys.indexOf(key), value })),
  );
  return {
    blocks,
    keys,
    block: Int32Array.from(entries, (e) => e.block),
    key: Int32Array.from(entries, (e) => e.key),
    value: Int32Array.from(entries, (e) => e.value),
    medlemskap: Object.entries(medlemmar).flatMap(([delregion, list]) =>
      list.map((m) => {
        const [kommun, fran, till] = typeof m === 'string' ? [m, '0001-01-01', null] : m;
        return { delregion, kommun, fran, till };
      }),
    ),
  };
}

/** Place → hidden keys, in the order written. */
export function hiddenKeys(given: Cells, antal: Antal, visible: Uint8Array): Record<string, string[]> {
  const places = Object.keys(antal);
  const hidden: Record<string, string[]> = {};
  for (let i = 0; i < visible.length; i++) {
    if (visible[i] === 1) continue;
    const place = places[given.block[i]!]!;
    hidden[place] = [...(hidden[place] ?? []), given.keys[given.key[i]!]!];
  }
  return hidden;
}
