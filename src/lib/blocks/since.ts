import {
  escapeHtml,
  figure,
  formatDate,
  formatMonth,
  list,
  newSince,
  type Serie,
  sinceTable,
  sinceTitle,
  sinceWords,
  tableDetails,
  verdictMonths,
  verdictsSince,
} from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { lageOf, membersOf, type Page, unitHref } from '../page.ts';
import { isPlanned } from './factors.ts';
import { definitionHref, meetingIndicators } from './unit.ts';

/**
 * What changed since a month, the delregion's indicators beside its kommuner: the profile's month, or twelve months before the latest
 * final one. With a script the reader picks another from the tables of all months (src/lib/client/sedan.ts).
 */
export const sedan: Block = (page) => {
  const { sedan: month, troskel } = page.katalog;
  if (!month) return '<p>Utdragen rymmer ingen hel månad att jämföra.</p>';
  const { namn } = page.unit;
  const indicators = meetingIndicators(page).map((id): Serie => {
    const lage = lageOf(page, id);
    return { namn: lage.indikator.kort, href: definitionHref(id), lage };
  });
  const kommuner = membersOf(page, page.unit.id).map(
    (unit): Serie => ({
      namn: unit.namn,
      href: unitHref(unit),
      lage: lageOf(page, 'medeldagar_alla', unit),
    }),
  );
  const part = (id: string, serier: Serie[], radrubrik: string, vad: string) =>
    figure({
      id: `figur-${id}`,
      titel: sinceTitle(formatMonth(month), list(newSince(serier, month)), verdictsSince(serier, month)),
      undertitel: vad,
      innehall: sinceTable({ id, caption: vad, radrubrik, serier, sedan: month }),
    });
  return [
    choice(page, month),
    '<div class="bredvid lika">',
    part('sedan-indikatorer', indicators, 'Indikator', `${namn}, indikator för indikator`),
    part('sedan-kommuner', kommuner, 'Kommun', 'Kommunerna, medeldagar, alla fall'),
    '</div>',
    sinceWords([...indicators, ...kommuner], troskel),
    activities(page, month),
    '<div id="alla-manader" class="bara-skarm">',
    tableDetails(
      `Alla månader: ${namn}`,
      verdictMonths({
        id: 'manader-indikatorer',
        caption: `${namn}: varje slutlig månad, med bedömningen som den var då`,
        serier: indicators,
        troskel,
      }),
    ),
    tableDetails(
      'Alla månader: kommunerna',
      verdictMonths({
        id: 'manader-kommuner',
        caption: 'Medeldagar, alla fall, per kommun: varje slutlig månad, med bedömningen som den var då',
        serier: kommuner,
        troskel,
      }),
    ),
    '</div>',
  ].join('');
};

/** Without a script the form leads to the tables of all months. */
function choice(page: Page, chosen: string): string {
  const latest = page.katalog.senaste_slutliga.utskrivning.manad ?? '';
  const months = page.data
    .periods('medeldagar_alla', page.unit, 'manad')
    .filter((period) => period < latest)
    .reverse();
  const options = months.map(
    (month) =>
      `<option value="${month.slice(0, 7)}"${month === chosen ? ' selected' : ''}>${formatMonth(month)}</option>`,
  );
  return (
    '<form class="filter sedan ej-utskrift" method="get" action="#alla-manader"><label for="sedan">Jämför med</label>' +
    `<select id="sedan" name="sedan">${options.join('')}</select><button type="submit">Visa</button>` +
    '<output for="sedan"></output></form>'
  );
}

/** The kommuner's activities begun in that month or later; the earlier ones wait for another choice. */
function activities(page: Page, month: string): string {
  const names = new Map(membersOf(page, page.unit.id).map(({ id, namn }) => [id, namn]));
  const own = page.katalog.aktiviteter.filter(({ kommun }) => names.has(kommun));
  const items = [...own]
    .sort((a, b) => (a.start < b.start ? 1 : -1))
    .map(
      (activity) =>
        `<li data-start="${activity.start}"${activity.start < month ? ' hidden' : ''}><strong>${escapeHtml(names.get(activity.kommun))}</strong>, ${formatDate(activity.start)}: ${escapeHtml(activity.rubrik)}${isPlanned(page, activity) ? ' (planerad)' : ''}</li>`,
    );
  if (items.length === 0) return '';
  const none = own.every(({ start }) => start < month);
  return `<div class="aktiviteter-sedan"${none ? ' hidden' : ''}><h3>Aktiviteter sedan dess${own.some((activity) => isPlanned(page, activity)) ? ' och planerade' : ''}</h3><ul>${items.join('')}</ul><p class="ej-utskrift"><a href="/aktiviteter/${page.unit.id}">Alla aktiviteter, med siffrorna före och efter</a></p></div>`;
}
