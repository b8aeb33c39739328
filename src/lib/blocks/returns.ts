import type { Grupp, PubliceradRad } from '../../../data-loaders/types.ts';
import {
  bandName,
  type Cell,
  capitalize,
  categoryName,
  comparisonChart,
  comparisonTable,
  dataTable,
  escapeHtml,
  figure,
  formatNumber,
  list,
  tableDetails,
} from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { cellOf, indicatorOf, type Page, type Span, spanOf } from '../page.ts';
import { sourceText, spanText } from '../words.ts';
import { switchedOff } from './registry.ts';
import { definitionHref } from './unit.ts';
import { NONE } from './weekday.ts';

/** A named rule: an indicator, or a group of one. */
type Rule = { id: string; grupp?: Grupp; namn?: string };

/** In the order they are read. */
const RULES: Rule[] = [
  { id: 'aterinskrivning_30d' },
  { id: 'aterinskrivning_30d_nasta' },
  { id: 'aterinskrivning_30d_alla' },
  { id: 'aterinskrivning_30d_svu' },
  { id: 'aterinskrivning_30d', grupp: '65plus', namn: '65 år och äldre' },
  { id: 'aterinskrivning_30d', grupp: '80plus', namn: '80 år och äldre' },
];

/** Readmission by every named rule on the same data: the region's latest final year. */
export const aterinskrivning_varianter: Block = (page) => {
  const span = spanOf(page, 'aterinskrivning_30d_alla', page.region);
  if (!span) return NONE;
  return dataTable({
    id: 'tabell-aterinskrivning-regler',
    caption: `Återinskrivning enligt varje regel, ${page.region.namn}, ${spanText(span)}`,
    radrubrik: 'Regel',
    kolumner: [
      { rubrik: 'Andel', enhet: 'procent' },
      { rubrik: 'Återinskrivna' },
      { rubrik: 'Utskrivningar' },
      { rubrik: 'Räknas', text: true },
      { rubrik: 'Av', text: true },
    ],
    rader: RULES.map((rule) => ({
      rubrik: nameOf(page, rule),
      href: definitionHref(rule.id),
      celler: ruleCells(page, rule, span),
    })),
    troskel: page.katalog.troskel,
  });
};

function nameOf(page: Page, { id, namn }: Rule): string {
  const { titel } = indicatorOf(page, id);
  return namn ? `${titel}, ${namn}` : titel;
}

function ruleCells(page: Page, { id, grupp = 'alla', namn }: Rule, span: Span): Cell[] {
  const head = indicatorOf(page, id);
  const off = switchedOff(head);
  const known = page.katalog.grupper.includes(grupp);
  const rad = page.data.cell(id, page.region, span.typ, span.period, { grupp });
  const denominator = namn ? `${head.namnare}, ${namn} vid utskrivningen` : head.namnare;
  const why = off || (known ? '' : 'Kan inte räknas: kolumnen fodelsear levererades inte.');
  return [
    cellOf(page, rad),
    cellOf(page, rad, 'taljare'),
    cellOf(page, rad, 'namnare'),
    { html: `${escapeHtml(capitalize(head.taljare))}${why ? `. <strong>${escapeHtml(why)}</strong>` : ''}` },
    { text: capitalize(denominator) },
  ];
}

type Breakdown = {
  /** Name of a category, and of the whole the categories are compared with. */
  namn: (kategori: string) => string;
  radrubrik: string;
  helhet: string | null;
  titel: (rader: PubliceradRad[], helhet: PubliceradRad | undefined) => string;
};

const BREAKDOWNS: Record<string, Breakdown> = {
  aterinskrivning_dagar: {
    namn: (kategori) => capitalize(bandName(kategori)),
    radrubrik: 'Dagar till återinskrivning',
    helhet: null,
    titel: ([first]) =>
      first?.status === 'visas' && first.varde !== null
        ? `${formatNumber(first.varde, 0)} procent av återinskrivningarna kommer inom ${lastDay(first.kategori)} dagar`
        : 'Dagar till återinskrivning',
  },
  aterinskrivning_veckodag: {
    namn: (kategori) => capitalize(categoryName(kategori)),
    radrubrik: 'Utskriven på en',
    helhet: 'aterinskrivning_30d',
    titel: (rader, helhet) =>
      difference(rader, helhet, 'Ingen veckodag', (namn) => `den som skrivs ut på en ${namn}`),
  },
  aterinskrivning_vantan: {
    namn: (kategori) => capitalize(bandName(kategori)),
    radrubrik: 'Väntan som utskrivningsklar',
    helhet: 'aterinskrivning_30d_svu',
    titel: (rader, helhet) =>
      difference(rader, helhet, 'Ingen längd på väntan', (namn) => `den som väntat ${namn}`),
  },
  aterinskrivning_process: {
    namn: (kategori) => capitalize(categoryName(kategori)),
    radrubrik: 'Process',
    helhet: 'aterinskrivning_30d_svu',
    titel: (rader, helhet) => difference(rader, helhet, 'Ingen process', (namn) => `processen ${namn}`),
  },
};

