/** An indicator's published rows, found by unit: a page asks for a few units of a file with many. */
import type { Niva, Periodtyp } from '../../data-loaders/types.ts';
import { grouped, lazy, push, readColumns } from './arrow.ts';

type Key = { niva: Niva; id: string };

/** Row numbers of one unit; most pages ask for series or for categories of an indicator, not for both. */
type UnitRows = {
  /** Type of period, group and category → rows, oldest first. */
  series: () => Map<string, number[]>;
  /** Type of period, period and group → rows in file order. */
  families: () => Map<string, number[]>;
  /** Type of period → periods that have rows, whatever the category, oldest first. */
  periods: () => Map<string, string[]>;
};

export type Frame = ReturnType<typeof openFrame>;

/** The file at `path`, read when first asked for; each unit is sorted out when first asked for. */
export function openFrame(path: string) {
  const file = lazy(() => readColumns(path));
  const unitRows = lazy(() => {
    const [niva, id] = ['niva', 'enhet_id'].map((name) => file().value(name));
    const rows = new Map<string, number[]>();
    // A unit's rows mostly stand together: a name is put together where the unit changes.
    let [key, unit] = ['', [] as unknown[]];
    for (let row = 0; row < file().rows; row++) {
      if (unit[0] !== niva!(row) || unit[1] !== id!(row)) {
        unit = [niva!(row), id!(row)];
        key = unit.join('|');
      }
      push(rows, key, row);
    }
    return rows;
  });
  const sorted = new Map<string, UnitRows>();
  const ofUnit = ({ niva, id }: Key): UnitRows => {
    const key = `${niva}|${id}`;
    const known = sorted.get(key);
    if (known) return known;
    const made = sortOut(file().value, unitRows().get(key) ?? []);
    sorted.set(key, made);
    return made;
  };
  const rowAt = (row: number) => file().plain(row);
  const seriesOf = (unit: Key, typ: Periodtyp, grupp: string, kategori: string) =>
    ofUnit(unit).series().get(`${typ}|${grupp}|${kategori}`) ?? [];
  return {
    cell(unit: Key, typ: Periodtyp, period: string, grupp: string, kategori: string) {
      const periodOf = file().value('period');
      const found = seriesOf(unit, typ, grupp, kategori).find((row) => periodOf(row) === period);
      return found === undefined ? undefined : rowAt(found);
    },
    series: (unit: Key, typ: Periodtyp, grupp: string, kategori: string) =>
      seriesOf(unit, typ, grupp, kategori).map(rowAt),
    categories: (unit: Key, typ: Periodtyp, period: string, grupp: string) =>
      (ofUnit(unit).families().get(`${typ}|${period}|${grupp}`) ?? []).map(rowAt),
    periods: (unit: Key, typ: Periodtyp): string[] => ofUnit(unit).periods().get(typ) ?? [],
  };
}

/** Periods are ISO dates and sort as text. */
function sortOut(value: (name: string) => (row: number) => unknown, rows: number[]): UnitRows {
  const [typ, period, grupp, kategori] = ['periodtyp', 'period', 'grupp', 'kategori'].map(
    (name) => value(name) as (row: number) => string,
  );
  return {
    series: lazy(() => {
      const series = grouped(rows, (row) => `${typ!(row)}|${grupp!(row)}|${kategori!(row)}`);
      for (const one of series.values()) one.sort((a, b) => (period!(a) < period!(b) ? -1 : 1));
      return series;
    }),
    families: lazy(() => grouped(rows, (row) => `${typ!(row)}|${period!(row)}|${grupp!(row)}`)),
    periods: lazy(() => {
      const found = grouped(
        rows.filter((row) => grupp!(row) === 'alla'),
        (row) => typ!(row),
      );
      return new Map(
        [...found].map(([key, own]) => [key, [...new Set(own.map((row) => period!(row)))].sort()]),
      );
    }),
  };
}
