/**
 * The one description of how published counts add up: which keys a counted set has, and every link from a whole to its
 * parts. All relations the solver protects (and the attack in test/rojande exploits) come from here.
 *
 * `rest` names the cell nobody prints that makes the parts add up to the whole. It is judged like a printed one.
 */
import type { Grupp, Niva, Periodtyp, Rojande } from '../types.ts';

export type Mangd = Rojande['mangd'];

/** Keys of a counted set that are hidden or shown together: the count of cases first, then the two parts it splits into. */
export const KARNA: Record<Mangd, string[]> = {
  fall: ['n', 'n0', 'n1'],
  vardtillfalle: ['n'],
  episod: ['n', 'ater=1', 'ater=0'],
  helgfall: ['n'],
  episod_klar: ['n', 'ater=1', 'ater=0'],
  dygn: ['n'],
  pagaende: ['n'],
  betalning: ['n'],
};

/** Ending of the key of a sum over the cases that the rest of the key counts (days); shown and hidden with their number. */
export const SUMMA = '|summa';

/** Counted sets of which one lies within the other; the rest are stays without readiness, cases that nobody pays for. */
export const MANGDLANKAR: { hel: Mangd; del: Mangd; rest: string }[] = [
  { hel: 'vardtillfalle', del: 'fall', rest: 'utan_utskrivningsklar' },
  { hel: 'fall', del: 'betalning', rest: 'utan_betalningsdag' },
];

/** Levels. `delar` of kommun and vardgivare in `kommun_vardgivare` are found by the two halves of the id. */
export const ENHETSLANKAR: { hel: Niva; delar: Niva; rest: string }[] = [
  { hel: 'delregion', delar: 'kommun', rest: 'byte_under_perioden' },
  { hel: 'region', delar: 'kommun', rest: 'utomlans' },
  { hel: 'region', delar: 'delregion', rest: 'utan_delregion' },
  { hel: 'region', delar: 'vardgivare', rest: 'utan_vardgivare' },
  { hel: 'kommun', delar: 'kommun_vardgivare', rest: 'ovriga_vardgivare' },
  { hel: 'vardgivare', delar: 'kommun_vardgivare', rest: 'ovriga_kommuner' },
];

/**
 * Periods. A whole is the sum of the parts that lie inside it; `kraver_alla`: shown only where every part is; `foljer`: the
 * sum follows from the others, so it gives nothing new away, but bounds its parts on its own.
 */
export const PERIODLANKAR: { hel: Periodtyp; delar: Periodtyp; kraver_alla?: true; foljer?: true }[] = [
  { hel: 'kvartal', delar: 'manad' },
  { hel: 'halvar', delar: 'kvartal' },
  { hel: 'ar', delar: 'halvar' },
  { hel: 'halvar', delar: 'manad', foljer: true },
  { hel: 'ar', delar: 'kvartal', foljer: true },
  { hel: 'ar', delar: 'manad', foljer: true },
  { hel: 'rullande12', delar: 'manad', kraver_alla: true },
];

/** Groups; whoever has an unknown age or form of care is in the rest. */
export const GRUPPLANKAR: { hel: Grupp; delar: Grupp[]; rest: string }[] = [
  { hel: 'alla', delar: ['65plus'], rest: 'under65' },
  { hel: 'alla', delar: ['80plus'], rest: 'under80' },
  { hel: '65plus', delar: ['80plus'], rest: '65till79' },
  { hel: 'alla', delar: ['somatik', 'psykiatri'], rest: 'okand_vardform' },
];

/** What it costs the reader to lose a cell: the higher, the more read. The cost is the product. */
export const VIKT = {
  niva: { kommun: 2, vardgivare: 3, delregion: 4, region: 30, kommun_vardgivare: 1, klinik: 1 },
  periodtyp: { manad: 1, kvartal: 2, halvar: 4, ar: 12, rullande12: 1, helg: 2 },
  grupp: { alla: 4, somatik: 2, psykiatri: 1, '65plus': 2, '80plus': 1 },
  /** By number of dimensions in the key: n itself (all its keys go with it), one, two. */
  nyckel: [12, 3, 1],
} satisfies {
  niva: Record<Niva, number>;
  periodtyp: Record<Periodtyp, number>;
  grupp: Record<Grupp, number>;
  nyckel: number[];
};
