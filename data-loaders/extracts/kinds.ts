import { fold } from '../profile/fold.ts';
import { NOTICE_DATES } from './columns.ts';
import { readHeadingSets } from './values/rubriker.ts';

export type Slag =
  | 'utskrivningsklar'
  | 'utskrivningar'
  | 'aterinskrivningar'
  | 'vardtillfallen'
  | 'befolkning'
  | 'vardplatser'
  | 'jamforelse'
  | 'aktiviteter';

const STAY = ['vardtillfalle_id', 'patient_id', 'kommun', 'kommunkod', 'vardgivare'];
const NOTICE = [...NOTICE_DATES, 'process', 'behov', 'orsak'];
const ADMISSION = [
  'sjukhus',
  'klinik',
  'vardform',
  'inskrivning',
  'utskrivning',
  'utskriven_till',
  'oplanerad',
  'planerad',
  'fodelsear',
];

/** Ways to satisfy one requirement: any of the sets of columns will do. */
type Requirement = string[][];

const KEY: Requirement = [['vardtillfalle_id'], ['patient_id', 'inskrivning']];
const KOMMUN: Requirement = [['kommun'], ['kommunkod']];
const each = (...columns: string[]): Requirement[] => columns.map((column) => [[column]]);

/** What each kind of extract may hold, and what it must hold. The order is the order of the tables and the docs. */
export const KINDS: Record<Slag, { columns: string[]; required: Requirement[] }> = {
  utskrivningsklar: {
    columns: [...STAY, 'inskrivning', ...NOTICE],
    required: [KEY, KOMMUN, ...each('utskrivningsklar')],
  },
  utskrivningar: {
    columns: [...STAY, ...ADMISSION],
    required: [KEY, ...each('vardgivare', 'inskrivning')],
  },
  aterinskrivningar: {
    columns: ['vardtillfalle_id', 'patient_id', 'inskrivning', 'aterinskriven', 'oplanerad', 'planerad'],
    required: [KEY, ...each('aterinskriven')],
  },
  vardtillfallen: {
    columns: [...STAY, ...ADMISSION, ...NOTICE],
    required: [KOMMUN, [['utskrivningsklar'], ['inskrivning']]],
  },
  befolkning: {
    columns: ['kommun', 'kommunkod', 'ar', 'aldersgrupp', 'antal'],
    required: [KOMMUN, ...each('ar', 'aldersgrupp', 'antal')],
  },
  vardplatser: {
    columns: ['vardgivare', 'manad', 'disponibla'],
    required: each('vardgivare', 'manad', 'disponibla'),
  },
  jamforelse: {
    columns: ['indikator', 'niva', 'enhet', 'period', 'varde', 'antal', 'kalla'],
    required: each('indikator', 'niva', 'enhet', 'period', 'varde', 'kalla'),
  },
  aktiviteter: {
    columns: ['kommun', 'kommunkod', 'start', 'slut', 'rubrik', 'status', 'framgangsfaktor'],
    required: [KOMMUN, ...each('start', 'rubrik')],
  },
};

export const SLAG = Object.keys(KINDS) as Slag[];

/** Every column name the program has. */
export const CANONICAL_COLUMNS = [...new Set(SLAG.flatMap((slag) => KINDS[slag].columns))];

/**
 * Folded heading → column, for the columns of one kind: the profile's headings, the columns' own names, then those of
 * `profiles/rubriker.yaml`. Throws DataError when that file has a fault.
 */
export function headingMap(slag: Slag, kolumner: Record<string, string[]>): Map<string, string> {
  const map = new Map<string, string>();
  const add = (heading: string, column: string) => {
    const key = fold(heading);
    if (!map.has(key)) map.set(key, column);
  };
  const { columns } = KINDS[slag];
  for (const column of columns) for (const heading of kolumner[column] ?? []) add(heading, column);
  for (const column of columns) add(column, column);
  for (const set of readHeadingSets(CANONICAL_COLUMNS)) {
    for (const column of columns) for (const heading of set.kolumner[column] ?? []) add(heading, column);
  }
  return map;
}

/** The kind a file name begins with, without regard to case and diacritics: `Vårdtillfällen 2023.csv` → vardtillfallen. */
export function kindOf(fileName: string): Slag | null {
  const folded = fold(fileName.replace(/\.[^.]*$/, ''));
  return SLAG.find((slag) => folded.startsWith(slag)) ?? null;
}
