import type { Indikator } from '../types.ts';

/** Whether a reader can choose the indicator on a page: one figure per cell, with a value that is read by itself. */
export const choosable = ({ kategorier, rojande }: Pick<Indikator, 'kategorier' | 'rojande'>): boolean =>
  kategorier === undefined && rojande.typ !== 'antal';
