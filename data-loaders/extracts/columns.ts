import type { Column } from './headings.ts';

/** How the cells of a column are kept: an id as it stands, a date as day and clock, a text by its place in a word list. */
export type Role = 'id' | 'datum' | 'text';

const IDS = ['vardtillfalle_id', 'patient_id'];
/** Times of a notice of readiness. */
export const NOTICE_DATES = [
  'utskrivningsklar',
  'atertagen',
  'underrattelse',
  'kommunklar',
  'kommunklar_sol',
  'kommunklar_hsl',
  'hemgangsklar',
  'beraknad_utskrivning',
  'inskrivningsmeddelande',
  'sip_kallelse',
];
const DATES = ['inskrivning', 'utskrivning', ...NOTICE_DATES, 'aterinskriven', 'start', 'slut'];

export function roleOf(kolumn: string): Role {
  if (IDS.includes(kolumn)) return 'id';
  return DATES.includes(kolumn) ? 'datum' : 'text';
}

/** The names of a file's known columns that have a role. */
export function namesOf(columns: Column[], role: Role): string[] {
  return columns.flatMap(({ kolumn }) => (kolumn !== null && roleOf(kolumn) === role ? [kolumn] : []));
}

/** Texts that are looked up in lists: always kept as words, however many there are. */
export const LOOKED_UP = [
  'kommun',
  'kommunkod',
  'vardgivare',
  'vardform',
  'utskriven_till',
  'oplanerad',
  'planerad',
  'fodelsear',
  'process',
  'behov',
  'orsak',
];
