import {
  capitalize,
  chartTitle,
  countPhrase,
  escapeHtml,
  figure,
  formatMonth,
  keyFigure,
  type Lage,
  leadParagraph,
  list,
  situation,
  smallMultiples,
  sparkline,
  trendChart,
  valueCell,
  verdictSentence,
} from '../../components/index.ts';
import { dataDate } from '../chrome.ts';
import type { Block } from '../markdown.ts';
import { cellOf, lageOf, type Page, peersOf, rowsAcross, spanOf, unitHref } from '../page.ts';
import { inPeriod, sourceFiles, spanText } from '../words.ts';

/** The four key figures of a unit, in order. */
export const KEY_INDICATORS = [
  'medeldagar_alla',
  'medeldagar_skr',
  'andel_utskrivningsklardagen',
  'aterinskrivning_30d',
];

/** Where an indicator is explained. */
export const definitionHref = (id: string): string => `/definitioner#${id}`;

/** Last day of data and number of cases, then the page's lead: where the unit stands, in words. */
export const inledning: Block = (page) => {
  const span = spanOf(page, 'medeldagar_alla');
  const row = span && page.data.cell('medeldagar_alla', page.unit, span.typ, span.period);
  const count = row && row.status === 'visas' ? ` ${countOf(row)} avslutade fall ${inPeriod(span)}.` : '';
  return (
    `<p class="datarad">${dataDate(page)}${count}</p>` +
    leadParagraph(['medeldagar_alla', 'aterinskrivning_30d'].map((id) => lageOf(page, id)))
  );
};

const countOf = (row: Parameters<typeof countPhrase>[0] & object): string =>
  valueCell({ rad: row, falt: 'namnare', decimaler: 0 }, 'span');

/** The unit's key figures. */
export const nyckeltal: Block = (page) =>
  `<div class="nyckeltal">${KEY_INDICATORS.map((id) =>
    keyFigure({ ...lageOf(page, id), id: `nyckeltal-${id}`, href: definitionHref(id) }),
  ).join('')}</div>`;

/** A monthly control chart: `indikator`, `hojd` hog|lag, `noter` nej leaves the reading notes out. */
export const trend: Block = (page, { indikator = 'medeldagar_alla', hojd = 'hog', noter = 'ja' }) => {
  const lage = lageOf(page, indikator);
  const titel = chartTitle(lage);
  const activities =
    page.unit.niva === 'kommun' && indikator === 'medeldagar_alla' ? ownActivities(page) : [];
  return figure({
    id: `trend-${indikator}`,
    titel,
    undertitel: `${lage.indikator.titel}, ${lage.indikator.enhet} per månad`,
    innehall: trendChart({
      ...lage,
      id: `diagram-${indikator}`,
      titel: `${titel}. ${lage.indikator.titel} per månad, ${page.unit.namn}.`,
      hojd: hojd === 'lag' ? 'lag' : 'hog',
      aktiviteter: activities,
    }),
    bildtext: sourceLine(page, lage),
    noter: noter === 'ja' ? readingNotes(lage, activities.length > 0) : [],
  });
};

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

/** State per indicator in a sentence, with the latest number and a sparkline. */
export const lagen: Block = (page) => {
  const rows = KEY_INDICATORS.map((id) => {
    const lage = lageOf(page, id);
    const latest = lage.rader.find(({ period }) => period === lage.diagram?.senaste_period);
    const shown = latest ? valueCell(cellOf(page, latest), 'span') : '<span class="saknas">saknas</span>';
    const count = latest ? countPhrase(latest, lage) : '';
    return (
      `<tr><th scope="row"><a href="${definitionHref(id)}">${escapeHtml(lage.indikator.titel)}</a> <small>${count}</small></th>` +
      `<td class="tal"><strong>${shown}</strong> <small>${escapeHtml(lage.indikator.enhet)}</small></td>` +
      `<td>${verdictSentence(lage)}</td>` +
      `<td>${lage.diagram ? sparkline({ ...lage, id: `serie-${id}`, titel: `${lage.indikator.kort} per månad` }) : ''}</td></tr>`
    );
  });
  return (
    '<div class="rull" tabindex="0" role="region" aria-label="Läget per indikator"><table class="lagen">' +
    '<caption class="dold">Läget per indikator</caption><thead><tr><th scope="col">Indikator</th>' +
    '<th scope="col" class="tal">Senast</th><th scope="col">Läget i en mening</th><th scope="col">Månader</th></tr></thead>' +
    `<tbody>${rows.join('')}</tbody></table></div>`
  );
};

/** The same indicator for every kommun (or vårdgivare) beside each other on one scale, lowest of the latest period first. */
export const smaserier: Block = (page, { indikator = 'medeldagar_alla' }) => {
  const { name, units } = peersOf(page);
  const span = spanOf(page, indikator);
  const order = span ? rowsAcross(page, indikator, units, span) : [];
  const rank = new Map(order.map((row) => [row.enhet_id, row.varde ?? Number.POSITIVE_INFINITY]));
  const sorted = [...units].sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
  const lage = lageOf(page, indikator);
  return figure({
    id: `smaserier-${indikator}`,
    titel: changedUnits(page, indikator, sorted),
    undertitel: `${lage.indikator.titel}, ${lage.indikator.enhet} per månad, ${name}. Sorterat efter ${spanText(span)}, lägst först`,
    innehall: smallMultiples({
      id: `serier-${indikator}`,
      delar: sorted.map((unit) => ({
        ...lageOf(page, indikator, unit),
        enhet: unit.namn,
        href: unitHref(unit),
      })),
    }),
    bildtext:
      'Tonat band: enhetens egen normala variation. Linje: medelvärde. Siffran intill namnet är den senaste slutliga månaden.',
  });
};

/** Finding title: the units whose series has changed, by name; never how many of how many. */
function changedUnits(page: Page, id: string, units: Page['unit'][]): string {
  const names = (slag: string) =>
    units.filter((unit) => situation(lageOf(page, id, unit)).slag === slag).map(({ namn }) => namn);
  const parts = [
    [names('battre'), 'bättre än tidigare'],
    [names('samre'), 'sämre än tidigare'],
    [names('forandring'), 'förändrat'],
  ].flatMap(([who, what]) => (who!.length > 0 ? [`${list(who as string[])} ${what}`] : []));
  return parts.length > 0
    ? capitalize(parts.join(', '))
    : 'Ingen enhet skiljer sig från sin egen normala variation';
}

/** One sentence on an indicator of the unit. */
export const mening: Block = (page, { indikator = 'medeldagar_alla' }) =>
  `<p>${verdictSentence(lageOf(page, indikator))}</p>`;
