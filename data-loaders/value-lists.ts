/** The words that columns of the published files and headers of the indicators may hold, in the order they are written. */

export const NIVAER = ['kommun', 'delregion', 'region', 'vardgivare', 'kommun_vardgivare', 'klinik'] as const;
export type Niva = (typeof NIVAER)[number];
export const PERIODTYPER = ['manad', 'kvartal', 'halvar', 'ar', 'rullande12', 'helg'] as const;
export type Periodtyp = (typeof PERIODTYPER)[number];
export const GRUPPER = ['alla', 'somatik', 'psykiatri', '65plus', '80plus'] as const;
export type Grupp = (typeof GRUPPER)[number];

/** What the values of an indicator are in. */
export const ENHETER = [
  'dagar',
  'procent',
  'kvot',
  'fall per dag',
  'vårdplatser',
  'dygn per 1 000 invånare',
  'fall',
] as const;
/** What `kategori` may hold. */
export const KATEGORIER = [
  'veckodag',
  'veckodag_matris',
  'dagklass',
  'utskrivningsdag',
  'utskrivningsdag_destination',
  'vantan',
  'destination',
  'process',
  'behov',
  'orsak',
  'timme',
  'sommar',
  'ben',
  'frist',
  'retur',
  'vantan_kort',
  'avvikelse',
  'andringar',
  'varsel',
  'sol_hsl',
  'fel',
  'regel',
  'individuell',
  'betalning',
] as const;
/** How disclosure control judges a cell, which set of rows it counts, and which of the cell's numbers says a count. */
export const ROJANDETYPER = ['andel', 'medel', 'fordelning', 'kvantil', 'antal', 'kvot', 'dagandel'] as const;
export const MANGDER = [
  'fall',
  'vardtillfalle',
  'episod',
  'helgfall',
  'episod_klar',
  'dygn',
  'pagaende',
  'betalning',
] as const;
export const TAL = ['taljare', 'namnare', 'antal', 'rest', 'summa', 'delar'] as const;
/** What decides when a period is final. */
export const SLUTLIGREGLER = ['utskrivning', 'aterinskrivning', 'helg'] as const;
