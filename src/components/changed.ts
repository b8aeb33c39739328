/** Which of several units have changed, in a sentence. */
import { list } from './format.ts';
import { escapeHtml } from './html.ts';
import { UNJUDGED } from './since.ts';
import type { Lage } from './types.ts';
import { cutOffRun, direction, isJudged, situation } from './verdict.ts';
import { words } from './vocabulary.ts';

/** "Bland kommunerna har Eslöv **kortare väntan** än tidigare och Kävlinge **längre väntan**." HTML; one indicator. */
export function changedMembers(lagen: Lage[]): string {
  const first = lagen[0];
  if (!first) return '';
  const names = (way: 'lagre' | 'hogre') =>
    lagen.flatMap((lage) => {
      const { slag, rad } = situation(lage);
      return ['battre', 'samre', 'forandring'].includes(slag) && direction(lage) === way
        ? [escapeHtml(rad!.enhet)]
        : [];
    });
  const { fynd } = words(first.indikator);
  const parts = (['lagre', 'hogre'] as const)
    .map((way) => ({ who: names(way), what: `<strong>${fynd[way]}</strong>` }))
    .filter(({ who }) => who.length > 0)
    .map(({ who, what }, i) => `${list(who)} ${what}${i === 0 ? ' än tidigare' : ''}`);
  const before = lagen.map(beforeHidden).join('');
  if (parts.length > 0) return `Bland kommunerna har ${list(parts)}.${before}`;
  if (before) return before.trimStart();
  return lagen.some((lage) => isJudged(situation(lage).slag))
    ? 'Ingen kommun vars månad kan bedömas skiljer sig från sin egen normala variation.'
    : `Ingen kommuns senaste månad kan bedömas: ${UNJUDGED}.`;
}

/** " Kävlinge hade **längre väntan** november 2025–juni 2026; den senaste månaden kan inte visas." where that month is hidden, else empty. */
function beforeHidden(lage: Lage): string {
  const { slag, rad } = situation(lage);
  const run = slag === 'skyddad' ? cutOffRun(lage) : null;
  return run
    ? ` ${escapeHtml(rad!.enhet)} hade <strong>${words(lage.indikator).fynd[run.riktning]}</strong> ${run.perioder}; den senaste månaden kan inte visas.`
    : '';
}
