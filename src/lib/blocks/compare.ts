import type { Enhet } from '../../../data-loaders/catalogue-types.ts';
import type { PubliceradRad } from '../../../data-loaders/types.ts';
import {
  type Cell,
  comparisonChart,
  comparisonTable,
  comparisonTitle,
  dataTable,
  escapeHtml,
  figure,
  hasInterval,
  type Kolumn,
  levelName,
  link,
  missingText,
  nearestUnits,
  sortUnits,
  tableDetails,
} from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import {
  cellOf,
  delregionOf,
  indicatorOf,
  lageOf,
  membersOf,
  type Page,
  peersOf,
  rowsAcross,
  type Span,
  shownFor,
  spanOf,
  unitHref,
  unitsOf,
} from '../page.ts';
import { sourceText, spanText } from '../words.ts';
import { chooseForm } from './choose.ts';
import { keyIndicators } from './unit.ts';

/** Units of a level, or the page's own peers. */
function unitsFor(page: Page, niva?: string): { name: string; units: Enhet[] } {
  if (niva === 'kommun' || niva === 'vardgivare' || niva === 'delregion')
    return { name: page.region.namn, units: unitsOf(page.katalog, niva) };
  if (niva === 'liknande') return { name: page.region.namn, units: similarTo(page) };
  return peersOf(page);
}

/** The kommun itself and those nearest to it in size; itself alone where the inhabitants are not known. */
export function similarTo({ katalog, unit }: Page): Enhet[] {
  const codes = katalog.befolkning.find(({ kommun }) => kommun === unit.id)?.liknande ?? [];
  return unitsOf(katalog, 'kommun').filter(({ id }) => id === unit.id || codes.includes(id));
}

/**
 * Units side by side, with intervals where the figure has them: `indikator`, `niva` kommun|vardgivare|delregion|liknande
 * (default: the page's peers).
 */
export const jamfor: Block = (page, { indikator: asked = 'medeldagar_alla', niva }) => {
  const indikator = shownFor(page, asked);
  const head = indicatorOf(page, indikator);
  const span = spanOf(page, indikator, page.region);
  if (!span) return '<p>Det finns ingen period att jämföra.</p>';
  if (head.avstangd_saknar.length > 0) return `<p>${missingText(lageOf(page, indikator))}</p>`;
  const interval = hasInterval(head);
  const { units } = unitsFor(page, niva);
  const all = rowsAcross(page, indikator, units, span);
  const rader = nearestUnits(sortUnits(all, head), page.unit.id);
  const referens = page.data.cell(indikator, page.region, span.typ, span.period);
  const chart = {
    id: `jamfor-${indikator}-${niva ?? 'egna'}`,
    indikator: head,
    rader,
    referens,
    ...(page.unit.niva === 'region' ? {} : { fokus: page.unit.id }),
  };
  const titel = comparisonTitle(chart);
  const caption = `${head.titel} per ${levelName(units[0]?.niva ?? 'kommun')}${niva === 'liknande' ? ' bland lika stora' : ''}, ${spanText(span)}: värde, ${interval ? '95 procents intervall och ' : ''}antal`;
  return figure({
    id: `figur-${chart.id}`,
    titel,
    undertitel: `${head.titel}, ${head.enhet}, ${spanText(span)}${interval ? ', med 95 procents intervall' : ''}`,
    innehall:
      comparisonChart({ ...chart, titel: `${titel}. ${caption}` }) +
      tableDetails(
        'Siffrorna i tabell',
        comparisonTable({
          ...chart,
          id: `tabell-${chart.id}`,
          caption,
          troskel: page.katalog.troskel,
          href: (id) => hrefOf(units, id),
        }),
      ),
    bildtext: `${sourceText(page, head.rojande.mangd, head.kraver)}, ${spanText(span)}. Sorterat efter värde.${rader.length < all.length ? ` ${fewer(page, all, rader)}` : ''} Lodrät linje: hela ${escapeHtml(page.region.namn)}. ${interval ? 'Där två intervall överlappar kan ordningen vara en tillfällighet.' : 'Siffrorna har inget intervall: små skillnader kan vara en tillfällighet.'}`,
  });
};

