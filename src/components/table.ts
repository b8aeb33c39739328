import type { Cell, DataTable, Falt, PubliceradRad } from './types.ts';
/** Attributes that tie a shown number to its published cell: ` data-cell="…"` and, unless varde, ` data-falt="…"`. */
export function cellAttributes(_row: PubliceradRad, _field: Falt = 'varde'): string {
  return '';
}
/** A `<td>` (or `<span>`) with the published value: number, `skyddad`, `saknas` or, not final, in italics. */
export function valueCell(_cell: Cell, _tag: 'td' | 'span' = 'td'): string {
  return '';
}
/** Sentence under a table on the words that occur in it: skyddad, saknas, ej slutlig. Empty where none occurs. */
export function explanation(_rows: (PubliceradRad | undefined)[], _troskel: number): string {
  return '';
}
/** Table with caption, scopes, sticky header, `.rull` region, explanation line. */
export function dataTable(_options: DataTable): string {
  return '';
}
