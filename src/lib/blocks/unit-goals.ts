import type { Mal } from '../../../data-loaders/catalogue-types.ts';
import type { MalRad } from '../../../data-loaders/judgement-types.ts';
import {
  escapeHtml,
  formatPeriod,
  goalText,
  intervalCell,
  link,
  outcomeWord,
  unitWord,
  valueCell,
} from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { cellOf, indicatorOf, type Page } from '../page.ts';
import { lastsTo } from './goals.ts';

/** Whether the goals in force for the page's unit are met, a line each; that there is none is said too. */
export const mal_enhet: Block = (page) => {
  const rows = latestOutcomes(page);
  if (rows.length === 0)
    return `<p>Inget mål gäller ${escapeHtml(page.unit.namn)} nu. Utan mål går det bara att säga om något har förändrats. Alla mål står under ${link('Mål', '/mal')}.</p>`;
  const told = examplesText(rows);
  const examples = told ? `<strong>${told}</strong> ` : '';
  return `<ul class="mal-enhet">${rows.map((row) => line(page, row)).join('')}</ul><p class="datarad">${examples}<span class="ej-utskrift">Alla mål, enheter och perioder står under ${link('Mål', '/mal')}.</span></p>`;
};

/** That goals are examples that nobody has decided; empty where none is. */
function examplesText(rows: MalRad[]): string {
  if (!rows.some(({ exempel }) => exempel)) return '';
  if (rows.length === 1) return 'Målet är ett exempel, inte beslutat.';
  return rows.every(({ exempel }) => exempel)
    ? 'Målen är exempel, inte beslutade.'
    : 'En del av målen är exempel, inte beslutade.';
}

/** One outcome per goal in force: its latest year, or its latest period where no whole year has passed. */
function latestOutcomes({ data, katalog, unit }: Page): MalRad[] {
  const own = data
    .outcomes()
    .filter(
      (row) => row.niva === unit.niva && row.enhet_id === unit.id && lastsTo(row, katalog.sista_datadag),
    );
  return [...new Set(own.map(({ mal }) => mal))].map((number) => {
    const of = own.filter(({ mal }) => mal === number);
    const years = of.filter(({ periodtyp }) => periodtyp === 'ar');
    return (years.length > 0 ? years : of).reduce((a, b) => (b.period > a.period ? b : a));
  });
}

/** "Medeldagar, alla fall 2025: 0,83 dagar (0,72–0,95), målet är högst 0,9 dagar. ⊢⊣ Går inte att avgöra". */
function line(page: Page, row: MalRad): string {
  const indikator = indicatorOf(page, row.indikator);
  const rad = page.data.cell(row.indikator, page.unit, row.periodtyp, row.period);
  const unit = escapeHtml(unitWord(indikator));
  const shown = rad?.status === 'visas' && rad.varde !== null;
  const interval = shown && rad.nedre !== null ? ` (${intervalCell(rad, indikator)})` : '';
  const goal = goalText(row.riktning, row.malvarde);
  return `<li>${escapeHtml(indikator.titel)} ${formatPeriod(row.periodtyp, row.period)}: ${valueCell(cellOf(page, rad), 'span')}${shown ? ` ${unit}` : ''}${interval}, målet är ${goal} ${unit}. ${outcomeWord(row)}</li>`;
}

/** The goal in force for a unit on a day, for a line in its chart. */
export function goalOf(
  { katalog }: Page,
  indikator: string,
  unit: { niva: string; id: string },
  day: string,
): Mal | null {
  return (
    katalog.mal.find(
      (goal) =>
        goal.indikator === indikator &&
        goal.niva === unit.niva &&
        (goal.enheter === 'alla' || goal.enheter.includes(unit.id)) &&
        goal.fran <= day &&
        lastsTo(goal, day),
    ) ?? null
  );
}
