import type { MalRad } from '../../../data-loaders/judgement-types.ts';
import {
  type Cell,
  changeWord,
  dataTable,
  escapeHtml,
  FEW,
  formatDate,
  formatNumber,
  formatPeriod,
  goalMark,
  goalText,
  intervalCell,
  outcomeName,
  outcomeText,
  outcomeWord,
} from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { cellOf, indicatorOf, type Page, unitHref } from '../page.ts';
import { definitionHref } from './unit.ts';

/** True for a goal that has not ended before a day. */
export const lastsTo = ({ till }: { till: string | null }, day: string): boolean =>
  till === null || till >= day;

/** What the profile's goals are, or that there are none. */
export const mal_lage: Block = ({ katalog }) => {
  if (katalog.mal.length === 0)
    return '<p class="ingress"><strong>Profilen har inga beslutade mål.</strong> Det är i sig en iakttagelse: utan mål kan ingen säga om väntan är för lång, bara om den har förändrats.</p>';
  return katalog.mal.every(({ exempel }) => exempel)
    ? '<p class="ingress"><strong>Målen på sidan är exempel och inte beslutade.</strong> De visar hur mål följs och används bara med påhittade utdrag.</p>'
    : `<p class="ingress">Ett mål är uppnått när hela intervallet ligger på rätt sida om det, och går inte att avgöra när intervallet rymmer det eller medelvärdet bygger på färre än ${FEW} fall.</p>`;
};

/** Every goal: what, who, when; units by outcome and period; each unit's latest year. */
export const mal: Block = (page) =>
  // The number of a goal is its place in the profile's list, examples counted.
  [...new Set(page.data.outcomes().map((row) => row.mal))]
    .map((number) => goalSection(page, number))
    .join('') || (page.katalog.mal.length > 0 ? '<p>Inget mål gäller en slutlig period i utdragen.</p>' : '');

function goalSection(page: Page, number: number): string {
  const rows = page.data.outcomes().filter(({ mal }) => mal === number);
  const [first] = rows;
  const { titel, enhet, id } = indicatorOf(page, first!.indikator);
  const goal = goalText(first!.riktning, first!.malvarde);
  const years = [
    ...new Set(rows.filter(({ periodtyp }) => periodtyp === 'ar').map(({ period }) => period)),
  ].sort();
  const latest = years.at(-1);
  const shown = latest
    ? rows.filter(({ periodtyp, period }) => periodtyp === 'ar' && period === latest)
    : latestOf(rows);
  return (
    `<section class="malrad"><h3 id="mal-${number}">${escapeHtml(titel)}: ${goal} ${escapeHtml(enhet)}</h3>` +
    `<p>${decision(first!)} Gäller ${LEVELS[first!.niva]} från ${formatDate(first!.fran)}${first!.till ? ` till ${formatDate(first!.till)}` : ''}. <a href="${definitionHref(id)}">Så är siffran räknad</a>.</p>` +
    summary(page, number, `${titel}, ${goal}`) +
    outcomes(page, number, shown, earlier(rows, latest), `${titel}, ${goal}`) +
    '</section>'
  );
}

const LEVELS: Record<MalRad['niva'], string> = {
  kommun: 'kommunerna',
  delregion: 'delregionerna',
  region: 'regionen',
  vardgivare: 'vårdgivarna',
  kommun_vardgivare: 'kommun och vårdgivare',
  klinik: 'klinikerna',
};

const latestOf = (rows: MalRad[]): MalRad[] => {
  const last = rows
    .map(({ period }) => period)
    .sort()
    .at(-1);
  return rows.filter(
    ({ period, periodtyp }) =>
      period === last && periodtyp === rows.find((r) => r.period === last)!.periodtyp,
  );
};

/** Who decided and when. */
const decision = ({
  beslutad_av,
  beslutad,
  exempel,
}: Pick<MalRad, 'beslutad_av' | 'beslutad'> & { exempel: number | boolean }): string =>
  exempel
    ? '<strong>Exempel, inte beslutat.</strong>'
    : `Beslutat av ${escapeHtml(beslutad_av)}${beslutad ? `, ${formatDate(beslutad)}` : ', datum ej angivet'}.`;

