import type { Figure } from './types.ts';
/** `<figure>` with heading, subtitle, content, caption; side notes beside it in the margin column (below on a phone). */
export function figure(_options: Figure): string {
  return '';
}
/** `<aside>` of the margin column. */
export function sideNotes(_notes: { rubrik: string; text: string }[]): string {
  return '';
}
/** `<details>` with a table: "Siffrorna i tabell". Open in print. */
export function tableDetails(_summary: string, _table: string): string {
  return '';
}
