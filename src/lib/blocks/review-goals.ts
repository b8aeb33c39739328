import type { MalArRad, MalRad } from '../../../data-loaders/judgement-types.ts';
import {
  type Cell,
  capitalize,
  changeWord,
  dataTable,
  escapeHtml,
  FEW,
  formatDate,
  formatNumber,
  glyph,
  goalMark,
  goalText,
  intervalCell,
  list,
  outcomeWord,
  valueCell,
} from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { cellOf, indicatorOf, type Page, unitHref } from '../page.ts';
import { reviewYear } from './review.ts';

type Judged = MalArRad & { mal: number; indikator: string };
const isJudged = (row: MalArRad): row is Judged => row.mal !== null;

/** Years before the latest that stand beside it. */
const EARLIER = 2;

const LEVELS: Partial<Record<MalRad['niva'], string>> = {
  region: 'Regionen',
  delregion: 'Delregioner',
  vardgivare: 'Vårdgivare',
  kommun: 'Kommuner',
  kommun_vardgivare: 'Kommun och vårdgivare',
  klinik: 'Kliniker',
};

/** The goals of the latest final year: what, who decided it and when, and how many units reached it. */
export const revision_beslut: Block = (page) => {
  const period = reviewYear(page);
  const rows = period ? page.data.goalsOf(period).filter(isJudged) : [];
  const first = new Map(rows.map((row) => [row.mal, row]).reverse() as [number, Judged][]);
  if (first.size === 0)
    return '<p>Profilen har inget mål som gäller ett slutligt år. Det är en iakttagelse, se nedan.</p>';
  const sums = new Map(
    page.data
      .outcomeSums()
      .filter((sum) => sum.periodtyp === 'ar' && sum.period === period)
      .map((sum) => [sum.mal, sum]),
  );
  const counts = ['uppnatt', 'ej_uppnatt', 'gar_inte_att_avgora', 'skyddad', 'saknas'] as const;
  return dataTable({
    id: 'revision-beslut',
    caption: `Mål som gällde hela ${period!.slice(0, 4)}, och antal enheter efter utfall`,
    radrubrik: 'Mål',
    kolumner: [
      { rubrik: 'Beslut', text: true },
      { rubrik: 'Uppnått' },
      { rubrik: 'Ej uppnått' },
      { rubrik: 'Går inte att avgöra' },
      { rubrik: 'Skyddat' },
      { rubrik: 'Saknas' },
    ],
    rader: [...first.values()]
      .sort((a, b) => a.mal - b.mal)
      .map((row) => ({
        rubrik: `${indicatorOf(page, row.indikator).titel}: ${target(page, row)}`,
        under: `${LEVELS[row.niva]}, från ${formatDate(row.fran)}${row.till ? ` till ${formatDate(row.till)}` : ''}`,
        celler: [
          { html: decision(row) },
          ...counts.map(
            (utfall): Cell => ({ text: formatNumber(sums.get(row.mal)?.[utfall] ?? 0), numerisk: true }),
          ),
        ],
      })),
    troskel: page.katalog.troskel,
  });
};

/** `högst 1,2 dagar`. HTML. */
function target(page: Page, { riktning, malvarde, indikator }: Judged): string {
  return `${goalText(riktning, malvarde)} ${indicatorOf(page, indikator).enhet}`;
}

/** Who answers for the goal, who decided it and when; an example says so. HTML. */
function decision({ namnd, beslutad_av, beslutad, exempel }: Judged): string {
  const when = beslutad ? formatDate(beslutad) : 'datum ej angivet';
  const who = exempel
    ? '<strong>Exempel, inte beslutat</strong>'
    : `${escapeHtml(capitalize(beslutad_av))}, ${when}`;
  return `${who}<br><small>${namnd ? `${escapeHtml(namnd)} svarar för målet` : 'Ansvarig nämnd: ej angiven'}</small>`;
}

/** Unit by unit, a table per level: each goal's outcome in the latest final year, and the years before. */
export const revision_mal: Block = (page) => {
  const period = reviewYear(page);
  if (!period) return '';
  const rows = page.data.goalsOf(period);
  const levels = [...new Set(rows.filter(isJudged).map(({ niva }) => niva))];
  const tables = levels.map((niva) =>
    level(
      page,
      niva,
      period,
      rows.filter(isJudged).filter((row) => row.niva === niva),
    ),
  );
  const without = rows.filter((row) => !isJudged(row)).map(({ enhet }) => enhet);
  const missing =
    without.length > 0 && levels.length > 0
      ? `<p><strong>Inget mål ${period.slice(0, 4)}:</strong> ${escapeHtml(list(without.sort((a, b) => a.localeCompare(b, 'sv'))))}.</p>`
      : '';
  return tables.join('') + missing;
};