/** Says which of many units are shown, and where all of them stand. HTML. */
function fewer(page: Page, all: PubliceradRad[], rader: PubliceradRad[]): string {
  const which = rader.some(({ enhet_id }) => enhet_id === page.unit.id)
    ? `de närmast ${escapeHtml(page.unit.namn)}`
    : 'de första och de sista';
  return `Här visas ${rader.length} av ${all.length}, ${which}. Alla finns i ${link('en lista', `/${all[0]!.niva}/index`)}.`;
}

function hrefOf(units: Enhet[], id: string): string | undefined {
  const unit = units.find((candidate) => candidate.id === id);
  return unit && unitHref(unit);
}

/** All units of a level in alphabetical order with the key figures of the latest period: the way in to their pages. */
export const enheter: Block = (page, { niva = 'kommun', delregion }) => {
  const units = delregion ? membersOf(page, delregion) : unitsFor(page, niva).units;
  const ids = keyIndicators(page);
  const spans = ids.map((id) => spanOf(page, id, page.region));
  const kommun = niva === 'kommun' && !delregion;
  const id = `enheter-${delregion ?? niva}`;
  const table = dataTable({
    id,
    caption: `${HEADINGS[niva] ?? 'Enheter'} i bokstavsordning, nyckeltal ${spanText(spans[0]!)}`,
    doldCaption: true,
    radrubrik: SINGULAR[niva] ?? 'Enhet',
    kolumner: [
      ...(kommun ? [{ rubrik: 'Delregion', text: true }] : []),
      { rubrik: 'Fall' },
      ...ids.map(
        (id): Kolumn => ({ rubrik: indicatorOf(page, id).kort, enhet: indicatorOf(page, id).enhet }),
      ),
    ],
    rader: units.map((unit) => ({
      rubrik: unit.namn,
      href: unitHref(unit),
      celler: [
        ...(kommun ? [{ text: delregionOf(page, unit.id)?.namn ?? '–' }] : []),
        keyCell(page, 'medeldagar_alla', unit, spans[0]!, 'namnare'),
        ...ids.map((id, i) => keyCell(page, id, unit, spans[i]!)),
      ],
    })),
    troskel: page.katalog.troskel,
  });
  const whole = units[0] && spans[0] && !delregion;
  const form = whole
    ? chooseForm(page, {
        niva: units[0]!.niva,
        ersatter: `lista-${niva}`,
        indikator: ids[0]!,
        period: spans[0]!,
      })
    : '';
  return `${form}<div id="lista-${delregion ?? niva}">${table}</div>`;
};

const HEADINGS: Record<string, string> = {
  kommun: 'Kommuner',
  liknande: 'Kommuner',
  vardgivare: 'Vårdgivare',
  delregion: 'Delregioner',
};
const SINGULAR: Record<string, string> = {
  kommun: 'Kommun',
  liknande: 'Kommun',
  vardgivare: 'Vårdgivare',
  delregion: 'Delregion',
};

function keyCell(page: Page, id: string, unit: Enhet, span: Span | null, falt?: 'namnare'): Cell {
  if (!span) return { text: 'saknas' };
  const rad = page.data.cell(id, unit, span.typ, span.period);
  return cellOf(page, rad, falt);
}

/** The delregioner with their kommuner, as a list of links. */
export const delregioner: Block = (page) => {
  const groups = unitsOf(page.katalog, 'delregion').map((unit) => ({
    unit,
    members: membersOf(page, unit.id),
  }));
  const outside = unitsOf(page.katalog, 'kommun').filter((kommun) => !delregionOf(page, kommun.id));
  const list = (units: Enhet[]) =>
    `<ul>${units.map((unit) => `<li>${link(unit.namn, unitHref(unit))}</li>`).join('')}</ul>`;
  return (
    `<div class="delregioner">${groups
      .map(({ unit, members }) => `<div><h3>${link(unit.namn, unitHref(unit))}</h3>${list(members)}</div>`)
      .join('')}` + `${outside.length > 0 ? `<div><h3>Utan delregion</h3>${list(outside)}</div>` : ''}</div>`
  );
};
