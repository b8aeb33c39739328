/** What groups, levels, categories and columns are called where a reader meets them. */

import type { BroRad, Tillstand, TrattRad, Utfall } from '../../data-loaders/judgement-types.ts';
import type { Grupp, Niva } from '../../data-loaders/types.ts';
import { formatDate, shortWeekdays, weekdayOf, weekdays } from './format.ts';

/** Keeps a dash and what follows on one line. */
const JOINER = '\u2060';

const groups: Record<Grupp, string> = {
  alla: 'alla',
  somatik: 'somatik',
  psykiatri: 'psykiatri',
  '65plus': '65 år och äldre',
  '80plus': '80 år och äldre',
};
/** Readable name of a group. */
export function groupName(group: Grupp): string {
  return groups[group];
}

const levels: Record<Niva, string> = {
  kommun: 'kommun',
  delregion: 'delregion',
  region: 'region',
  vardgivare: 'vårdgivare',
  kommun_vardgivare: 'kommun och vårdgivare',
  klinik: 'klinik',
};
/** Readable name of a level. */
export function levelName(level: Niva): string {
  return levels[level];
}

const steps: Record<BroRad['steg'], string> = {
  skr: 'Medelvärde enligt SKR',
  nolldagar: 'Fall utan väntan räknas in',
  individuella: 'Långa fall lyfts ut',
  klockslag: 'Dagar och klockslag utan ansvar',
  modell: 'Modellens medelvärde',
};
/** Readable name of a step. */
export const stepName = (steg: BroRad['steg']): string => steps[steg];

const outcomes: Record<Utfall, string> = {
  uppnatt: 'uppnått',
  ej_uppnatt: 'ej uppnått',
  gar_inte_att_avgora: 'går inte att avgöra',
  skyddad: 'skyddad',
  saknas: 'saknas',
};
/** A goal's outcome in a word. */
export const outcomeName = (utfall: Utfall): string => outcomes[utfall];

const states: Record<Tillstand, string> = {
  under: 'under',
  over: 'över',
  gemensam_analys: 'över, gemensam analys',
  betalningsskyldig: 'betalar',
  gar_inte_att_avgora: 'går inte att avgöra',
  gar_inte_att_visa: 'skyddad',
  inga_fall: 'inga fall',
  utan_troskel: 'tröskel ej angiven',
  saknas: 'saknas',
};
/** How a kommun stands to a payment model in a month. */
export const stateName = (tillstand: Tillstand): string => states[tillstand];

const positions: Record<TrattRad['lage'], string> = {
  fa_fall: 'få fall',
  inom: 'inom 95 %',
  under_95: 'under 95 %',
  over_95: 'över 95 %',
  under_998: 'under 99,8 %',
  over_998: 'över 99,8 %',
};
/** Where a unit lies in a funnel. */
export const positionName = (lage: TrattRad['lage']): string => positions[lage];

const categories: Record<string, string> = {
  storhelg: 'storhelg',
  rod_dag: 'röd dag',
  helgdagsafton: 'helgdagsafton',
  klamdag: 'klämdag',
  lordag: 'lördag',
  sondag: 'söndag',
  vardag: 'vardag',
  ordinart_boende: 'ordinärt boende',
  sarskilt_boende: 'särskilt boende',
  korttid: 'korttid',
  annat_sjukhus: 'annat sjukhus',
  mobilt_sjukhusteam: 'mobilt sjukhusteam',
  avliden: 'avliden',
  annat: 'annat',
  gron: 'grön',
  gul: 'gul',
  rod: 'röd',
  oforandrade: 'oförändrade',
  nytillkomna_socialtjanst: 'nytillkomna, socialtjänst',
  nytillkomna_halso_och_sjukvard: 'nytillkomna, hälso- och sjukvård',
  avancerade: 'avancerade',
  hjalpmedel: 'hjälpmedel',
  rehab: 'rehabilitering',
  nya_insatser: 'nya insatser',
  utokade_insatser: 'utökade insatser',
  trygghetslarm: 'trygghetslarm',
  korttidsplats: 'korttidsplats',
  lakemedel: 'läkemedel',
  transport: 'transport',
  information: 'information',
  patientens_onskan: 'patientens önskan',
  framgar_inte: 'framgår inte',
  kommunens_ben: 'till kommunklar',
  rest: 'efter kommunklar',
  sol: 'socialtjänst (SoL)',
  hsl: 'hälso- och sjukvård (HSL)',
  inskrivningsmeddelande: 'inskrivningsmeddelande',
  sip_kallelse: 'kallelse till SIP',
  traff: 'beräknad dag',
  tidigare: 'tidigare',
  fel: 'fel i dagar',
  senare: 'senare',
  kvar: 'kvar på sjukhus',
  hogst: 'högst så länge som gränsen',
  over: 'längre än gränsen',
  klockslag: 'klockslag känt',
  datum: 'bara datum',
  utan_kallelse: 'utan kallelse till samordnad individuell planering',
  alla: 'alla',
};

/** Readable name of a `kategori`: weekday, matrix cell, day class, destination, date of discharge; unknown ones as they are. */
export function categoryName(category: string): string {
  if (/^[1-7]$/.test(category)) return weekdays[Number(category) - 1]!;
  if (/^[1-7]-[1-7]$/.test(category)) {
    return `klar ${weekdays[Number(category[0]) - 1]}, utskriven ${weekdays[Number(category[2]) - 1]}`;
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(category)) {
    return `${shortWeekdays[weekdayOf(category) - 1]} ${formatDate(category, false)}`;
  }
  if (category.includes('+')) return category.split('+').map(categoryName).join(', ');
  return categories[category] ?? category;
}

/** A band of days: `0 dagar`, `1 dag`, `1–2 dagar`, `minst 21 dagar`. */
export function bandName(category: string): string {
  const [first, last] = category.split('-');
  if (last === '') return `minst ${first} dagar`;
  if (last !== undefined) return `${first}–${JOINER}${last} dagar`;
  return first === '1' ? '1 dag' : `${first} dagar`;
}

/** A required column as a reader names it: `antal i befolkning` for `befolkning.antal`, `a eller b` for `a|b`. */
export function columnName(krav: string): string {
  return krav
    .split('|')
    .map((column) => column.split('.').reverse().join(' i '))
    .join(' eller ');
}