function level(page: Page, niva: MalRad['niva'], period: string, rows: Judged[]): string {
  const goals = [...new Set(rows.map(({ indikator }) => indikator))];
  const years = page.data
    .goalYears()
    .map((sum) => sum.period)
    .filter((year) => year < period)
    .slice(-EARLIER)
    .reverse();
  const units = [...new Map(rows.map((row) => [row.enhet_id, row.enhet]))].sort(([, a], [, b]) =>
    a.localeCompare(b, 'sv'),
  );
  const of = (year: string, unit: string, indikator: string) =>
    page.data
      .goalsOf(year)
      .filter(isJudged)
      .find((row) => row.niva === niva && row.enhet_id === unit && row.indikator === indikator);
  const before = (indikator: string) =>
    years.filter((year) => units.some(([unit]) => of(year, unit, indikator)));
  return dataTable({
    id: `revision-${niva}`,
    caption: `${LEVELS[niva]}: utfall mot målen ${period.slice(0, 4)} och åren före`,
    radrubrik: niva === 'kommun' ? 'Kommun' : 'Enhet',
    kolumner: goals.flatMap((indikator) => [
      { rubrik: indicatorOf(page, indikator).kort, enhet: heading(page, rows, indikator) },
      { rubrik: period.slice(0, 4), text: true },
      ...before(indikator).map((year) => ({ rubrik: year.slice(0, 4), text: true })),
    ]),
    rader: units.map(([id, enhet]) => ({
      rubrik: enhet,
      href: unitHref({ niva, id }),
      celler: goals.flatMap((indikator) => [
        ...latest(page, of(period, id, indikator), rows),
        ...before(indikator).map((year) => ({ html: pastWord(of(year, id, indikator)) })),
      ]),
    })),
    troskel: page.katalog.troskel,
    forklaring: `Under utfallet 95 procents intervall och antal fall. Tonad yta: målet uppnått. Punkt och streck: utfall och intervall. Åren före bedöms mot det mål som gällde då. Ser styrdiagrammet en förändring den senaste slutliga månaden, och månaden visas och har minst ${FEW} fall, står det under; ett mål kan vara uppnått utan att något har förändrats.`,
  });
}

/** The target where all units have the same; else each row says its own. */
const heading = (page: Page, rows: Judged[], indikator: string): string => {
  const own = rows.filter((row) => row.indikator === indikator);
  return isShared(own) ? target(page, own[0]!) : 'mål per enhet';
};

const isShared = (rows: Judged[]): boolean => new Set(rows.map(({ mal }) => mal)).size === 1;

/** Value with interval and cases; outcome with its mark, and the control chart's verdict. */
function latest(page: Page, row: Judged | undefined, rows: Judged[]): Cell[] {
  if (!row) return [{ text: '–', numerisk: true }, { text: 'inget mål' }];
  const { decimaler, riktning } = indicatorOf(page, row.indikator);
  const rad = page.data.cell(row.indikator, { niva: row.niva, id: row.enhet_id }, 'ar', row.period);
  const basis =
    rad?.status === 'visas'
      ? `<br><small class="en-rad">${rad.nedre === null ? '' : `${intervalCell(rad, { decimaler })}; `}${valueCell({ rad, falt: 'antal', decimaler: 0 }, 'span')} fall</small>`
      : '';
  const own = isShared(rows.filter(({ indikator }) => indikator === row.indikator))
    ? ''
    : `<br><small>mål ${target(page, row)}, ${decision(row)}</small>`;
  const judged = { ...row, utfall: outcome(row) };
  const [word, mark] = [outcomeWord(judged), goalMark(judged)];
  return [
    { html: valueCell(cellOf(page, rad), 'span') + basis, numerisk: true },
    { html: `${word}${mark ? `<br>${mark}` : ''}${change(row, riktning)}${own}` },
  ];
}

/** What the control chart says where it sees a change: better is down where lower is better. HTML. */
function change({ styrdiagram }: Judged, riktning: string): string {
  if (styrdiagram !== 'battre' && styrdiagram !== 'samre') return '';
  const shape = (styrdiagram === 'battre') === (riktning === 'hogre') ? 'upp' : 'ner';
  return `<br><small>${glyph(shape, styrdiagram)} ${changeWord(styrdiagram)}</small>`;
}

const outcome = ({ utfall }: Judged) => (utfall === 'inget_mal' ? 'saknas' : utfall);

const pastWord = (row: Judged | undefined): string =>
  row ? `<small>${outcomeWord({ ...row, utfall: outcome(row) })}</small>` : '–';
