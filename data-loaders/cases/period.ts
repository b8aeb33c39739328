import type { Periodtyp } from '../types.ts';

/** A period as the one who asks writes it: `2024-03`, `2024-Q1`, `2024-H1`, `2024`, `2024-03-R12` (twelve months to March), `2024-06-21` (a storhelg). */
export function periodLabel(periodtyp: Periodtyp, period: string): string {
  const [year, month] = period.split('-');
  switch (periodtyp) {
    case 'manad':
      return `${year}-${month}`;
    case 'kvartal':
      return `${year}-Q${Math.ceil(Number(month) / 3)}`;
    case 'halvar':
      return `${year}-H${Number(month) < 7 ? 1 : 2}`;
    case 'ar':
      return year!;
    case 'rullande12':
      return `${year}-${month}-R12`;
    case 'helg':
      return period;
  }
}

const WORDS: Record<Periodtyp, string> = {
  manad: 'månad',
  kvartal: 'kvartal',
  halvar: 'halvår',
  ar: 'år',
  rullande12: 'rullande tolv månader',
  helg: 'storhelg',
};

/** Shortest first. */
export const PERIOD_TYPES = Object.keys(WORDS) as Periodtyp[];

/** `halvår och år` */
export const periodWords = (types: Periodtyp[]): string => {
  const words = types.map((type) => WORDS[type]);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} och ${words.at(-1)}`;
};
