import type { Periodjamforelse } from '../../../data-loaders/judgement-types.ts';
import {
  type Cell,
  capitalize,
  DIFFERENT,
  dataTable,
  differenceText,
  differenceWord,
  escapeHtml,
  formatPeriod,
  judgedNumber,
  noiseAfter,
  unitWord,
} from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { cellOf, indicatorOf, type Page, shownFor } from '../page.ts';
import { keyIndicators } from './unit.ts';

/** What a report tells of, in order, as far as the extracts can give it. */
const headlines = (page: Page): string[] =>
  [
    ...keyIndicators(page),
    'vantedagar_median',
    'vantedagar_p90',
    'vantedygn',
    'vantedygn_per_1000',
    'kvar_over_helgen',
    'utskriven_fore_kommunklar',
    shownFor(page, 'aterinskrivning_30d_svu'),
  ].filter((id) => indicatorOf(page, id).avstangd_saknar.length === 0);

type Comparison = { typ: 'halvar' | 'ar'; mot: Periodjamforelse['mot'] };

const COMPARISONS: Comparison[] = [
  { typ: 'halvar', mot: 'foregaende' },
  { typ: 'halvar', mot: 'fjol' },
  { typ: 'ar', mot: 'foregaende' },
];

const rowsOf = (page: Page, { typ, mot }: Comparison): Periodjamforelse[] =>
  headlines(page).flatMap((id) =>
    page.data.changes(id, page.unit).filter((row) => row.periodtyp === typ && row.mot === mot),
  );

/** A sentence per comparison: what changed, what did not, what cannot be said. */
export const rapport_sammanfattning: Block = (page) => {
  const items = COMPARISONS.flatMap((comparison) => {
    const rows = rowsOf(page, comparison);
    return [...new Set(rows.map(periods))].map(
      (name) =>
        `<li>${sentence(
          page,
          name,
          rows.filter((row) => periods(row) === name),
        )}</li>`,
    );
  });
  return items.length > 0
    ? `<ul>${items.join('')}</ul>`
    : '<p>Det finns inget slutligt halvår eller år att jämföra med ett tidigare.</p>';
};

const periods = ({ periodtyp, period, tidigare }: Periodjamforelse): string =>
  `${formatPeriod(periodtyp, period)} mot ${formatPeriod(periodtyp, tidigare)}`;

function sentence(page: Page, name: string, rows: Periodjamforelse[]): string {
  const of = (...verdicts: string[]) => rows.filter(({ bedomning }) => verdicts.includes(bedomning));
  const changed = of(...DIFFERENT);
  const hidden = of('skyddad', 'saknas');
  const same =
    changed.length > 0
      ? 'övriga nyckeltal som kan bedömas skiljer sig inte säkert'
      : 'inget nyckeltal som kan bedömas skiljer sig säkert';
  // Titles have commas of their own.
  const names = hidden.map((row) => lower(indicatorOf(page, row.indikator).titel)).join('; ');
  const parts = [...changed.map((row) => changeText(page, row)), ...(of('ingen').length > 0 ? [same] : [])];
  const why = of('skyddad').length > 0 ? 'är skyddad eller saknas' : 'saknas';
  const not = names ? ` Kan inte jämföras, för att en siffra ${why}: ${names}.` : '';
  return `<strong>${escapeHtml(capitalize(name))}:</strong> ${parts.join('; ') || 'inget nyckeltal har intervall att bedöma efter'}.${not}`;
}

const lower = (text: string): string => escapeHtml(text.charAt(0).toLocaleLowerCase('sv') + text.slice(1));

/** "medeldagar, alla fall, gick från 1,34 till 0,98 dagar, en **säker skillnad, bättre**". */
function changeText(page: Page, row: Periodjamforelse): string {
  const indikator = indicatorOf(page, row.indikator);
  const number = (falt: 'varde' | 'tidigare_varde', period: string) =>
    judgedNumber('periodjamforelse', row, falt, { decimals: indikator.decimaler }) +
    noiseAfter(page.data.cell(row.indikator, page.unit, row.periodtyp, period));
  return `${lower(indikator.titel)} gick från ${number('tidigare_varde', row.tidigare)} till ${number('varde', row.period)} ${escapeHtml(unitWord(indikator))}, ${differenceText(row.bedomning)}`;
}

/** The unit of a change, small: a difference of two shares is in procentenheter. */
function changeUnit({ andring }: Periodjamforelse, { enhet }: { enhet: string }): string {
  if (andring === null || enhet === 'kvot') return '';
  const one = enhet === 'dagar' && Math.abs(andring) === 1;
  return ` <small>${escapeHtml(enhet === 'procent' ? 'procentenheter' : one ? 'dag' : enhet)}</small>`;
}

/** Every headline indicator of the latest final `typ` halvar or ar beside what it is set `mot`: foregaende or fjol. */
export const rapport_tabell: Block = (page, { typ = 'halvar', mot = 'foregaende' }) => {
  const comparison = { typ, mot } as Comparison;
  const rows = rowsOf(page, comparison);
  if (rows.length === 0) return '<p>Det finns ingen slutlig period att visa.</p>';
  const [usual] = rows.map(periods);
  return dataTable({
    id: `rapport-${typ}-${mot}`,
    caption: `${capitalize(usual!)}, ${page.unit.namn}`,
    radrubrik: 'Indikator',
    korta: true,
    kolumner: [
      { rubrik: 'Värde' },
      { rubrik: 'Antal' },
      { rubrik: mot === 'fjol' || typ === 'ar' ? 'Året före' : 'Halvåret före' },
      { rubrik: 'Ändring' },
      { rubrik: 'Bedömning', text: true },
    ],
    rader: rows.map((row) => {
      const indikator = indicatorOf(page, row.indikator);
      const rad = page.data.cell(row.indikator, page.unit, row.periodtyp, row.period);
      const before = page.data.cell(row.indikator, page.unit, row.periodtyp, row.tidigare);
      const change: Cell = {
        html: `${judgedNumber('periodjamforelse', row, 'andring', { decimals: indikator.decimaler, signed: true })}${changeUnit(row, indikator)}`,
        numerisk: true,
      };
      return {
        rubrik: `${indikator.titel}, ${indikator.enhet}${periods(row) === usual ? '' : `, ${periods(row)}`}`,
        celler: [
          cellOf(page, rad),
          { rad, falt: 'antal' },
          cellOf(page, before),
          change,
          DIFFERENT.includes(row.bedomning)
            ? { html: `<strong class="${row.bedomning}">${differenceWord(row.bedomning)}</strong>` }
            : { text: differenceWord(row.bedomning) },
        ],
      };
    }),
    troskel: page.katalog.troskel,
  });
};
