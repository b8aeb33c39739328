/** The order of rows in every published file, as SQL: part of the contract (docs/filer.md). */
import { GRUPPER, NIVAER, PERIODTYPER } from '../value-lists.ts';

/** Categories with an order of their own, after those that begin with a number (weekdays, bands, dates). */
const ORDERED = [
  'storhelg',
  'rod_dag',
  'helgdagsafton',
  'klamdag',
  'lordag',
  'sondag',
  'vardag',
  'gron',
  'gul',
  'rod',
  'oforandrade',
  'nytillkomna_socialtjanst',
  'nytillkomna_halso_och_sjukvard',
  'avancerade',
  'ordinart_boende',
  'sarskilt_boende',
  'korttid',
  'annat_sjukhus',
  'mobilt_sjukhusteam',
  'avliden',
  'traff',
  'tidigare',
  'senare',
  'kvar',
  'kommunens_ben',
  'rest',
  'sol',
  'hsl',
  'annat',
];

export const position = (words: readonly string[], expression: string): string =>
  `coalesce(list_position([${words.map((word) => `'${word}'`).join(', ')}], ${expression}), 0)`;

/** Order by clause over the contract's columns. `helgtabell_destination`'s `<day>+<slug>` sorts by day, then slug. */
export const ROW_ORDER = [
  position(NIVAER, 'niva'),
  'enhet_id',
  position(PERIODTYPER, 'periodtyp'),
  'period',
  position(GRUPPER, 'grupp'),
  position(ORDERED, "split_part(kategori, '+', 1)"),
  "try_cast(regexp_extract(kategori, '^[0-9]+') as integer)",
  'kategori',
].join(', ');
