/** One unit's months in order, split into what may be drawn and what is a gap. */
import type { PubliceradRad, Styrdiagram, StyrdiagramPunkt } from './types.ts';

export type Manad = {
  /** Position on the time axis, 0 = first month. */
  index: number;
  period: string;
  /** Null for a hidden or missing month: it has a slot on the axis and nothing else. */
  varde: number | null;
  slutlig: boolean;
  punkt: StyrdiagramPunkt | undefined;
};

export type Foljd = { fran: number; till: number; langd: number; sida: -1 | 0 | 1 };

/** Monthly rows sorted by period. */
export function byPeriod(rader: PubliceradRad[]): PubliceradRad[] {
  return rader.filter((rad) => rad.periodtyp === 'manad').sort((a, b) => a.period.localeCompare(b.period));
}

/** Every month of the series with its published point. */
export function monthSeries(rader: PubliceradRad[], punkter: StyrdiagramPunkt[]): Manad[] {
  const points = new Map(punkter.map((punkt) => [punkt.period, punkt]));
  return byPeriod(rader).map((rad, index) => ({
    index,
    period: rad.period,
    varde: rad.status === 'visas' ? rad.varde : null,
    slutlig: rad.slutlig === 1,
    punkt: points.get(rad.period),
  }));
}

/** Visible final months as unbroken stretches, for line marks: `z` changes at every gap. */
export function stretches(manader: Manad[]): { index: number; varde: number; z: number }[] {
  let z = 0;
  const drawn: { index: number; varde: number; z: number }[] = [];
  for (const manad of manader) {
    if (!manad.slutlig || manad.varde === null) z += 1;
    else drawn.push({ index: manad.index, varde: manad.varde, z });
  }
  return drawn;
}

/** The latest final month where it is shown: the one that an end dot marks. */
export function atLatest(manader: Manad[]): { index: number; varde: number }[] {
  const last = manader.findLast(({ slutlig }) => slutlig);
  return last && last.varde !== null ? [{ index: last.index, varde: last.varde }] : [];
}

/** Months between two gaps, which a line would not show. */
export function alone(visible: ReturnType<typeof stretches>): ReturnType<typeof stretches> {
  return visible.filter(({ z }, index) => visible[index - 1]?.z !== z && visible[index + 1]?.z !== z);
}

/** Unbroken runs on one side of the mean of at least seven months, as published in `foljd_langd`. */
export function runs(manader: Manad[]): Foljd[] {
  const found: Foljd[] = [];
  for (const { index, punkt } of manader) {
    if (!punkt || punkt.foljd_langd < 7) continue;
    const open = found.at(-1);
    if (punkt.i_rad > 1 && open && open.till === index - 1) open.till = index;
    else found.push({ fran: index, till: index, langd: punkt.foljd_langd, sida: punkt.sida });
  }
  return found;
}

/** Fewer months than this are no series to read. */
const MONTHS = 3;

/** Whether so many months are shown that there is a series to read. */
export const hasSeries = ({ rader }: { rader: PubliceradRad[] }): boolean =>
  rader.filter(({ status }) => status === 'visas').length >= MONTHS;

/** Latest final month, shown or not; undefined where there is none. */
export function latestFinal(rader: PubliceradRad[]): PubliceradRad | undefined {
  return byPeriod(rader)
    .filter((rad) => rad.slutlig === 1)
    .at(-1);
}

/** Months after the latest final one. */
export function notFinalAfter(rader: PubliceradRad[]): PubliceradRad[] {
  const last = latestFinal(rader)?.period ?? '';
  return byPeriod(rader).filter((rad) => rad.slutlig === 0 && rad.period > last);
}

/** Limits of the series clipped to what the unit can be (0, and 100 for percent); null where clipped away. */
export function shownLimits(
  diagram: Styrdiagram,
  percent: boolean,
): { nedre: number | null; ovre: number | null } {
  return {
    nedre: diagram.nedre_grans > 0 ? diagram.nedre_grans : null,
    ovre: percent && diagram.ovre_grans >= 100 ? null : diagram.ovre_grans,
  };
}
