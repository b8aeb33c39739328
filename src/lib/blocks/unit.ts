import {
  capitalize,
  cellAttributes,
  changedMembers,
  countPhrase,
  escapeHtml,
  explainHref,
  figure,
  formatPeriod,
  genitive,
  hasSeries,
  isJudged,
  keyFigure,
  leadParagraph,
  levelName,
  list,
  noiseBeside,
  shownRow,
  situation,
  smallMultiples,
  sparkline,
  stateSentence,
  UNJUDGED,
  valueCell,
  valueText,
  verdictGlyph,
  verdictSentence,
  verdictWord,
} from '../../components/index.ts';
import { dataDate } from '../chrome.ts';
import type { Block } from '../markdown.ts';
import {
  cellOf,
  indicatorOf,
  lageOf,
  membersOf,
  type Page,
  peersOf,
  rowsAcross,
  shownFor,
  spanOf,
  unitHref,
} from '../page.ts';
import { inPeriod, sourceText, spanText } from '../words.ts';

/** The four key figures of a unit, in order. */
export const KEY_INDICATORS = [
  'medeldagar_alla',
  'medeldagar_skr',
  'andel_utskrivningsklardagen',
  'aterinskrivning_30d',
];

/** Where an indicator is explained. */
export const definitionHref = (id: string): string => explainHref(id);

/** Those, as far as the extracts can give them. */
export const keyIndicators = (page: Page): string[] => KEY_INDICATORS.map((id) => shownFor(page, id));

/** What a meeting of a delregion goes through, in order. */
const MEETING_INDICATORS = [
  ...KEY_INDICATORS.slice(0, 3),
  'vantedygn_per_1000',
  'kvar_over_helgen',
  'aterinskrivning_30d',
];

/** Those, as far as the extracts can give them. */
export const meetingIndicators = (page: Page): string[] => MEETING_INDICATORS.map((id) => shownFor(page, id));

/** A delregion's lead goes on with its kommuner instead of with readmissions. */
const leadIndicators = (page: Page): string[] =>
  page.unit.niva === 'delregion'
    ? ['medeldagar_alla']
    : ['medeldagar_alla', shownFor(page, 'aterinskrivning_30d')];

/** Says that another indicator stands in for one that a missing column switches off; empty where it is on. HTML. */
export function insteadNote(page: Page, ids: string[]): string {
  return ids
    .filter((id) => shownFor(page, id) !== id)
    .map((id) => {
      const [off, shown] = [indicatorOf(page, id), indicatorOf(page, shownFor(page, id))];
      const columns = off.avstangd_saknar.map((column) => column.split('|').join(' eller '));
      return `<p class="datarad">${escapeHtml(shown.titel)} visas i stället för ${lowerFirst(escapeHtml(off.titel))}: ${columns.length === 1 ? 'kolumnen' : 'kolumnerna'} ${escapeHtml(list(columns))} levererades inte.</p>`;
    })
    .join('');
}

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('sv') + text.slice(1);

/** Last day of data and number of cases, then the page's lead: where the unit stands, in words. */
export const inledning: Block = (page) => {
  const span = spanOf(page, 'medeldagar_alla');
  const row = span && page.data.cell('medeldagar_alla', page.unit, span.typ, span.period);
  const count = row && row.status === 'visas' ? ` ${countOf(row)} avslutade fall ${inPeriod(span)}.` : '';
  const lagen = leadIndicators(page).map((id) => lageOf(page, id));
  const delregion = page.unit.niva === 'delregion';
  const members = delregion ? membersOf(page, page.unit.id) : [];
  const among = delregion ? changedMembers(members.map((unit) => lageOf(page, 'medeldagar_alla', unit))) : '';
  return (
    `<p class="datarad">${delregion ? 'Underlag till delregionens möten. ' : ''}${dataDate(page)}${count}</p>` +
    leadParagraph(lagen, among)
  );
};

const countOf = (row: Parameters<typeof countPhrase>[0] & object): string =>
  valueCell({ rad: row, falt: 'namnare', decimaler: 0 }, 'span');

/** The unit's key figures. */
export const nyckeltal: Block = (page) =>
  `<div class="nyckeltal">${keyIndicators(page)
    .map((id) => keyFigure({ ...lageOf(page, id), id: `nyckeltal-${id}`, href: definitionHref(id) }))
    .join('')}</div>${insteadNote(page, KEY_INDICATORS)}`;