/** Units by outcome: every year the goal held, and its latest quarter and month. */
function summary(page: Page, number: number, goal: string): string {
  const sums = page.data.outcomeSums().filter(({ mal }) => mal === number);
  const order = ['ar', 'kvartal', 'manad'];
  const columns = ['uppnatt', 'ej_uppnatt', 'gar_inte_att_avgora', 'skyddad', 'saknas'] as const;
  return dataTable({
    id: `mal-${number}-summa`,
    caption: `${goal}: enheter efter utfall och period`,
    radrubrik: 'Period',
    kolumner: columns.map((utfall) => ({
      rubrik: outcomeName(utfall).replace(/^./, (c) => c.toLocaleUpperCase('sv')),
    })),
    rader: [...sums]
      .sort(
        (a, b) => order.indexOf(a.periodtyp) - order.indexOf(b.periodtyp) || b.period.localeCompare(a.period),
      )
      .map((row) => ({
        rubrik: formatPeriod(row.periodtyp, row.period),
        celler: columns.map((utfall): Cell => ({ text: formatNumber(row[utfall]), numerisk: true })),
      })),
    troskel: page.katalog.troskel,
  });
}

/** The outcomes of the years before, newest first. */
function earlier(rows: MalRad[], latest: string | undefined): { year: string; rows: MalRad[] }[] {
  const past = rows.filter(({ periodtyp, period }) => periodtyp === 'ar' && period !== latest);
  return [...new Set(past.map(({ period }) => period))]
    .sort()
    .reverse()
    .map((period) => ({ year: period.slice(0, 4), rows: past.filter((row) => row.period === period) }));
}

function outcomes(
  page: Page,
  number: number,
  rows: MalRad[],
  before: ReturnType<typeof earlier>,
  goal: string,
): string {
  const [first] = rows;
  const { decimaler, enhet } = indicatorOf(page, first!.indikator);
  const period = formatPeriod(first!.periodtyp, first!.period);
  // The chart tells of the latest month, which a goal that has ended is no goal of.
  const inForce = lastsTo(first!, page.katalog.sista_datadag);
  return dataTable({
    id: `mal-${number}-enheter`,
    caption: `${goal}: utfall ${period}`,
    radrubrik: 'Enhet',
    kolumner: [
      { rubrik: 'Utfall', enhet },
      { rubrik: '95 % intervall', enhet },
      { rubrik: 'Antal' },
      { rubrik: 'Mot målet', text: true },
      { rubrik: 'Bedömning', text: true },
      ...before.map(({ year }) => ({ rubrik: year, text: true })),
      ...(inForce ? [{ rubrik: 'Styrdiagram', text: true }] : []),
    ],
    rader: [...rows]
      .sort((a, b) => a.enhet.localeCompare(b.enhet, 'sv'))
      .map((row) => {
        const rad = page.data.cell(
          row.indikator,
          { niva: row.niva, id: row.enhet_id },
          row.periodtyp,
          row.period,
        );
        return {
          rubrik: row.enhet,
          href: unitHref({ niva: row.niva, id: row.enhet_id }),
          celler: [
            cellOf(page, rad),
            { html: rad ? intervalCell(rad, { decimaler }) : '–', numerisk: true },
            { rad, falt: 'antal' },
            { html: goalMark(row) },
            { html: outcomeWord(row) },
            ...before.map(({ rows: past }): Cell => {
              const then = past.find(({ enhet_id }) => enhet_id === row.enhet_id);
              return { text: then ? outcomeText(then) : '–' };
            }),
            ...(inForce ? [{ text: row.styrdiagram ? changeWord(row.styrdiagram) : '–' }] : []),
          ],
        };
      }),
    troskel: page.katalog.troskel,
    forklaring: `Tonad yta: målet uppnått. Punkt och streck: utfall och 95 procents intervall.${inForce ? CHART_COLUMN : ''}`,
  });
}

const CHART_COLUMN = ` Styrdiagram: läget den senaste slutliga månaden mot enhetens egna tidigare månader, – där den månaden inte visas, har färre än ${FEW} fall eller hör till en serie som inte bedöms; ett mål kan vara uppnått utan att något har förändrats.`;
