import type { ComparisonChart, IndikatorHuvud, PubliceradRad } from './types.ts';
/** Months newest first; one column per indicator (field `varde`) or per given field. */
export function monthTable(_options: {
  id: string;
  caption: string;
  doldCaption?: boolean;
  /** Rows of one unit and group per indicator and column. */
  kolumner: {
    indikator: IndikatorHuvud;
    rader: PubliceradRad[];
    falt?: 'varde' | 'taljare' | 'namnare' | 'antal';
    rubrik?: string;
  }[];
  troskel: number;
  /** Number of months; default all. */
  antal?: number;
}): string {
  return '';
}
/** The numbers of a comparison chart: unit, value, interval, n; sorted as the chart. */
export function comparisonTable(
  _options: Omit<ComparisonChart, 'titel' | 'beskrivning'> & {
    caption: string;
    doldCaption?: boolean;
    troskel: number;
    /** Link per enhet_id. */
    href?: (enhet_id: string) => string | undefined;
  },
): string {
  return '';
}
