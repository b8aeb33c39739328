/** What one unit's series says: the published verdict in words, with its reason. No rule is applied here. */
import {
  addDays,
  capitalize,
  distinctDecimals,
  formatDate,
  formatInterval,
  formatMonth,
  formatNumber,
  numberWord,
} from './format.ts';
import { escapeHtml } from './html.ts';
import { columnName } from './names.ts';
import { latestFinal, monthSeries, notFinalAfter, runs, shownLimits } from './series.ts';
import type { Lage, PubliceradRad, Styrdiagram } from './types.ts';
import { followUpDays } from './vocabulary.ts';

/** Cases under which no judgement is made (src/metod.md, Statistik). */
export const FEW = 20;

export type Slag =
  | 'saknas'
  | 'skyddad'
  | 'inga'
  | 'fa_fall'
  | 'utan_serie'
  | 'normal'
  | 'battre'
  | 'samre'
  | 'forandring';

/** Which of the ten situations the latest final month is in. */
export function situation(lage: Lage): { slag: Slag; rad: PubliceradRad | undefined } {
  const rad = latestFinal(lage.rader);
  if (lage.saknarKolumner?.length) return { slag: 'saknas', rad };
  // Not counted by month: what stands is the longer period, which no chart judges.
  if (!rad && lage.langre && lage.langre.status !== 'saknas')
    return { slag: lage.langre.status === 'skyddad' ? 'skyddad' : 'utan_serie', rad: lage.langre };
  if (!rad) return { slag: 'saknas', rad };
  if (rad.status === 'skyddad') return { slag: 'skyddad', rad };
  if (rad.status === 'saknas' || rad.varde === null)
    return { slag: rad.namnare === 0 ? 'inga' : 'saknas', rad };
  if (rad.antal === 0) return { slag: 'inga', rad };
  if ((rad.antal ?? 0) < FEW) return { slag: 'fa_fall', rad };
  if (!lage.diagram || lage.diagram.senaste_period !== rad.period) return { slag: 'utan_serie', rad };
  return { slag: lage.diagram.bedomning, rad };
}

/** True where the latest month has a verdict. */
export const isJudged = (slag: Slag): boolean => ['normal', 'battre', 'samre', 'forandring'].includes(slag);

/** Which way the value has gone: from the rule that gave the signal. */
export function direction({ diagram, punkter, indikator }: Lage): 'lagre' | 'hogre' {
  if (diagram?.signal === 'utanfor') return diagram.varde > diagram.ovre_grans ? 'hogre' : 'lagre';
  if (diagram?.signal === 'sju_trend') {
    if (diagram.bedomning === 'battre') return indikator.riktning === 'hogre' ? 'hogre' : 'lagre';
    if (diagram.bedomning === 'samre') return indikator.riktning === 'hogre' ? 'lagre' : 'hogre';
    const [before, last] = [...punkter].sort((a, b) => a.period.localeCompare(b.period)).slice(-2);
    return before && last && last.varde < before.varde ? 'lagre' : 'hogre';
  }
  return diagram?.sida === -1 ? 'lagre' : 'hogre';
}

/** A limit with decimals enough to differ from the value it is compared with. */
export function against(limit: number, lage: Lage): string {
  return formatNumber(limit, distinctDecimals([limit, lage.diagram!.varde], lage.indikator.decimaler));
}

/** The latest value with decimals enough to differ from what the verdict compares it with: limits, and mean after a run. */
export function valueText(rad: PubliceradRad, { diagram, indikator }: Lage): string {
  const value = rad.varde!;
  if (rad.periodtyp !== 'manad' || diagram?.senaste_period !== rad.period)
    return formatNumber(value, indikator.decimaler);
  const mean = diagram.signal === 'sju_samma_sida' ? [diagram.medel] : [];
  const places = [...mean, diagram.nedre_grans, diagram.ovre_grans].map((other) =>
    distinctDecimals([value, other], indikator.decimaler),
  );
  return formatNumber(value, Math.max(...places));
}

/** "Tio månader i rad över medelvärdet 0,96", "Över den övre gränsen 74,9". Null where there is no signal. */
export function reason(lage: Lage): string | null {
  const { diagram } = lage;
  if (!diagram) return null;
  const up = direction(lage) === 'hogre';
  switch (diagram.signal) {
    case 'utanfor':
      return up
        ? `Över den övre gränsen ${against(diagram.ovre_grans, lage)}`
        : `Under den undre gränsen ${against(diagram.nedre_grans, lage)}`;
    case 'sju_samma_sida':
      return `${capitalize(numberWord(diagram.i_rad))} månader i rad ${sideWord(diagram)} medelvärdet ${against(diagram.medel, lage)}`;
    case 'sju_trend':
      return `Sju månader i rad med ${up ? 'stigande' : 'fallande'} värden`;
    case 'tva_av_tre':
      return `Två av tre månader nära den ${up ? 'övre' : 'undre'} gränsen ${against(up ? diagram.ovre_grans : diagram.nedre_grans, lage)}`;
    default:
      return null;
  }
}

