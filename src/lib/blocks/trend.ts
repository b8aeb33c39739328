import {
  chartTitle,
  escapeHtml,
  figure,
  formatMonth,
  type Lage,
  trendChart,
  verdictSentence,
} from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { delregionOf, lageOf, type Page } from '../page.ts';
import { sourceFiles } from '../words.ts';
import { definitionHref } from './unit.ts';

/**
 * A monthly control chart: `indikator`, `hojd` hog|lag, `noter` nej leaves the reading notes out. A unit without a month to
 * show says why and shows the wider unit that its cases are part of.
 */
export const trend: Block = (page, { indikator = 'medeldagar_alla', hojd = 'hog', noter = 'ja' }) => {
  const own = lageOf(page, indikator);
  const wider = shows(own)
    ? undefined
    : widerUnits(page).find((unit) => shows(lageOf(page, indikator, unit)));
  const unit = wider ?? page.unit;
  const lage = wider ? lageOf(page, indikator, wider) : own;
  const titel = chartTitle(lage);
  const activities =
    !wider && unit.niva === 'kommun' && indikator === 'medeldagar_alla' ? ownActivities(page) : [];
  return figure({
    id: `trend-${indikator}`,
    titel,
    undertitel: `${lage.indikator.titel}, ${lage.indikator.enhet} per månad`,
    innehall:
      (wider ? `<p>${verdictSentence(own)}</p>` : '') +
      trendChart({
        ...lage,
        id: `diagram-${indikator}`,
        titel: `${titel}. ${lage.indikator.titel} per månad, ${unit.namn}.`,
        hojd: hojd === 'lag' ? 'lag' : 'hog',
        aktiviteter: activities,
      }),
    bildtext: sourceLine(page, lage),
    noter: noter === 'ja' && shows(lage) ? readingNotes(lage, activities.length > 0) : [],
  });
};

const shows = ({ rader }: Lage): boolean => rader.some(({ status }) => status === 'visas');

/** Where a unit's cases are counted too, nearest first. */
function widerUnits(page: Page): Page['unit'][] {
  const delregion = page.unit.niva === 'kommun' ? delregionOf(page, page.unit.id) : null;
  return [...(delregion ? [delregion] : []), page.region].filter((unit) => unit !== page.unit);
}

function ownActivities({ katalog, unit }: Page) {
  return katalog.aktiviteter.filter(({ kommun }) => kommun === unit.id);
}

function sourceLine(page: Page, { rader, indikator }: Lage): string {
  const [first, last] = [rader[0], rader.at(-1)];
  const months = first && last ? `, ${formatMonth(first.period)}–${formatMonth(last.period)}` : '';
  return (
    `Källa: ${escapeHtml(sourceFiles(page, ['utskrivningar', 'utskrivningsklar', 'vardtillfallen']))}${months}. ` +
    `<a href="#alla-siffror-i-tabell">Siffrorna i tabell</a>, <a href="${definitionHref(indikator.id)}">så är siffran räknad</a>.`
  );
}

function readingNotes({ rader, indikator }: Lage, activity: boolean) {
  const notes = [
    {
      rubrik: 'Så läser du diagrammet',
      text:
        'Det tonade bandet är enhetens egen normala variation (XmR: medelvärde ± 2,66 × genomsnittlig skillnad mellan två månader i följd). ' +
        'En månad utanför bandet, sju i rad på samma sida om medelvärdet eller sju som stiger eller sjunker i rad räknas som en förändring. ' +
        'Inringade punkter ligger utanför bandet.',
    },
  ];
  if (activity)
    notes.push({
      rubrik: 'Aktiviteten',
      text: 'Diagrammet visar om något förändrades efter det datum då aktiviteten startade, inte att aktiviteten är orsaken.',
    });
  if (rader.some(({ slutlig }) => slutlig === 0))
    notes.push({
      rubrik: 'Grå månad',
      text: `${indikator.slutlig === 'aterinskrivning' ? 'Hela uppföljningstiden har inte gått' : 'Hela månaden finns inte i utdragen'}. Månaden är inte med i medelvärde och gränser.`,
    });
  return notes;
}
