import type { Lokalaktivitet } from '../../../data-loaders/catalogue-types.ts';
import type { AktivitetUtfall } from '../../../data-loaders/judgement-types.ts';
import {
  type Cell,
  capitalize,
  changeWord,
  dataTable,
  escapeHtml,
  formatMonth,
  judgedNumber,
} from '../../components/index.ts';
import { documentHref } from '../documents.ts';
import { factorName } from '../factors.ts';
import type { Block } from '../markdown.ts';
import { delregionOf, indicatorOf, membersOf, type Page, unitsOf } from '../page.ts';
import { isPlanned, whenText } from './factors.ts';
import { keyIndicators } from './unit.ts';

/** The activities of the delregion's kommuner, by kommun and start. */
const activitiesOf = (page: Page): Lokalaktivitet[] => {
  const members = membersOf(page, page.unit.id).map(({ id }) => id);
  return page.katalog.aktiviteter.filter(({ kommun }) => members.includes(kommun));
};

const kommunOf = ({ katalog }: Page, { kommun }: Lokalaktivitet) =>
  unitsOf(katalog, 'kommun').find(({ id }) => id === kommun)!;

const NOTHING =
  '<p>Utdragen har ingen aktivitet för kommunerna i delregionen. Lägg en fil vars namn börjar på <code>aktiviteter</code> bland utdragen, med en rad per aktivitet: ' +
  'kolumnerna <code>kommun</code>, <code>start</code> och <code>rubrik</code> krävs, och <code>slut</code>, <code>status</code> (genomförd eller planerad) och ' +
  '<code>framgangsfaktor</code> (1–12) gör listan fullständig.</p>';

/** Who does what, under which success factor, when, and whether it is done. */
export const aktiviteter: Block = (page) => {
  const activities = activitiesOf(page);
  return activities.length === 0
    ? NOTHING
    : list(page, activities, `Kommunernas aktiviteter, ${page.unit.namn}`, true);
};

/** The same for the kommuner of no delregion, which no delregion's page gathers; empty where they have none. */
export const aktiviteter_utanfor: Block = (page) => {
  const activities = page.katalog.aktiviteter.filter(({ kommun }) => !delregionOf(page, kommun));
  return activities.length === 0 ? '' : list(page, activities, 'Aktiviteter i kommuner utan delregion');
};

function list(page: Page, activities: Lokalaktivitet[], caption: string, doldCaption = false): string {
  return dataTable({
    id: 'aktiviteter',
    caption,
    doldCaption,
    radrubrik: 'Kommun',
    kolumner: ['Aktivitet', 'Framgångsfaktor', 'Status', 'När'].map((rubrik) => ({ rubrik, text: true })),
    rader: activities.map((activity) => ({
      rubrik: kommunOf(page, activity).namn,
      href: documentHref('kartlaggning', kommunOf(page, activity)),
      celler: [
        { text: activity.rubrik },
        { text: factorText(activity) },
        { text: isPlanned(page, activity) ? 'Planerad' : 'Genomförd' },
        { text: whenText(activity) },
      ],
    })),
    troskel: page.katalog.troskel,
  });
}

function factorText({ framgangsfaktor }: Lokalaktivitet): string {
  const name = factorName(framgangsfaktor);
  return name ? `${framgangsfaktor} ${name}` : 'ej angiven';
}

/** Before and after each activity that has begun, with what the control chart says of either. */
export const aktiviteter_utfall: Block = (page) => {
  const activities = activitiesOf(page);
  const begun = activities.filter(({ nr }) => page.data.activityOutcomes(nr).length > 0);
  const rest = withoutOutcome(
    page,
    activities.filter((activity) => !begun.includes(activity)),
  );
  if (begun.length === 0)
    return `<p>Ingen aktivitet har börjat så att månader före eller efter kan visas.</p>${rest}`;
  const ids = keyIndicators(page).filter((id) => id !== 'medeldagar_skr');
  const tables = begun.map((activity) => {
    const kommun = kommunOf(page, activity);
    const outcomes = ids.flatMap((id) =>
      page.data.activityOutcomes(activity.nr).filter((row) => row.indikator === id),
    );
    return `<h3 id="aktivitet-${activity.nr}">${escapeHtml(`${kommun.namn}: ${activity.rubrik}`)}</h3><p class="undertitel">${capitalize(whenText(activity))}</p>${table(page, activity, kommun.namn, outcomes)}`;
  });
  return tables.join('') + rest;
};

/** Why an activity has no figures before and after. */
function withoutOutcome(page: Page, activities: Lokalaktivitet[]): string {
  const items = activities.map((activity) => {
    const why =
      activity.start > page.katalog.sista_datadag
        ? 'har inte börjat den sista dagen i uppgifterna'
        : 'ingen månad före eller efter kan visas, för att siffrorna är skyddade eller saknas';
    return `<li>${escapeHtml(`${kommunOf(page, activity).namn}: ${activity.rubrik}`)}, ${whenText(activity)}: ${why}.</li>`;
  });
  return items.length > 0 ? `<p>Utan siffror före och efter:</p><ul>${items.join('')}</ul>` : '';
}

function table(
  page: Page,
  { nr, rubrik }: Lokalaktivitet,
  kommun: string,
  outcomes: AktivitetUtfall[],
): string {
  return dataTable({
    id: `utfall-${nr}`,
    caption: `Före och efter: ${rubrik}, ${kommun}`,
    doldCaption: true,
    radrubrik: 'Indikator',
    kolumner: [
      { rubrik: 'Före' },
      { rubrik: 'Månader' },
      { rubrik: 'Antal' },
      { rubrik: 'Styrdiagram före', text: true },
      { rubrik: 'Efter' },
      { rubrik: 'Månader' },
      { rubrik: 'Antal' },
      { rubrik: 'Styrdiagram efter', text: true },
    ],
    rader: outcomes.map((row) => {
      const { titel, enhet, decimaler } = indicatorOf(page, row.indikator);
      const number = (falt: keyof AktivitetUtfall & string, decimals = 0): Cell => ({
        html: judgedNumber('aktivitet_utfall', row, falt, { decimals }),
        numerisk: true,
      });
      return {
        rubrik: `${titel}, ${enhet}`,
        celler: [
          number('fore', decimaler),
          number('fore_manader'),
          number('fore_antal'),
          { text: row.fore_bedomning ? changeWord(row.fore_bedomning) : '–' },
          number('efter', decimaler),
          number('efter_manader'),
          number('efter_antal'),
          { text: afterText(row) },
        ],
      };
    }),
    troskel: page.katalog.troskel,
    forklaring: '–: färre än tre månader kan visas.',
  });
}

/** The verdict on the months after and since when; a run that began before the activity is no change after it. */
function afterText({ efter_bedomning, efter_fran, borjade_fore }: AktivitetUtfall): string {
  if (!efter_bedomning) return '–';
  if (borjade_fore)
    return `Ingen ny förändring; en följd (${changeWord(efter_bedomning).toLocaleLowerCase('sv')}) hade börjat före aktiviteten`;
  return `${changeWord(efter_bedomning)}${efter_fran ? ` i ${formatMonth(efter_fran)}` : ''}`;
}
