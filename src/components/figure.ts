/** Frames around charts and tables. */
import { escapeHtml } from './html.ts';
import { saveTools } from './tools.ts';
import type { Figure } from './types.ts';

/** `<figure>` with heading, subtitle, content, caption; side notes beside it in the margin column (below on a phone); full width without notes. */
export function figure({ id, titel, undertitel, innehall, bildtext, niva = 3, noter = [] }: Figure): string {
  const heading = `<h${niva} id="${id}-titel">${escapeHtml(titel)}</h${niva}><p class="undertitel">${escapeHtml(undertitel)}</p>`;
  const caption = bildtext ? `<figcaption>${bildtext}</figcaption>` : '';
  const body = `<figure aria-labelledby="${id}-titel">${heading}${innehall}${saveTools(innehall, titel)}${caption}</figure>`;
  const wide = noter.length === 0 ? ' hel' : '';
  return `<div class="figurrad${wide}" id="${id}">${body}${sideNotes(noter)}</div>`;
}

/** `<aside>` of the margin column; nothing without notes. */
export function sideNotes(noter: { rubrik: string; text: string }[]): string {
  if (noter.length === 0) return '';
  const notes = noter.map(
    ({ rubrik, text }) => `<p class="notrubrik">${escapeHtml(rubrik)}</p><p>${escapeHtml(text)}</p>`,
  );
  return `<div class="noter">${notes.join('')}</div>`;
}

/** `<details>` around a table: "Siffrorna i tabell". Hidden in print unless opened. `klass` is added. */
export function tableDetails(summary: string, table: string, klass = ''): string {
  return `<details class="siffror${klass && ` ${klass}`}"><summary>${escapeHtml(summary)}</summary>${table}</details>`;
}