const lastDay = (band: string): string => band.split('-').at(-1)!;

/** Who lies over or under the whole with the interval clear of it; a difference that could be chance is not named. */
function difference(
  rader: PubliceradRad[],
  helhet: PubliceradRad | undefined,
  none: string,
  who: (name: string) => string,
): string {
  const value = helhet?.status === 'visas' ? helhet.varde : null;
  if (value === null || value === undefined) return 'Återinskrivning med osäkerhet';
  const beyond = (clear: (rad: PubliceradRad) => boolean) =>
    rader
      .filter((rad) => rad.nedre !== null && rad.ovre !== null && clear(rad))
      .map(({ enhet }) => who(enhet.toLocaleLowerCase('sv')));
  const parts = [
    [beyond(({ nedre }) => nedre! > value), 'kommer oftare tillbaka än genomsnittet'],
    [beyond(({ ovre }) => ovre! < value), 'kommer mer sällan tillbaka än genomsnittet'],
  ].flatMap(([names, what]) => (names!.length > 0 ? [`${list(names as string[])} ${what}`] : []));
  if (parts.length > 0) return capitalize(parts.join(', '));
  // What is hidden acquits nobody.
  if (rader.every(({ nedre }) => nedre === null)) return 'Återinskrivning med osäkerhet';
  const shown = rader.some(({ status }) => status === 'skyddad') ? ' som visas' : '';
  return `${none}${shown} skiljer sig från genomsnittet, med osäkerheten inräknad`;
}

/** Under what a title names: seven days are seven tests. Plain text. */
export const EACH_ALONE = 'Varje rad prövas för sig; bland flera kan någon avvika av en tillfällighet.';

/** A breakdown's categories by name, the whole they are compared with, and the finding title; null where there is none to compare. */
export function breakdownOf(page: Page, indikator: string, span: Span) {
  const words = BREAKDOWNS[indikator];
  if (!words) return null;
  const rader = page.data
    .categories(indikator, page.unit, span.typ, span.period)
    .map((rad) => ({ ...rad, enhet: words.namn(rad.kategori) }));
  const helhet = words.helhet ? page.data.cell(words.helhet, page.unit, span.typ, span.period) : undefined;
  return { rader, helhet, titel: words.titel(rader, helhet), radrubrik: words.radrubrik };
}

/** A breakdown of readmission with intervals: `indikator`. */
export const aterinskrivning_efter: Block = (page, { indikator = 'aterinskrivning_veckodag' }) => {
  const head = indicatorOf(page, indikator);
  const off = switchedOff(head);
  if (off) return `<p><strong>${escapeHtml(head.titel)}.</strong> ${escapeHtml(off)}</p>`;
  const span = spanOf(page, indikator);
  const found = span && breakdownOf(page, indikator, span);
  if (!found) return NONE;
  const { rader: named, helhet: whole, titel } = found;
  const chart = { id: `efter-${indikator}`, indikator: head, rader: named, referens: whole, ordnade: true };
  const caption = `${head.titel}, ${page.unit.namn}, ${spanText(span)}: andel, 95 procents intervall och antal`;
  return figure({
    id: `figur-${chart.id}`,
    titel,
    undertitel: `${head.titel}, procent, ${page.unit.namn}, ${spanText(span)}, med 95 procents intervall`,
    innehall:
      comparisonChart({
        ...chart,
        titel: `${titel}. ${caption}`,
        beskrivning: 'Samma tal står i tabellen intill.',
      }) +
      tableDetails(
        'Siffrorna i tabell',
        comparisonTable({
          ...chart,
          id: `tabell-${chart.id}`,
          caption,
          radrubrik: found.radrubrik,
          troskel: page.katalog.troskel,
        }),
      ),
    bildtext: `${sourceText(page, head.rojande.mangd)}, ${spanText(span)}.${whole ? ` Lodrät linje: alla, ${escapeHtml(page.unit.namn)}. ${EACH_ALONE}` : ''}`,
  });
};
