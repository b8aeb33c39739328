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

/** Parts of a core that are values of a dimension under another name; the others are (`ater=1`). */
export const KARNNAMN: Partial<Record<Mangd, Record<string, string>>> = {
  fall: { n0: 'vantat=0', n1: 'vantat=1' },
};

/** Parts of a core whose sum of days is the whole's: nobody else has any. */
export const HELA_SUMMAN = ['n1'];

/**
 * Dimensions whose values do not add up to the whole: `rest` leaves an unprinted rest, of `flervard` one case may have several
 * values. A name that ends in `_` stands for every dimension that begins so. All others must add up exactly.
 */
export const DIMENSIONER: Partial<Record<Mangd, Record<string, 'rest' | 'flervard'>>> = {
  fall: {
    orsak: 'flervard',
    frist_: 'rest',
    helgklar: 'rest',
    kk: 'rest',
    ber: 'rest',
    sol: 'rest',
    hsl: 'rest',
  },
};

/** Values of one dimension that split values of another (`*`: any value not named); `rest`: not wholly. */
export const FORFININGAR: { fin: string; grov: string; karta: Record<string, string>; rest?: true }[] = [
  { fin: 'vantan', grov: 'vantat', karta: { '0': '0', '*': '1' } },
  { fin: 'klar', grov: 'helgklar', karta: { '4': 'ja', '5': 'ja' } },
  { fin: 'retur', grov: 'ater', karta: { '*': '1' } },
  { fin: 'nasta', grov: 'ater', karta: { '1': '1' }, rest: true },
  { fin: 'ater', grov: 'alla', karta: { '1': '1' }, rest: true },
];

/**
 * Values that are the same days but for holidays: in a period without holidays on them one is the other. Whether it has any
 * is common knowledge, so the rest counts as possible only in a period where somebody is in it.
 */
export const SAMMA_DAGAR: { mangd: Mangd; hel: string; del: string }[] = ['klar', 'ut'].flatMap((dim) => [
  { mangd: 'fall', hel: `${dim}=6`, del: `${dim}klass=lordag` },
  { mangd: 'fall', hel: `${dim}=7`, del: `${dim}klass=sondag` },
]);

/** Sets whose cases are not added up over periods: one case has days in several months. Their sums of days are. */
export const EJ_OVER_TID: Mangd[] = ['dygn', 'pagaende'];

/** Ending of the key of a sum over the cases that the rest of the key counts (days); shown and hidden with their number. */
export const SUMMA = '|summa';

/**
 * Days that one case of a key can have, least and most: who knows the days knows something of the cases. `mest` by period type
 * where it is the calendar's, null where there is no most.
 */
export const DAGAR_PER_FALL: {
  mangd: Mangd;
  nyckel: string;
  minst: number;
  mest: number | null | Partial<Record<Periodtyp, number>>;
}[] = [
  { mangd: 'dygn', nyckel: 'n', minst: 1, mest: { manad: 31, kvartal: 92, halvar: 184, ar: 366 } },
  { mangd: 'fall', nyckel: 'n1', minst: 1, mest: null },
  { mangd: 'fall', nyckel: 'vantan=1', minst: 1, mest: 1 },
  { mangd: 'fall', nyckel: 'vantan=2-3', minst: 2, mest: 3 },
  { mangd: 'fall', nyckel: 'vantan=4-6', minst: 4, mest: 6 },
  { mangd: 'fall', nyckel: 'vantan=7-13', minst: 7, mest: 13 },
  { mangd: 'fall', nyckel: 'vantan=14-20', minst: 14, mest: 20 },
  { mangd: 'fall', nyckel: 'vantan=21-', minst: 21, mest: null },
];

/** Counted sets of which one lies within the other; the rest are stays without readiness, cases that nobody pays for. */
export const MANGDLANKAR: { hel: Mangd; del: Mangd; rest: string }[] = [
  { hel: 'vardtillfalle', del: 'fall', rest: 'utan_utskrivningsklar' },
  { hel: 'fall', del: 'betalning', rest: 'utan_betalningsdag' },
  { hel: 'episod', del: 'episod_klar', rest: 'ej_klara' },
];

/** Levels. `delar` of kommun and vardgivare in `kommun_vardgivare` are found by the two halves of the id. */
export const ENHETSLANKAR: { hel: Niva; delar: Niva; rest: string }[] = [
  { hel: 'delregion', delar: 'kommun', rest: 'byte_under_perioden' },
  { hel: 'region', delar: 'kommun', rest: 'utomlans' },
  { hel: 'region', delar: 'delregion', rest: 'utan_delregion' },
  { hel: 'region', delar: 'vardgivare', rest: 'utan_vardgivare' },
  { hel: 'kommun', delar: 'kommun_vardgivare', rest: 'ovriga_vardgivare' },
  { hel: 'vardgivare', delar: 'kommun_vardgivare', rest: 'ovriga_kommuner' },
  { hel: 'vardgivare', delar: 'klinik', rest: 'ovriga_kliniker' },
];

/**
 * Periods. A whole is the sum of the parts that lie inside it. `foljer`: where the count is published for all periods of such a type
 * in between, the sum follows from theirs, so it gives nothing new away, but bounds its parts on its own.
 */
export const PERIODLANKAR: { hel: Periodtyp; delar: Periodtyp; foljer?: Periodtyp[] }[] = [
  { hel: 'kvartal', delar: 'manad' },
  { hel: 'halvar', delar: 'kvartal' },
  { hel: 'ar', delar: 'halvar' },
  { hel: 'halvar', delar: 'manad', foljer: ['kvartal'] },
  { hel: 'ar', delar: 'kvartal', foljer: ['halvar'] },
  { hel: 'ar', delar: 'manad', foljer: ['kvartal', 'halvar'] },
  { hel: 'rullande12', delar: 'manad' },
];

/** Groups; whoever has an unknown age or form of care is in the rest. */
export const GRUPPLANKAR: { hel: Grupp; delar: Grupp[]; rest: string }[] = [
  { hel: 'alla', delar: ['65plus'], rest: 'under65' },
  { hel: 'alla', delar: ['80plus'], rest: 'under80' },
  { hel: '65plus', delar: ['80plus'], rest: '65till79' },
  { hel: 'alla', delar: ['somatik', 'psykiatri'], rest: 'okand_vardform' },
];

/**
 * Tiers, from most to least read: a count's tier is the sum of its ranks. Each tier is protected on its own, the lowest first,
 * and only counts of the tier itself are hidden for others' sake: the coarse is never lost because of the fine. A whole
 * must not rank after its parts.
 */
export const RANG = {
  niva: { region: 0, delregion: 1, vardgivare: 1, kommun: 2, kommun_vardgivare: 5, klinik: 5 },
  periodtyp: { ar: 0, halvar: 1, kvartal: 2, manad: 3, rullande12: 4, helg: 1 },
  grupp: { alla: 0, '65plus': 1, somatik: 1, psykiatri: 1, '80plus': 2 },
  mangd: {
    fall: 0,
    episod: 0,
    dygn: 0,
    pagaende: 0,
    helgfall: 0,
    vardtillfalle: 1,
    episod_klar: 1,
    betalning: 1,
  },
  /** By number of dimensions in the key: the core, one, two. */
  nyckel: [0, 1, 2],
} satisfies {
  niva: Record<Niva, number>;
  periodtyp: Record<Periodtyp, number>;
  grupp: Record<Grupp, number>;
  mangd: Record<Mangd, number>;
  nyckel: number[];
};

/** Within a tier, what it costs the reader to lose a cell: the higher, the more read. The cost is the product. */
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
