/** The key figure: one number, what it stands on, and whether it has changed. */
import { missingReason } from './absent.ts';
import { cellAttributes } from './cells.ts';
import { formatPeriod, unitWord } from './format.ts';
import { verdictGlyph } from './glyphs.ts';
import { escapeHtml } from './html.ts';
import { shownRow } from './instead.ts';
import { noiseBeside } from './noise.ts';
import { shortVerdict } from './sentences.ts';
import { sparkline } from './sparkline.ts';
import { countPhrase } from './statement.ts';
import type { KeyFigure } from './types.ts';
import { valueText } from './verdict.ts';

/** Name, number 44 px, unit, period and n, sparkline, verdict in words with glyph, link to how it is computed. */
export function keyFigure(options: KeyFigure): string {
  const { id, indikator, niva = 2, href } = options;
  const name = escapeHtml(indikator.kort);
  const rad = options.saknarKolumner?.length ? undefined : shownRow(options);
  const count = countPhrase(rad, options);
  const period = rad ? formatPeriod(rad.periodtyp, rad.period) : '';
  const basis = count ? `${period}: ${count}` : period;
  // Months beside the figure of a longer period would be read as its own.
  const line =
    rad?.periodtyp === 'manad'
      ? sparkline({ ...options, id: `${id}-linje`, titel: `${indikator.kort}, månad för månad` })
      : '';
  return [
    `<div class="tal" id="${id}" role="group" aria-labelledby="${id}-namn"><h${niva} id="${id}-namn">${name}</h${niva}>`,
    `<p class="varde">${number(options, rad)}</p>`,
    `<p class="antal">${[basis, noiseBeside(rad)].filter(Boolean).join('. ')}</p>`,
    `<div class="gnista">${line}</div>`,
    `<p class="omdome">${verdictGlyph(options)}${verdictGlyph(options) ? ' ' : ''}${shortVerdict(options)}</p>`,
    `<p class="hur"><a href="${escapeHtml(href)}">Så är siffran räknad<span class="dold">: ${name}</span></a></p></div>`,
  ].join('');
}

function number(options: KeyFigure, rad: ReturnType<typeof shownRow>): string {
  if (!rad) return '<span class="saknas">saknas</span>';
  const cell = cellAttributes(rad);
  if (rad.status === 'skyddad') return `<span class="skyddad"${cell}><span>skyddad</span></span>`;
  // Not the word beside the published one: "saknas" in large over "Inga fall" would say two things.
  if (rad.varde === null)
    return missingReason(rad)
      ? `<span class="saknas">${missingReason(rad)}</span>`
      : `<span class="saknas"${cell}>saknas</span>`;
  return `<span class="siffra"${cell}>${valueText(rad, options)}</span> <span class="enhet">${escapeHtml(unitWord(options.indikator))}</span>`;
}
