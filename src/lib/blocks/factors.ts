import type { Lokalaktivitet } from '../../../data-loaders/catalogue-types.ts';
import {
  bandName,
  capitalize,
  categoryName,
  dataTable,
  escapeHtml,
  formatDate,
  groupName,
  link,
  missingText,
} from '../../components/index.ts';
import { type Factor, type FactorFigure, OWN, SHARED } from '../factors.ts';
import type { Block } from '../markdown.ts';
import { cellOf, delregionOf, indicatorOf, lageOf, type Page, shownFor, spanOf } from '../page.ts';
import { spanText } from '../words.ts';

/** The success factors to work through: `del` egna or samverkan. Figures where there are any, then tables to fill in. */
export const faktorer: Block = (page, { del = 'egna' }) => {
  const factors = del === 'egna' ? OWN : SHARED;
  const rest = del === 'egna' ? '' : unplaced(page);
  return factors.map((factor) => section(page, factor)).join('') + rest;
};

const NO_FIGURES = '<p class="datarad">Utdragen har inga uppgifter om detta: beskriv med egna ord.</p>';

function section(page: Page, factor: Factor): string {
  const name = `${factor.nr} ${factor.namn}`;
  const own = ownActivities(page).filter(({ framgangsfaktor }) => String(framgangsfaktor) === factor.nr);
  const see = factor.se
    ? `<p class="datarad ej-utskrift">Se ${link(factor.se.text, factor.se.path)}.</p>`
    : '';
  const figures = factor.siffror ? figuresOf(page, factor.nr, factor.siffror, name) : see || NO_FIGURES;
  return `<h3 id="faktor-${factor.nr}">${escapeHtml(name)}</h3>${figures}${forms(page, name, own)}`;
}

/** The published figures of a factor: the kommun beside its delregion. */
function figuresOf(page: Page, nr: string, figures: FactorFigure[], name: string): string {
  const wider = delregionOf(page, page.unit.id) ?? page.region;
  const shown = figures.map((figure) => ({ ...figure, id: shownFor(page, figure.id) }));
  const off = shown.filter(({ id }) => indicatorOf(page, id).avstangd_saknar.length > 0);
  const missing = [
    ...new Set(off.map(({ id }) => `<p class="datarad">${missingText(lageOf(page, id))}</p>`)),
  ];
  const rows = shown
    .filter((figure) => !off.includes(figure))
    .flatMap((figure) => {
      const span = spanOf(page, figure.id, page.unit, ['ar', 'halvar']);
      if (!span) return [];
      const cell = (unit: Page['unit']) => page.data.cell(figure.id, unit, span.typ, span.period, figure);
      return [
        {
          rubrik: figureName(page, figure),
          celler: [
            { text: spanText(span) },
            { text: indicatorOf(page, figure.id).enhet },
            cellOf(page, cell(page.unit)),
            cellOf(page, cell(wider)),
          ],
        },
      ];
    });
  const table =
    rows.length === 0
      ? ''
      : dataTable({
          id: `siffror-${nr}`,
          caption: `Siffror för ${name}`,
          doldCaption: true,
          radrubrik: 'Siffra',
          kolumner: [
            { rubrik: 'Period', text: true },
            { rubrik: 'Mått', text: true },
            { rubrik: page.unit.namn },
            { rubrik: wider.namn },
          ],
          rader: rows,
          korta: true,
          troskel: page.katalog.troskel,
        });
  return table + missing.join('');
}

function figureName(page: Page, { id, grupp, kategori }: FactorFigure): string {
  const { titel, kategorier } = indicatorOf(page, id);
  const part = kategori && (kategorier === 'vantan' ? bandName(kategori) : categoryName(kategori));
  return [titel, part, grupp && groupName(grupp)].filter(Boolean).join(': ');
}

const ownActivities = ({ katalog, unit }: Page): Lokalaktivitet[] =>
  katalog.aktiviteter.filter(({ kommun }) => kommun === unit.id);

/** Done or planned: as it says, else by whether it has begun on the last day of data. */
export const isPlanned = (page: Page, { status, start }: Lokalaktivitet): boolean =>
  status === null ? start > page.katalog.sista_datadag : status === 'planerad';

/** "23 april 2025", "1 mars 2025–30 juni 2025". */
export const whenText = ({ start, slut }: Lokalaktivitet): string =>
  slut ? `${formatDate(start)}–${formatDate(slut)}` : `från ${formatDate(start)}`;

const EMPTY = ['', '', '', ''];

/** Obstacles, possibilities, activities done and planned: what is known filled in, rows left to write in. */
function forms(page: Page, name: string, activities: Lokalaktivitet[]): string {
  const rows = (planned: boolean, empty: number) => [
    ...activities
      .filter((activity) => isPlanned(page, activity) === planned)
      .map((activity) => [activity.rubrik, '', whenText(activity), '']),
    ...Array.from({ length: empty }, () => EMPTY),
  ];
  return [
    form('Hinder och möjligheter', name, ['Hinder', 'Möjligheter'], [['', '']]),
    form('Genomförda aktiviteter', name, ['Vad', 'Vem', 'När', 'Hur det följdes upp'], rows(false, 1)),
    form('Planerade aktiviteter', name, ['Vad', 'Vem', 'När', 'Hur det följs upp'], rows(true, 2)),
  ].join('');
}

/** Who filled the document in, with whom and when: one row to write in. */
export const ifylld_av: Block = ({ unit }) =>
  form('Ifylld av', unit.namn, ['Namn och roll', 'Deltagare', 'Datum', 'Lämnas till'], [EMPTY]);

function form(title: string, factor: string, heads: string[], rows: string[][]): string {
  const head = heads.map((text) => `<th scope="col">${text}</th>`).join('');
  const body = rows.map(
    (cells) => `<tr>${cells.map((text) => `<td>${escapeHtml(text)}</td>`).join('')}</tr>`,
  );
  return `<table class="fyll"><caption>${title}<span class="dold">, ${escapeHtml(factor)}</span></caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

/** Activities of the kommun that name no factor. */
function unplaced(page: Page): string {
  const own = ownActivities(page).filter(({ framgangsfaktor }) => framgangsfaktor === null);
  if (own.length === 0) return '';
  const rows = own.map((activity) => [
    activity.rubrik,
    capitalize(isPlanned(page, activity) ? 'planerad' : 'genomförd'),
    whenText(activity),
    '',
  ]);
  const name = 'Aktiviteter utan angiven framgångsfaktor';
  return `<h3 id="faktor-ovrigt">${name}</h3>${form(name, 'att placera', ['Vad', 'Status', 'När', 'Framgångsfaktor'], rows)}`;
}
