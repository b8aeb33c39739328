/** Tables of what changed since a month, and of every month with its verdict, from which the reader's own choice is made. */
import { valueCell } from './cells.ts';
import { capitalize, formatMonth } from './format.ts';
import { verdictGlyph } from './glyphs.ts';
import { attributes, escapeHtml, link } from './html.ts';
import { lastKnown, verdictIn } from './known.ts';
import { lastJudged, verdictWord } from './sentences.ts';
import { byPeriod, latestFinal } from './series.ts';
import { isNew, type Omdome, type Omdomen, sinceWord } from './since.ts';
import { captionOf, explanation, explanationLine, rollingRegion } from './table.ts';
import type { Lage } from './types.ts';
import { cutOffRun, FEW, reason } from './verdict.ts';

/** One series: an indicator of the unit, or a kommun. */
export type Serie = { namn: string; href: string; lage: Lage };

export type SinceTable = {
  id: string;
  caption: string;
  radrubrik: string;
  serier: Serie[];
  /** First day of the month compared with. */
  sedan: string;
};

/** Where the latest month has no verdict: what was seen before the gap. HTML; empty where no change was. */
function knownChange(lage: Lage): string {
  const run = cutOffRun(lage);
  if (run)
    return `<small>${capitalize(run.perioder)}: ${run.antal} månader i rad ${run.ord} medelvärdet</small>`;
  const known = lastKnown(lage);
  return known && known.omdome !== 'normal' ? `<small>${capitalize(lastJudged(known))}</small>` : '';
}

/** The verdict on the latest final month. */
const verdictNow = (lage: Lage): Omdome => verdictIn(lage, latestFinal(lage.rader)?.period ?? '');

/** The verdicts then and now of each series. */
export const verdictsSince = (serier: Serie[], sedan: string): Omdomen =>
  serier.map(({ lage }) => [verdictIn(lage, sedan), verdictNow(lage)]);

/** Names of the series that have a change now and had not the same one then. */
export const newSince = (serier: Serie[], sedan: string): string[] =>
  serier.filter(({ lage }) => isNew(verdictIn(lage, sedan), verdictNow(lage))).map(({ namn }) => namn);

/** Then, now, and what it means; the month then is put in by the reader's choice (src/lib/client/sedan.ts). */
export function sinceTable({ id, caption, radrubrik, serier, sedan }: SinceTable): string {
  const latest = serier.map(({ lage }) => latestFinal(lage.rader)?.period ?? '');
  const usual = latest.reduce((a, b) => (a > b ? a : b), '');
  const rows = serier.map(({ namn, href, lage }, i) => {
    const then = lage.rader.find((rad) => rad.periodtyp === 'manad' && rad.period === sedan);
    const now = latestFinal(lage.rader);
    const { decimaler } = lage.indikator;
    const [before, after] = [verdictIn(lage, sedan), verdictNow(lage)];
    const other = now && latest[i] !== usual ? ` <small>Nu: ${formatMonth(latest[i]!, true)}</small>` : '';
    const changed = after !== null && after !== 'normal';
    const why = changed ? `<small>${reason(lage) ?? ''}</small>` : after === null ? knownChange(lage) : '';
    return (
      `<tr${attributes({ 'data-serie': keyOf(lage), 'data-nu': after ?? '' })}><th scope="row">${link(namn, href)}</th>` +
      `${valueCell({ rad: then, decimaler })}` +
      `${valueCell({ rad: now, decimaler })}` +
      `<td class="ord omdome ${after ?? ''}">${after ? verdictGlyph(lage) : ''} <span>${sinceWord(before, after)}</span> ${why}${other}</td></tr>`
    );
  });
  const head = `<th scope="col" class="ord">${escapeHtml(radrubrik)}</th><th scope="col" data-sedan>${formatMonth(sedan, true)}</th><th scope="col">${usual ? formatMonth(usual, true) : ''}</th><th scope="col" class="ord">Sedan dess</th>`;
  const table = `<table id="${id}" class="sedan">${captionOf(id, caption, true)}<thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return rollingRegion(id, table);
}

/** The words of tables of what changed, once for those that stand beside each other. HTML. */
export function sinceWords(serier: Serie[], troskel: number): string {
  // Of every month: the reader may choose another.
  const shown = serier.flatMap(({ lage }) => lage.rader.filter(({ slutlig }) => slutlig === 1));
  const hidden = shown.some(({ status }) => status === 'skyddad') ? 'är skyddad eller ' : '';
  return explanationLine(
    explanation(shown, troskel),
    `Ingen bedömning: siffran ${hidden}vilar på färre än ${FEW} fall, eller serien är för kort${hidden ? ' eller har fler månader som är skyddade än som visas' : ''}.`,
  );
}

const keyOf = ({ indikator, rader }: Lage): string => {
  const rad = rader[0];
  return [indikator.id, rad?.niva, rad?.enhet_id].join('|');
};

/** Every final month, newest first: a column per series, each value with its verdict of that month. */
export function verdictMonths({
  id,
  caption,
  serier,
  troskel,
}: Omit<SinceTable, 'sedan' | 'radrubrik'> & { troskel: number }): string {
  const rows = serier.map(({ lage }) => byPeriod(lage.rader).filter(({ slutlig }) => slutlig === 1));
  // Another figure of the month may be final before this one is.
  const open = serier.map(
    ({ lage }) =>
      new Set(
        byPeriod(lage.rader)
          .filter(({ slutlig }) => slutlig === 0)
          .map(({ period }) => period),
      ),
  );
  const months = [...new Set(rows.flatMap((series) => series.map(({ period }) => period)))].sort().reverse();
  const byMonth = rows.map((series) => new Map(series.map((rad) => [rad.period, rad])));
  const body = months.map((month) => {
    const cells = serier.map(({ lage }, i) => {
      const verdict = verdictIn(lage, month);
      const rad = byMonth[i]!.get(month);
      if (!rad && open[i]!.has(month)) return '<td class="saknas">ej slutlig</td>';
      const cell = valueCell({ rad, decimaler: lage.indikator.decimaler });
      return verdict === null || verdict === 'normal'
        ? cell.replace('<td', `<td${attributes({ 'data-omdome': verdict })}`)
        : cell
            .replace('<td', `<td data-omdome="${verdict}"`)
            .replace('</td>', ` ${mark(lage, verdict)}</td>`);
    });
    return `<tr><th scope="row">${formatMonth(month)}</th>${cells.join('')}</tr>`;
  });
  const heads = serier.map(({ namn }) => `<th scope="col">${escapeHtml(namn)}</th>`).join('');
  const table = `<table id="${id}" class="manader">${captionOf(id, caption)}<thead><tr><th scope="col" class="ord">Månad</th>${heads}</tr></thead><tbody>${body.join('')}</tbody></table>`;
  return (
    rollingRegion(id, table) +
    explanationLine(explanation(rows.flat(), troskel), '▲▼: en förändring sedd i den månaden.')
  );
}

/** ▲ or ▼ by the way that is better for the indicator. */
function mark({ indikator }: Lage, verdict: 'battre' | 'samre' | 'forandring'): string {
  const up = (verdict === 'battre') === (indikator.riktning === 'hogre');
  const sign = verdict === 'forandring' ? '◆' : up ? '▲' : '▼';
  return `<span class="${verdict}"><span aria-hidden="true">${sign}</span><span class="dold">${verdictWord(verdict)}</span></span>`;
}
