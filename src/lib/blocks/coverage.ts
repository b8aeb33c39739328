import { flagText } from '../../../data-loaders/report/flaggor.ts';
import {
  type Cell,
  dataTable,
  escapeHtml,
  formatMonth,
  formatNumber,
  plural,
} from '../../components/index.ts';
import type { Unit } from '../data.ts';
import type { Block } from '../markdown.ts';
import { type Page, unitsOf } from '../page.ts';

/** All stays that ended, of a unit and month: the denominator of any category. */
const STAYS = 'veckodag_utskrivning_alla';

/** Stays and cases per month of discharge: a hole in the extracts shows as a drop. */
export const tackning: Block = ({ katalog }) =>
  dataTable({
    id: 'tackning',
    caption: 'Vårdtillfällen och fall per månad, hela regionen',
    doldCaption: true,
    radrubrik: 'Månad',
    kolumner: [{ rubrik: 'Vårdtillfällen' }, { rubrik: 'Fall' }],
    rader: [...katalog.tackning].reverse().map(({ manad, vardtillfallen, fall }) => ({
      rubrik: formatMonth(manad),
      celler: [coverage(vardtillfallen), coverage(fall)],
    })),
    troskel: katalog.troskel,
  });

/** Null: hidden, or the extract does not say. */
const coverage = (value: number | null): Cell => ({
  text: value === null ? 'visas inte' : formatNumber(value),
  numerisk: true,
});

/** Months whose coverage stands out, in words; how many more there are that would give a hidden number away. */
export const tackning_flaggor: Block = ({ katalog }) => {
  const { tackningsflaggor, dolda_tackningsflaggor: hidden, parametrar } = katalog;
  const name = (niva: string, id: string) =>
    niva === 'region'
      ? 'Hela regionen'
      : (katalog.enheter.find((enhet) => enhet.niva === niva && enhet.id === id)?.namn ?? id);
  const items = tackningsflaggor.map((flag) =>
    flagText(flag, {
      enhet: name(flag.niva, flag.enhet_id),
      manad: (iso) => formatMonth(iso),
      kvot: String(parametrar['granskning.hopp_kvot']).replace('.', ','),
    }),
  );
  const rest =
    hidden > 0
      ? `<p>${items.length > 0 ? 'Ytterligare ' : ''}${plural(hidden, 'period', 'perioder')} sticker ut, men siffrorna är skyddade eller publiceras inte. ${hidden === 1 ? 'Den visas' : 'De visas'} bara för den som kör programmet.</p>`
      : '';
  if (items.length === 0) return rest || '<p>Ingen månad sticker ut.</p>';
  return `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>${rest}`;
};

/** Stays per month of discharge and vårdgivare, as published. */
export const tackning_vardgivare: Block = (page) => {
  const units = unitsOf(page.katalog, 'vardgivare');
  if (units.length === 0 || page.katalog.tackning.length === 0) return '';
  return (
    '<details><summary>Vårdtillfällen per månad och vårdgivare</summary>' +
    dataTable({
      id: 'tackning-vardgivare',
      caption: 'Avslutade vårdtillfällen per månad och vårdgivare',
      doldCaption: true,
      radrubrik: 'Månad',
      kolumner: units.map(({ namn }) => ({ rubrik: namn })),
      rader: [...page.katalog.tackning].reverse().map(({ manad }) => ({
        rubrik: formatMonth(manad),
        celler: units.map((unit) => stays(page, unit, manad)),
      })),
      troskel: page.katalog.troskel,
    }) +
    '</details>'
  );
};

/** The denominator of a weekday that can be seen, of any if none can. */
function stays({ data }: Page, unit: Unit, manad: string): Cell {
  const rows = data.categories(STAYS, unit, 'manad', manad);
  return { rad: rows.find(({ status }) => status === 'visas') ?? rows[0], falt: 'namnare' };
}
