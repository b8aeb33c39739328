import { FILE_TITLES } from '../../data-loaders/file-titles.ts';
import {
  duringPeriod,
  escapeHtml,
  FEW,
  formatDate,
  formatNumber,
  formatPeriod,
  levelName,
  list,
  quantileFloors,
} from '../components/index.ts';
import { notThatIndicator } from './chrome.ts';
import type { Word } from './markdown.ts';
import { delregionOf, explainedId, membersOf, type Page, peersOf, shownFor, spanOf } from './page.ts';

/** A period in running text, with the word when it is not final: "2025", "oktober 2026 (ej slutlig)". */
export function spanText(span: ReturnType<typeof spanOf>): string {
  if (!span) return 'ingen period';
  return formatPeriod(span.typ, span.period) + (span.final ? '' : ' (ej slutlig)');
}

/** The period after a preposition: "under 2025", "i oktober 2026". */
export function inPeriod(span: ReturnType<typeof spanOf>): string {
  return span
    ? duringPeriod(span.typ, span.period) + (span.final ? '' : ' (ej slutlig)')
    : `under ${spanText(span)}`;
}

const month = (page: Page, id: string): string => spanText(spanOf(page, id, page.unit, ['manad']));

/** Names of the files the figures come from; many files are counted instead. */
function sourceFiles({ katalog }: Page, kinds?: string[]): string {
  const names = katalog.filer.filter(({ slag }) => !kinds || kinds.includes(slag)).map(({ fil }) => fil);
  if (names.length === 0) return 'utdragen';
  return names.length > 3 ? `${names.length} utdragsfiler` : list(names);
}

/**
 * "Källa: utskrivningar.csv och utskrivningsklar.csv": the stays, the notices where the figure counts cases, and the other
 * extracts it takes a column of. HTML.
 */
export function sourceText(page: Page, mangd = 'fall', kraver: string[] = []): string {
  const others = kraver.filter((krav) => krav.includes('.')).map((krav) => krav.split('.')[0]!);
  const stays = ['utskrivningar', 'vardtillfallen', ...others];
  const kinds = ['episod', 'vardtillfalle'].includes(mangd) ? stays : [...stays, 'utskrivningsklar'];
  const noisy = page.katalog.metod === 'ckm' ? 'Talen har skyddsbrus. ' : '';
  return `${noisy}Källa: ${escapeHtml(sourceFiles(page, kinds))}`;
}

const hiddenRange = (k: number): string => (k > 2 ? `1–${k - 1}` : '1');

/** A number of the noise; only texts of that method have it. */
const noise = (value = 0): string => formatNumber(value, Number.isInteger(value) ? 0 : 1);

/** A limit of the checks, as the profile has it. */
const checkLimit = ({ katalog }: Page, name: string): string =>
  String(katalog.parametrar[`granskning.${name}`]).replace('.', ',');

/** `25–32`, the profile's weeks. */
export const weekSpan = ({ katalog: { parametrar } }: Page): string =>
  `${parametrar['semesterperiod.fran_vecka']}–${parametrar['semesterperiod.till_vecka']}`;

/** Words that a page's text can hold as `{name}`. Plain text. */
export const words: Record<string, Word> = {
  namn: ({ unit }) => unit.namn,
  fa_fall: () => String(FEW),
  revisionsar: ({ data }) => {
    const last = data.goalYears().at(-1)?.period;
    return last ? `Utfall ${formatPeriod('ar', last)}` : 'Inget helt år är slutligt';
  },
  siffrans_namn: ({ data, path }) => {
    const id = explainedId(path)!;
    const found = data.indicator(id);
    // A title is shown in a tab and in lists of hits, where a long one is cut.
    return found ? (found.titel.length > 50 ? found.kort : found.titel) : FILE_TITLES[id]!;
  },
  senaste_helar: ({ katalog }) => katalog.senaste_slutliga.utskrivning.ar ?? 'årets första dag',
  siffrans_delar: ({ data, path }) =>
    data.indicator(explainedId(path)!) ? 'Vad är täljare och nämnare?' : 'Vad räknas den på?',
  niva: ({ unit }) => levelName(unit.niva),
  region: ({ region }) => `Region ${region.namn.replace(/^Region /, '')}`,
  lan: ({ region }) => region.namn,
  omrade: (page) => peersOf(page).name,
  delregion: (page) => delregionOf(page, page.unit.id)?.namn ?? page.region.namn,
  ifyllda_aktiviteter: ({ katalog, unit }) =>
    katalog.aktiviteter.some(({ kommun }) => kommun === unit.id)
      ? 'Kommunens aktiviteter ur utdragen är ifyllda.'
      : 'Utdragen har inga aktiviteter för kommunen.',
  kommuner: (page) => list(membersOf(page, page.unit.id).map(({ namn }) => namn)) || 'inga kommuner',
  sista_dag: ({ katalog }) => formatDate(katalog.sista_datadag),
  forsta_dag: ({ katalog }) => formatDate(katalog.forsta_dag),
  manad: (page) => month(page, 'medeldagar_alla'),
  period: (page) => spanText(spanOf(page, 'medeldagar_alla')),
  period_varaktighet: (page) => inPeriod(spanOf(page, 'varaktighet')),
  period_veckodag: (page) => inPeriod(spanOf(page, 'veckodag_matris')),
  period_ledtider: (page) => inPeriod(spanOf(page, 'ledtider')),
  period_aterinskrivning: (page) => spanText(spanOf(page, shownFor(page, 'aterinskrivning_30d'))),
  troskel: ({ katalog }) => String(katalog.troskel),
  under_troskel: ({ katalog }) => hiddenRange(katalog.troskel),
  median_golv: ({ katalog }) => formatNumber(quantileFloors(katalog.troskel).median || 1),
  p90_golv: ({ katalog }) => formatNumber(quantileFloors(katalog.troskel).p90 || 1),
  betalning_skyddad: ({ katalog }) =>
    katalog.metod === 'ckm' ? '' : ' Är månaden skyddad visas inget läge.',
  brus_storst: ({ katalog }) => noise(katalog.ckm?.storst),
  brus_minsta: ({ katalog }) => noise(katalog.ckm?.minsta),
  brus_spridning: ({ katalog }) => noise(katalog.ckm?.spridning),
  brus_intervall: ({ katalog }) => (katalog.ckm ? ' Skyddsbruset räknas in.' : ''),
  brus_antal: ({ katalog }) => noise(katalog.ckm?.antal),
  avvisade_tak: ({ katalog }) => formatNumber(100 * Number(katalog.parametrar.max_avvisade_andel)),
  lucka_minst: (page) => checkLimit(page, 'lucka_minst'),
  hopp_kvot: (page) => checkLimit(page, 'hopp_kvot'),
  hopp_brus: (page) => checkLimit(page, 'hopp_brus'),
  inte_den_indikatorn: notThatIndicator,
  program: ({ katalog }) => katalog.program,
  profil: ({ katalog }) => katalog.profilnamn,
  sommarveckor: weekSpan,
  dagar: ({ katalog }) => String(katalog.parametrar['aterinskrivning.dagar']),
};
