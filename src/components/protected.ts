/** That a figure is hidden, in a sentence. */
import { protectedBasis } from './absent.ts';
import { duringPeriod, formatPeriod } from './format.ts';
import { escapeHtml, link } from './html.ts';
import { longerRow, widerText } from './instead.ts';
import type { Lage, PubliceradRad } from './types.ts';

/**
 * "Siffran för oktober 2026 är **skyddad** …", with the wider unit that holds the cases; `what` the figure is of. Why is
 * said where nothing else is shown; beside a figure, or where it is `brief`, the word leads there. HTML.
 */
export function protectedText(rad: PubliceradRad, lage: Lage, what = '', brief = false): string {
  const { periodtyp, period } = rad;
  const of = what ? `${what} ${duringPeriod(periodtyp, period)}` : formatPeriod(periodtyp, period);
  if (brief || longerRow(lage))
    return `Siffran för ${of} är <strong>${link('skyddad', '/skydd')}</strong>.${widerText(lage)}`;
  return `Siffran för ${of} är <strong>skyddad</strong>: den ${protectedBasis(lage.troskel)}.${widerText(lage)}`;
}

/** The same for a unit whose every figure in the lead is protected. HTML. */
export function allProtectedText(enhet: string, lage: Lage): string {
  if (longerRow(lage))
    return `De senaste månadssiffrorna för ${escapeHtml(enhet)} är <strong>${link('skyddade', '/skydd')}</strong>.`;
  return `De senaste månadssiffrorna för ${escapeHtml(enhet)} är <strong>skyddade</strong>: var och en ${protectedBasis(lage.troskel)}.${widerText(lage)}`;
}