/** `över` or `under` the mean. */
export function sideWord(diagram: Styrdiagram): string {
  return diagram.sida === -1 ? 'under' : 'över';
}

/** `6,3–18,3`; `högst 18,3` or `minst 6,3` where the other limit is outside what is possible; null where both are. */
export function normalRange(lage: Lage): string | null {
  const { diagram, indikator } = lage;
  if (!diagram) return null;
  const { nedre, ovre } = shownLimits(diagram, indikator.enhet === 'procent');
  if (nedre !== null && ovre !== null) {
    const decimals = [nedre, ovre].map((limit) =>
      distinctDecimals([limit, diagram.varde], indikator.decimaler),
    );
    return formatInterval(nedre, ovre, Math.max(...decimals));
  }
  if (ovre !== null) return `högst ${against(ovre, lage)}`;
  return nedre === null ? null : `minst ${against(nedre, lage)}`;
}

/** Six in a row and still normal: one more would be a change. */
export function almost({ diagram }: Lage): boolean {
  return diagram?.bedomning === 'normal' && diagram.i_rad === 6 && diagram.sida !== 0;
}

/** "januari–juli 2026", "maj 2025–juni 2026". */
function monthSpan(from: string, to: string): string {
  const first = formatMonth(from);
  return `${from.slice(0, 4) === to.slice(0, 4) ? first.split(' ')[0] : first}–${formatMonth(to)}`;
}

/**
 * A run of seven months or more on one side of the mean that only months without a figure part from the latest one: nothing
 * shown since lies elsewhere. Null where there is none, or where the verdict says more.
 */
export function cutOffRun({ diagram, rader, punkter }: Lage) {
  if (diagram?.bedomning !== 'normal') return null;
  const months = monthSeries(rader, punkter);
  const run = runs(months).at(-1);
  if (!run) return null;
  const since = months.slice(run.till + 1).filter(({ slutlig }) => slutlig);
  const shown = since.filter(({ varde }) => varde !== null);
  if (shown.length === 0 || shown.length === since.length) return null;
  if (shown.some(({ punkt }) => punkt?.sida !== run.sida)) return null;
  return {
    riktning: run.sida === -1 ? ('lagre' as const) : ('hogre' as const),
    ord: run.sida === -1 ? 'under' : 'över',
    antal: numberWord(run.langd),
    perioder: monthSpan(months[run.fran]!.period, months[run.till]!.period),
  };
}

/** "Nio månader med data. Gränserna är preliminära tills det finns tolv." or empty. */
export function trialLimits({ diagram }: Lage): string {
  if (!diagram?.preliminar) return '';
  const months =
    diagram.antal_punkter === 1 ? 'En månad' : `${capitalize(numberWord(diagram.antal_punkter))} månader`;
  return `${months} med data. Gränserna är <strong>preliminära</strong> tills det finns tolv.`;
}

/** That the month after the latest final one is not final, and why (`why` and sistaDatadag); empty where there is none. HTML. */
export function notFinal({ rader, indikator, sistaDatadag }: Lage, why = true): string {
  const months = notFinalAfter(rader).filter(({ status }) => status !== 'saknas');
  const first = months[0];
  if (!first) return '';
  const name = capitalize(formatMonth(first.period).split(' ')[0]!);
  const lead = `${name} är <strong>inte slutlig</strong>`;
  if (!sistaDatadag || !why) return `${lead}.`;
  if (indikator.slutlig === 'aterinskrivning') {
    const days = followUpDays(indikator);
    const limit = formatDate(addDays(sistaDatadag, -days), false);
    return `${lead}: ${days} dagar har inte gått för dem som skrevs ut efter den ${limit}.`;
  }
  return `${lead}: uppgifterna slutar den ${formatDate(sistaDatadag, false)}.`;
}

/** "Siffran **saknas**: kolumnen sip_kallelse levererades inte." HTML. */
export function missingText({ saknarKolumner = [], indikator }: Lage): string {
  const name = escapeHtml(indikator.kort);
  if (saknarKolumner.length === 0)
    return `${name} <strong>saknas</strong>: ingen slutlig månad finns i uppgifterna.`;
  const columns = saknarKolumner.map((column) => `<code>${escapeHtml(columnName(column))}</code>`);
  const which = columns.length === 1 ? `kolumnen ${columns[0]}` : `kolumnerna ${columns.join(', ')}`;
  return `${name} <strong>saknas</strong>: ${which} levererades inte.`;
}
