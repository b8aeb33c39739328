import {
  capitalize,
  chartTitle,
  countPhrase,
  denominatorNoun,
  escapeHtml,
  figure,
  formatMonth,
  hasChart,
  hasSeries,
  type Lage,
  latestFinal,
  link,
  monthTable,
  tableDetails,
  trendChart,
  verdictSentence,
} from '../../components/index.ts';
import { isDocument } from '../documents.ts';
import type { Block } from '../markdown.ts';
import { lageOf, type Page, shownFor, unitHref, widerUnits } from '../page.ts';
import { sourceText } from '../words.ts';
import { chooseForm } from './choose.ts';
import { definitionHref } from './unit.ts';
import { goalOf } from './unit-goals.ts';

/**
 * A monthly control chart: `indikator`, `hojd` hog|lag, `noter` nej leaves the reading notes out. A unit with hardly a
 * month to show says why and shows the wider unit that its cases are part of.
 */
export const trend: Block = (page, { indikator: asked = 'medeldagar_alla', hojd = 'hog', noter = 'ja' }) => {
  const indikator = shownFor(page, asked);
  const own = lageOf(page, indikator);
  const wider = hasSeries(own)
    ? undefined
    : widerUnits(page).find((unit) => hasSeries(lageOf(page, indikator, unit)));
  const unit = wider ?? page.unit;
  const lage = wider ? lageOf(page, indikator, wider) : own;
  const titel = chartTitle(lage);
  const activities =
    !wider && unit.niva === 'kommun' && indikator === 'medeldagar_alla' ? ownActivities(page) : [];
  const id = `trend-${indikator}`;
  const drawn = figure({
    id,
    titel,
    undertitel: `${lage.indikator.titel}, ${lage.indikator.enhet} per månad`,
    innehall:
      (wider
        ? `<p>${verdictSentence(own)} För få av månaderna kan visas för ett eget diagram: här är ${link(wider.namn, unitHref(wider))}.</p>`
        : withoutLimits(lage)) +
      trendChart({
        ...lage,
        id: `diagram-${indikator}`,
        titel: `${titel}. ${lage.indikator.titel} per månad, ${unit.namn}.`,
        hojd: hojd === 'lag' ? 'lag' : 'hog',
        aktiviteter: activities,
        mal: goalOf(page, indikator, unit, page.katalog.sista_datadag),
      }) +
      monthsBehind(page, lage, unit.namn),
    bildtext: sourceLine(page, lage, wider),
    noter: noter === 'ja' && hasSeries(lage) && lage.diagram ? readingNotes(lage, activities.length > 0) : [],
  });
  const main = page.unit.niva !== 'region' && indikator === 'medeldagar_alla' && !isDocument(page.path);
  const period = { typ: 'manad' as const, period: '' };
  return main
    ? chooseForm(page, { niva: page.unit.niva, ersatter: id, indikator, period, enhet: page.unit }) + drawn
    : drawn;
};

/** That months are drawn without mean and limits though the figure has them elsewhere (queries: styrdiagram_visad, styrdiagram_manad). HTML. */
export function withoutLimits({
  rader,
  diagram,
  indikator,
}: Pick<Lage, 'rader' | 'diagram' | 'indikator'>): string {
  if (
    diagram ||
    !hasChart(indikator) ||
    !rader.some(({ status }) => status === 'skyddad') ||
    !hasSeries({ rader })
  )
    return '';
  return '<p>De månader som kan visas räcker inte för ett medelvärde och gränser. Vilka som visas beror på hur stora talen är, så punkterna kan vara ett skevt urval.</p>';
}

/** The months behind the chart, newest first: what the chart shows, for those who read numbers. */
function monthsBehind({ katalog }: Page, { indikator, rader }: Lage, namn: string): string {
  if (rader.length === 0) return '';
  return tableDetails(
    'Siffrorna i tabell',
    monthTable({
      id: `tabell-trend-${indikator.id}`,
      caption: `${indikator.titel} per månad, ${namn}`,
      serie: true,
      troskel: katalog.troskel,
      kolumner: [
        { indikator, rader, rubrik: capitalize(indikator.kort) },
        { indikator, rader, falt: 'antal', rubrik: capitalize(denominatorNoun(indikator)) },
      ],
    }),
    'serie',
  );
}

function ownActivities({ katalog, unit }: Page) {
  return katalog.aktiviteter.filter(({ kommun }) => kommun === unit.id);
}

/** Source, period and the n of the latest final month. */
function sourceLine(page: Page, lage: Lage, wider: Page['unit'] | undefined): string {
  const { rader, indikator } = lage;
  const latest = latestFinal(rader);
  const count = countPhrase(latest, lage);
  const basis = latest && count ? ` ${capitalize(formatMonth(latest.period))}: ${count}.` : '';
  const [first, last] = [rader[0], rader.at(-1)];
  const months = first && last ? `, ${formatMonth(first.period)}–${formatMonth(last.period)}` : '';
  return (
    `${sourceText(page, indikator.rojande.mangd, indikator.kraver)}${months}.${basis} ` +
    `${wider ? `<a href="${unitHref(wider)}">${escapeHtml(wider.namn)}</a>. ` : ''}<a href="${definitionHref(indikator.id)}">Så är siffran räknad</a>.`
  );
}

function readingNotes({ rader, indikator }: Lage, activity: boolean) {
  const notes = [
    {
      rubrik: 'Så läser du diagrammet',
      text:
        'Det tonade bandet är enhetens egen normala variation (XmR: medelvärde ± 2,66 × genomsnittlig skillnad mellan två månader i följd). ' +
        'En månad utanför bandet, sju i rad på samma sida om medelvärdet, sju som stiger eller sjunker i rad, eller två av tre långt från medelvärdet på samma sida räknas som en förändring. ' +
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
