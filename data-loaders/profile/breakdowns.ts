/** Breakdowns that a profile does without: at a level some types of period and groups, or all. */
import { type Cells, cellsAt } from '../registry.ts';
import type { Grupp, Indikator, Niva, Periodtyp } from '../types.ts';

type Without = 'allt' | { perioder?: Periodtyp[] | undefined; grupper?: Grupp[] | undefined };

/** What is neither counted nor published, by level. */
export type Utan = Partial<Record<Niva, Without | undefined>>;

/** The cells that are left. */
export function leftOf({ perioder, grupper }: Cells, without: Without | undefined): Cells {
  if (without === 'allt') return { perioder: [], grupper: [] };
  return {
    perioder: perioder.filter((typ) => !without?.perioder?.includes(typ)),
    grupper: grupper.filter((grupp) => !without?.grupper?.includes(grupp)),
  };
}

/** The header as the profile leaves it: levels that lose something are exceptions, and those that lose every cell are gone. */
export function narrowed(indikator: Indikator, utan: Utan): Indikator {
  const undantag: Indikator['undantag'] = {};
  const nivaer = indikator.nivaer.filter((niva) => {
    const cells = leftOf(cellsAt(indikator, niva), utan[niva]);
    if (utan[niva] || indikator.undantag?.[niva]) undantag[niva] = cells;
    return cells.perioder.length > 0 && cells.grupper.length > 0;
  });
  const exceptions = Object.entries(undantag).filter(([niva]) => nivaer.includes(niva as Niva));
  const { undantag: _, ...header } = indikator;
  return {
    ...header,
    nivaer,
    ...(exceptions.length > 0 && { undantag: Object.fromEntries(exceptions) }),
  };
}

/** True when both do without the same, in whatever order they say it. */
export function sameBreakdowns(a: Utan, b: Utan): boolean {
  const told = (all: Utan) =>
    Object.entries(all)
      .map(([niva, without]) =>
        without === undefined || without === 'allt'
          ? `${niva} ${without}`
          : `${niva} ${without.perioder?.toSorted()} ${without.grupper?.toSorted()}`,
      )
      .sort()
      .join('; ');
  return told(a) === told(b);
}
