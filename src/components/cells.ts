/** How one published value is shown, and the attributes that tie it to its cell in the files. */
import { missingReason } from './absent.ts';
import { formatNumber } from './format.ts';
import { attributes, escapeHtml } from './html.ts';
import type { Cell, Falt, JamforelseRad, PubliceradRad } from './types.ts';

/** Attributes that tie a shown number to its published cell: ` data-cell="…"` and, unless varde, ` data-falt="…"`. */
export function cellAttributes(rad: PubliceradRad, falt: Falt = 'varde'): string {
  const { indikator, niva, enhet_id, periodtyp, period, grupp, kategori } = rad;
  return attributes({
    'data-cell': [indikator, niva, enhet_id, periodtyp, period, grupp, kategori].join('|'),
    'data-falt': falt === 'varde' ? null : falt,
  });
}

function comparisonAttributes(rad: JamforelseRad, falt: 'varde' | 'antal'): string {
  const { indikator, niva, enhet, periodtyp, period } = rad;
  return attributes({
    'data-jamforelse': [indikator, niva, enhet, periodtyp, period].join('|'),
    'data-falt': falt === 'varde' ? null : falt,
  });
}

/** Default decimals of a field where the caller gives none. */
function decimalsOf(falt: Falt, decimaler: number | undefined): number {
  const counted = falt === 'taljare' || falt === 'namnare' || falt === 'antal';
  return counted ? 0 : (decimaler ?? 1);
}

/**
 * A `<td>` (or `<span>`) with the published value: number, `skyddad` (hatched), `saknas` (grey); what is not final, word
 * or number, in italics. `klass` is added.
 */
export function valueCell(cell: Cell, tag: 'td' | 'span' = 'td', klass = ''): string {
  const open = (attribute: string, ...classes: string[]) => {
    const all = [...classes, klass].filter(Boolean).join(' ');
    return `<${tag}${attribute}${all ? ` class="${all}"` : ''}>`;
  };
  const close = `</${tag}>`;
  if ('text' in cell) return `${open('', cell.numerisk ? '' : 'ord')}${escapeHtml(cell.text)}${close}`;
  if ('html' in cell) return `${open('', cell.numerisk ? '' : 'ord')}${cell.html}${close}`;
  if ('jamforelse' in cell) {
    const { jamforelse: rad, falt = 'varde', decimaler } = cell;
    if (!rad) return `${open('', 'saknas')}saknas${close}`;
    const value = rad[falt];
    const attribute = comparisonAttributes(rad, falt);
    if (value === null) return `${open(attribute, 'saknas')}saknas${close}`;
    return `${open(attribute)}${formatNumber(value, decimalsOf(falt, decimaler))}${close}`;
  }
  const { rad, falt = 'varde', decimaler, fet } = cell;
  if (!rad) return `${open('', 'saknas')}saknas${close}`;
  const attribute = cellAttributes(rad, falt);
  const reason = missingReason(rad);
  const value = rad[falt];
  const status = rad.slutlig === 1 ? '' : 'ejslutlig';
  if (rad.status === 'skyddad') return `${open(attribute, 'skyddad', status)}<span>skyddad</span>${close}`;
  if (value === null)
    return `${open(attribute, 'saknas', status)}saknas${reason ? ` <small>(${reason})</small>` : ''}${close}`;
  return `${open(attribute, status, fet ? 'fet' : '')}${formatNumber(value, decimalsOf(falt, decimaler))}${close}`;
}