/** State per indicator in a sentence, with the latest number and a sparkline. */
export const lagen: Block = (page) => {
  const rows = meetingIndicators(page).map((id) => {
    const lage = lageOf(page, id);
    const { slag } = situation(lage);
    const rad = shownRow(lage);
    // A figure that is shown is not called protected: the month is, and its longer period has no verdict.
    const judged = slag === 'skyddad' && rad?.status === 'visas' ? 'utan_serie' : slag;
    const shown =
      rad?.status === 'visas' && rad.varde !== null
        ? `<span${cellAttributes(rad)}>${valueText(rad, lage)}</span>`
        : rad
          ? valueCell(cellOf(page, rad), 'span')
          : '<span class="saknas">saknas</span>';
    const period = rad ? formatPeriod(rad.periodtyp, rad.period) : '';
    const count = countPhrase(rad, lage);
    const under = [count ? `${period}: ${count}` : period, noiseBeside(rad)].filter(Boolean).join('. ');
    return (
      `<tr><th scope="row"><a href="${definitionHref(id)}">${escapeHtml(lage.indikator.titel)}</a> <small>${under}</small></th>` +
      `<td class="tal"><strong>${shown}</strong> <small>${escapeHtml(lage.indikator.enhet.replace('1 000', '1\u00a0000'))}</small></td>` +
      `<td class="omdome ${judged}">${verdictGlyph(lage)} ${verdictWord(judged)}</td>` +
      `<td>${stateSentence(lage)}</td>` +
      `<td class="linje">${lage.diagram ? sparkline({ ...lage, id: `serie-${id}`, titel: `${lage.indikator.kort} per månad` }) : ''}</td></tr>`
    );
  });
  return (
    '<div class="rull" tabindex="0" role="region" aria-label="Läget per indikator"><table class="lagen">' +
    '<caption class="dold">Läget per indikator</caption><thead><tr><th scope="col">Indikator</th>' +
    '<th scope="col" class="tal">Senast</th><th scope="col">Bedömning</th><th scope="col">Läget i en mening</th><th scope="col">Månader</th></tr></thead>' +
    `<tbody>${rows.join('')}</tbody></table></div>${insteadNote(page, MEETING_INDICATORS)}`
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
  const drawn = sorted.filter((unit) => hasSeries(lageOf(page, indikator, unit)));
  const without = list(units.filter((unit) => !drawn.includes(unit)).map(({ namn }) => escapeHtml(namn)));
  const left = without ? `Utan diagram, för att färre än tre månader kan visas: ${without}.` : '';
  const titel = changedUnits(page, indikator, sorted);
  if (drawn.length === 0) return `<p><strong>${escapeHtml(titel)}.</strong> ${left}</p>`;
  return figure({
    id: `smaserier-${indikator}`,
    titel,
    undertitel: `${lage.indikator.titel}, ${lage.indikator.enhet} per månad, ${name}. Sorterat efter ${spanText(span)}, lägst först`,
    innehall: smallMultiples({
      id: `serier-${indikator}`,
      delar: drawn.map((unit) => ({
        ...lageOf(page, indikator, unit),
        enhet: unit.namn,
        href: unitHref(unit),
      })),
    }),
    bildtext:
      `${sourceText(page, lage.indikator.rojande.mangd)}. Tonat band: enhetens egen normala variation. Linje: medelvärde. Siffran intill namnet är den senaste slutliga månaden. ${left}`.trimEnd(),
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
  if (parts.length > 0) return capitalize(parts.join(', '));
  const judged = units.filter((unit) => isJudged(situation(lageOf(page, id, unit)).slag));
  const one = levelName(units[0]!.niva);
  if (judged.length === 0) return `Ingen ${genitive(one)} senaste månad kan bedömas: ${UNJUDGED}`;
  return `Ingen ${one}${judged.length < units.length ? ' som kan bedömas' : ''} skiljer sig från sin egen normala variation`;
}

/** One sentence on an indicator of the unit. */
export const mening: Block = (page, { indikator = 'medeldagar_alla' }) =>
  `<p>${verdictSentence(lageOf(page, shownFor(page, indikator)))}</p>${insteadNote(page, [indikator])}`;
