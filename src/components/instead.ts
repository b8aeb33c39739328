/** What is said where a unit's latest final month is not shown: a longer period of its own, else the wider unit's month. */
import { cellAttributes } from './cells.ts';
import { formatNumber } from './format.ts';
import { escapeHtml, link } from './html.ts';
import { latestFinal } from './series.ts';
import type { Lage, PubliceradRad } from './types.ts';

const isShown = (rad: PubliceradRad | undefined): rad is PubliceradRad & { varde: number } =>
  rad?.status === 'visas' && rad.varde !== null;

/** The row whose figure stands for the unit now: the latest final month, or the longer period where that month is not shown. */
export function shownRow({ rader, langre }: Pick<Lage, 'rader' | 'langre'>): PubliceradRad | undefined {
  const latest = latestFinal(rader);
  return isShown(latest) ? latest : (langre ?? latest);
}

/** The longer period, where it is shown. */
export const longerRow = ({ langre }: Lage) => (isShown(langre) ? langre : undefined);

/** "0,89 dagar", tied to its cell; a ratio has no unit. HTML. */
export function valueWithUnit(rad: PubliceradRad & { varde: number }, { indikator }: Lage): string {
  const unit = indikator.enhet === 'kvot' ? '' : `\u00a0${escapeHtml(indikator.enhet)}`;
  return `<span${cellAttributes(rad)}>${formatNumber(rad.varde, indikator.decimaler)}</span>${unit}`;
}

/** " Se Mellersta Skåne, där fallen ingår: 0,79 dagar.", linked; empty where the unit has a figure of its own. HTML. */
export function widerText(lage: Lage): string {
  const { overordnad } = lage;
  if (!overordnad || longerRow(lage) || !isShown(overordnad.rad)) return '';
  return ` Se ${link(overordnad.rad.enhet, overordnad.href)}, där fallen ingår: ${valueWithUnit(overordnad.rad, lage)}.`;
}
