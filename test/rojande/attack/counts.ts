/**
 * What an attacker reads: every count that the published rows speak of, shown or hidden. Nothing of data-loaders/rojande is
 * used; what a row's numbers count is read in the catalogue of indicators, which is published too.
 */
export type Row = {
  indikator: string;
  niva: string;
  enhet_id: string;
  periodtyp: string;
  period: string;
  grupp: string;
  kategori: string;
  taljare: number | null;
  namnare: number | null;
  antal: number | null;
  status: string;
};

/** An indicator in the catalogue: what its numbers count, by key. */
export type Header = { id: string; rojande: { typ: string; mangd: string; visar: Record<string, string> } };

/** One counted set of one unit, period and group: number of each key's count. */
export type Block = {
  set: string;
  niva: string;
  unit: string;
  periodtyp: string;
  period: string;
  grupp: string;
  keys: Map<string, number>;
};

export type Counts = {
  blocks: Map<string, Block>;
  /** By number: the value, null where it is hidden. */
  value: (number | null)[];
  block: Block[];
  key: string[];
  /** Calendar days of each class of day, by `period type|period|class`. */
  days: Map<string, number>;
};

export const placeOf = (
  set: string,
  niva: string,
  unit: string,
  periodtyp: string,
  period: string,
  g: string,
) => `${set}|${niva}|${unit}|${periodtyp}|${period}|${g}`;

export const nameOf = ({ block, key }: Counts, v: number): string => {
  const { set, niva, unit, periodtyp, period, grupp } = block[v]!;
  return `${placeOf(set, niva, unit, periodtyp, period, grupp)}|${key[v]}`;
};

/** Kinds of indicator whose numerator counts within the denominator. */
const PARTS = ['andel', 'fordelning', 'medel'];

/** The number that the row gives for a key, null where it gives none. */
function told(row: Row, typ: string, column: string): number | null {
  const { taljare, namnare, antal, status } = row;
  // Nothing to divide by: all numbers stand as 0, also those that are not (a ratio's numerator, the cases without days).
  const divided = status !== 'saknas' || PARTS.includes(typ) || (typ === 'dagandel' && column === 'taljare');
  if (!divided && column !== 'namnare') return null;
  if (column === 'taljare') return taljare;
  if (column === 'namnare') return namnare;
  if (column === 'antal') return antal;
  if (taljare === null || namnare === null) return null;
  if (column === 'rest') return namnare - taljare;
  return column === 'summa' ? namnare + taljare : null;
}

/** The key that a row of this category counts. */
function keyOf(pattern: string, kategori: string): string {
  const [k1 = '', k2 = ''] = kategori.split(kategori.includes('+') ? '+' : '-');
  return pattern.replace('{kategori}', kategori).replace('{k1}', k1).replace('{k2}', k2);
}

/** Numbers of the counts that each hidden row shows, by its address. */
export function hiddenRows(counts: Counts, rows: Row[], headers: Header[]): Map<string, number[]> {
  const by = new Map(headers.map(({ id, rojande }) => [id, rojande]));
  const found = new Map<string, number[]>();
  for (const { indikator, niva, enhet_id, periodtyp, period, grupp, kategori, status } of rows) {
    if (status !== 'skyddad') continue;
    const { mangd, visar } = by.get(indikator)!;
    const keys = counts.blocks.get(placeOf(mangd, niva, enhet_id, periodtyp, period, grupp))!.keys;
    found.set(
      [indikator, niva, enhet_id, periodtyp, period, grupp, kategori].join('|'),
      Object.keys(visar).map((pattern) => keys.get(keyOf(pattern, kategori))!),
    );
  }
  return found;
}

/** Adds the rows' counts. Throws where two rows show different numbers for one count. */
export function addRows(counts: Counts, rows: Row[], { id, rojande }: Header): void {
  const visar = Object.entries(rojande.visar);
  for (const row of rows) {
    if (row.status === 'saknas' && row.namnare === null) continue;
    const { niva, enhet_id: unit, periodtyp, period, grupp, kategori } = row;
    if (id === 'fall_per_kalenderdag' && row.namnare !== null)
      counts.days.set(`${periodtyp}|${period}|${kategori}`, row.namnare);
    const place = placeOf(rojande.mangd, niva, unit, periodtyp, period, grupp);
    let block = counts.blocks.get(place);
    if (block === undefined) {
      block = { set: rojande.mangd, niva, unit, periodtyp, period, grupp, keys: new Map() };
      counts.blocks.set(place, block);
    }
    for (const [pattern, column] of visar) {
      const key = keyOf(pattern, kategori);
      const value = told(row, rojande.typ, column);
      const v = block.keys.get(key);
      if (v === undefined) {
        block.keys.set(key, counts.value.push(value) - 1);
        counts.block.push(block);
        counts.key.push(key);
      } else if (value !== null) {
        const known = counts.value[v]!;
        if (known !== null && known !== value)
          throw new Error(`${id}: ${nameOf(counts, v)} is ${value} here, ${known} elsewhere`);
        counts.value[v] = value;
      }
    }
  }
}

/** Period type of all that there is in the extracts, whenever it was. */
export const ALL = 'allt';

/** Adds how many of a set there are in the whole region, whenever they ended: the rows used, which the manifest tells. */
export function addTotal(counts: Counts, set: string, total: number): void {
  const region = [...counts.blocks.values()].find((b) => b.set === set && b.niva === 'region');
  if (region === undefined) return;
  const block: Block = { ...region, periodtyp: ALL, period: '', grupp: 'alla', keys: new Map() };
  block.keys.set('n', counts.value.push(total) - 1);
  counts.block.push(block);
  counts.key.push('n');
  counts.blocks.set(placeOf(set, 'region', block.unit, ALL, '', 'alla'), block);
}

export const noCounts = (): Counts => ({ blocks: new Map(), value: [], block: [], key: [], days: new Map() });
