import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Table } from 'apache-arrow';
import type { Katalog } from '../../data-loaders/catalogue-types.ts';
import type {
  Grupp,
  JamforelseRad,
  Niva,
  Periodtyp,
  PubliceradRad,
  Styrdiagram,
  StyrdiagramPunkt,
} from '../../data-loaders/types.ts';
import { grouped, lazy, plain, push, readRows, readTable } from './arrow.ts';
import { openJudgements } from './judgements.ts';

/** A unit by its keys in the published files. */
export type Unit = { niva: Niva; id: string };

/** Which group and category of an indicator is meant; `alla` where nothing is said. */
export type Part = { grupp?: Grupp; kategori?: string };

export type KatalogIndikator = Katalog['indikatorer'][number];

/** An indicator's published rows with indexes: cell → row, series → rows, all categories of a cell → rows. */
type Frame = {
  table: Table;
  cells: Map<string, number>;
  series: Map<string, number[]>;
  families: Map<string, number[]>;
  /** Periods of a unit and type that have rows, whatever the category, oldest first. */
  periods: Map<string, string[]>;
};

export type Data = ReturnType<typeof openData>;

/**
 * The published data behind the pages, read from `dir` (`src/data`), each file once and when first asked for. Values come
 * as they are published; nothing is counted here.
 */
export function openData(dir: string) {
  const file = (name: string) => join(dir, `${name}.arrow`);
  const katalog = lazy(() => JSON.parse(readFileSync(join(dir, 'catalogue.json'), 'utf8')) as Katalog);
  const frames = new Map<string, Frame | null>();
  const frame = (id: string): Frame | null => {
    if (!frames.has(id)) frames.set(id, existsSync(file(id)) ? indexed(readTable(file(id))) : null);
    return frames.get(id)!;
  };
  const verdicts = lazy(() => grouped(readRows<Styrdiagram>(file('styrdiagram')), chartKey));
  const points = lazy(() => grouped(readRows<StyrdiagramPunkt>(file('styrdiagram_punkt')), chartKey));
  const comparison = lazy(() => readRows<JamforelseRad>(file('jamforelse')));

  const pick = (f: Frame, id: string, rows: number[] = []) => rows.map((row) => published(f.table, id, row));
  return {
    katalog,

    /** The indicator's head and status, undefined for an id that is not built. */
    indicator: (id: string): KatalogIndikator | undefined =>
      katalog().indikatorer.find((indikator) => indikator.id === id),

    /** One published row, undefined where the indicator has none for these keys. */
    cell(id: string, unit: Unit, typ: Periodtyp, period: string, part: Part = {}): PubliceradRad | undefined {
      const f = frame(id);
      const row = f?.cells.get(cellKey(unit, typ, period, part));
      return f && row !== undefined ? published(f.table, id, row) : undefined;
    },

    /** A unit's published rows of one period type, oldest first. */
    series(id: string, unit: Unit, typ: Periodtyp, part: Part = {}): PubliceradRad[] {
      const f = frame(id);
      return f ? pick(f, id, f.series.get(seriesKey(unit, typ, part))) : [];
    },

    /** All categories of a unit and period, in file order. */
    categories(
      id: string,
      unit: Unit,
      typ: Periodtyp,
      period: string,
      grupp: Grupp = 'alla',
    ): PubliceradRad[] {
      const f = frame(id);
      return f ? pick(f, id, f.families.get(familyKey(unit, typ, period, grupp))) : [];
    },

    /** The periods of one type that a unit has rows for, oldest first. */
    periods: (id: string, unit: Unit, typ: Periodtyp): string[] =>
      frame(id)?.periods.get(unitKey(unit, typ)) ?? [],

    /** The control chart's verdict on a monthly series, null where no month is visible. */
    verdict: (id: string, unit: Unit, grupp: Grupp = 'alla'): Styrdiagram | null =>
      verdicts().get(`${id}|${unit.niva}|${unit.id}|${grupp}`)?.[0] ?? null,

    /** The control chart's points, oldest first. */
    points: (id: string, unit: Unit, grupp: Grupp = 'alla'): StyrdiagramPunkt[] =>
      points().get(`${id}|${unit.niva}|${unit.id}|${grupp}`) ?? [],

    /** Figures published elsewhere, in file order. */
    comparison,

    /** What the published cells mean against payment models, goals and one another. */
    ...openJudgements(file),
  };
}

const cellKey = (u: Unit, typ: string, period: string, { grupp = 'alla', kategori = 'alla' }: Part) =>
  `${u.niva}|${u.id}|${typ}|${period}|${grupp}|${kategori}`;
const seriesKey = (u: Unit, typ: string, { grupp = 'alla', kategori = 'alla' }: Part) =>
  `${u.niva}|${u.id}|${typ}|${grupp}|${kategori}`;
const familyKey = (u: Unit, typ: string, period: string, grupp: string) =>
  `${u.niva}|${u.id}|${typ}|${period}|${grupp}`;
const unitKey = (u: Unit, typ: string) => `${u.niva}|${u.id}|${typ}`;
const chartKey = (row: Styrdiagram | StyrdiagramPunkt) =>
  `${row.indikator}|${row.niva}|${row.enhet_id}|${row.grupp}`;

function published(table: Table, id: string, row: number): PubliceradRad {
  return { indikator: id, ...plain(table, row) } as PubliceradRad;
}

/** Series come out oldest first whatever the file's order: periods are ISO dates and sort as text. */
function indexed(table: Table): Frame {
  const [niva, enhet, typ, period, grupp, kategori] = [
    'niva',
    'enhet_id',
    'periodtyp',
    'period',
    'grupp',
    'kategori',
  ].map((name) => Array.from(table.getChild(name) ?? [], String));
  const frame: Frame = {
    table,
    cells: new Map(),
    series: new Map(),
    families: new Map(),
    periods: new Map(),
  };
  for (let row = 0; row < table.numRows; row++) {
    const unit = { niva: niva![row] as Niva, id: enhet![row]! };
    const part = { grupp: grupp![row] as Grupp, kategori: kategori![row]! };
    frame.cells.set(cellKey(unit, typ![row]!, period![row]!, part), row);
    push(frame.series, seriesKey(unit, typ![row]!, part), row);
    const family = familyKey(unit, typ![row]!, period![row]!, part.grupp);
    if (part.grupp === 'alla' && !frame.families.has(family))
      push(frame.periods, unitKey(unit, typ![row]!), period![row]!);
    push(frame.families, family, row);
  }
  for (const periods of frame.periods.values()) periods.sort();
  for (const rows of frame.series.values()) rows.sort((a, b) => (period![a]! < period![b]! ? -1 : 1));
  return frame;
}
