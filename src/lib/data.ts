import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Katalog } from '../../data-loaders/catalogue-types.ts';
import { isJudgement, judgedAddress } from '../../data-loaders/judged-keys.ts';
import type {
  Grupp,
  JamforelseRad,
  Niva,
  Periodtyp,
  PubliceradRad,
  Styrdiagram,
  StyrdiagramPunkt,
} from '../../data-loaders/types.ts';
import { grouped, lazy, readColumns, readRows } from './arrow.ts';
import { type Frame, openFrame } from './frame.ts';
import { openJudgements } from './judgements.ts';

/** A unit by its keys in the published files. */
export type Unit = { niva: Niva; id: string };

/** Which group and category of an indicator is meant; `alla` where nothing is said. */
export type Part = { grupp?: Grupp; kategori?: string };

export type KatalogIndikator = Katalog['indikatorer'][number];

export type Data = ReturnType<typeof openData>;

/**
 * The published data behind the pages, read from `dir` (`src/data`), each file once and when first asked for. Values come
 * as they are published; nothing is counted here.
 */
export function openData(dir: string) {
  const file = (name: string) => join(dir, `${name}.arrow`);
  const katalog = lazy(() => JSON.parse(readFileSync(join(dir, 'catalogue.json'), 'utf8')) as Katalog);
  const frames = new Map<string, Frame>();
  const frame = (id: string): Frame => {
    if (!frames.has(id)) frames.set(id, openFrame(file(id)));
    return frames.get(id)!;
  };
  const of = (id: string, row: object) => ({ indikator: id, ...row }) as PubliceradRad;
  const verdicts = lazy(() => grouped(readRows<Styrdiagram>(file('styrdiagram')), chartKey));
  const points = lazy(() => grouped(readRows<StyrdiagramPunkt>(file('styrdiagram_punkt')), chartKey));
  const comparison = lazy(() => readRows<JamforelseRad>(file('jamforelse')));
  return {
    katalog,

    /** The indicator's head and status, undefined for an id that is not built. */
    indicator: (id: string): KatalogIndikator | undefined =>
      katalog().indikatorer.find((indikator) => indikator.id === id),

    /** One published row, undefined where the indicator has none for these keys. */
    cell(id: string, unit: Unit, typ: Periodtyp, period: string, part: Part = {}): PubliceradRad | undefined {
      const { grupp = 'alla', kategori = 'alla' } = part;
      const row = frame(id).cell(unit, typ, period, grupp, kategori);
      return row && of(id, row);
    },

    /** A unit's published rows of one period type, oldest first. */
    series(id: string, unit: Unit, typ: Periodtyp, part: Part = {}): PubliceradRad[] {
      const { grupp = 'alla', kategori = 'alla' } = part;
      return frame(id)
        .series(unit, typ, grupp, kategori)
        .map((row) => of(id, row));
    },

    /** All categories of a unit and period, in file order. */
    categories: (
      id: string,
      unit: Unit,
      typ: Periodtyp,
      period: string,
      grupp: Grupp = 'alla',
    ): PubliceradRad[] =>
      frame(id)
        .categories(unit, typ, period, grupp)
        .map((row) => of(id, row)),

    /** The periods of one type that a unit has rows for, oldest first. */
    periods: (id: string, unit: Unit, typ: Periodtyp): string[] => frame(id).periods(unit, typ),

    /** The control chart's verdict on a monthly series, null where no month is visible. */
    verdict: (id: string, unit: Unit, grupp: Grupp = 'alla'): Styrdiagram | null =>
      verdicts().get(`${id}|${unit.niva}|${unit.id}|${grupp}`)?.[0] ?? null,

    /** The control chart's points, oldest first. */
    points: (id: string, unit: Unit, grupp: Grupp = 'alla'): StyrdiagramPunkt[] =>
      points().get(`${id}|${unit.niva}|${unit.id}|${grupp}`) ?? [],

    /** The address of a judging file's first row, undefined where it has none. */
    judgedExample: (id: string): string | undefined => {
      const { rows, plain } = readColumns(file(id));
      return rows > 0 && isJudgement(id) ? judgedAddress(id, plain(0)) : undefined;
    },

    /** The columns of a judging file, in order. */
    judgedColumns: (id: string): string[] => readColumns(file(id)).names,

    /** Figures published elsewhere, in file order. */
    comparison,

    /** What the published cells mean against payment models, goals and one another. */
    ...openJudgements(file),
  };
}

const chartKey = (row: Styrdiagram | StyrdiagramPunkt) =>
  `${row.indikator}|${row.niva}|${row.enhet_id}|${row.grupp}`;
