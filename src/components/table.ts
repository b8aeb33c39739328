/** Tables: right-aligned figures, scopes, a focusable region that rolls sideways, and the words explained underneath. */
import { missingReason, protectedShort, quantileFloors } from './absent.ts';
import { valueCell } from './cells.ts';
import { escapeHtml, link } from './html.ts';
import { noiseUnder } from './noise.ts';
import type { Cell, DataTable, Kolumn, PubliceradRad } from './types.ts';

/** Sentences under a table on the words that occur in it: skyddad, saknas, ej slutlig; and on its noise. HTML; empty where none occurs. */
export function explanation(
  rader: (PubliceradRad | undefined)[],
  troskel: number,
  harSaknas = false,
): string {
  const has = (test: (rad: PubliceradRad) => boolean) => rader.some((rad) => rad && test(rad));
  const because = (reason: ReturnType<typeof missingReason>) =>
    has((rad) => rad.status === 'saknas' && missingReason(rad) === reason);
  const missing = [
    because('inga fall') ? 'inga fall som siffran räknar' : '',
    because('för få fall') ? `för få fall (${floors(troskel)})` : '',
    harSaknas || because(null) ? 'inga uppgifter' : '',
  ].filter(Boolean);
  return [
    has(({ status }) => status === 'skyddad')
      ? `<span class="skyddsord"><strong>${link('skyddad', '/skydd')}</strong>: ${protectedShort(troskel)}.</span>`
      : '',
    missing.length > 0 ? `<strong>saknas</strong>: ${missing.join(', eller ')}.` : '',
    has(({ slutlig }) => slutlig === 0)
      ? '<em>kursiv</em>: ej slutlig, perioden eller uppföljningstiden har inte gått ut.'
      : '',
    noiseUnder(rader),
  ]
    .filter(Boolean)
    .join(' ');
}

function floors(troskel: number): string {
  const { median, p90 } = quantileFloors(troskel);
  return `medianen kräver minst ${median} och 90:e percentilen minst ${p90}`;
}

/** Explanation and extra sentences as the paragraph under a table, or nothing. `extra` is plain text. */
export function explanationLine(words: string, extra?: string): string {
  const text = [words, extra ? escapeHtml(extra) : ''].filter(Boolean).join(' ');
  return text ? `<p class="forklaring">${text}</p>` : '';
}

/** The rolling region around a table; named by the caption, reachable by keyboard. */
export function rollingRegion(id: string, table: string): string {
  return `<div class="rull" role="region" aria-labelledby="${id}-rubrik" tabindex="0">${table}</div>`;
}

/** `<caption>`, hidden from sight where a heading above says the same. */
export function captionOf(id: string, caption: string, hidden = false): string {
  return `<caption id="${id}-rubrik"${hidden ? ' class="dold"' : ''}>${escapeHtml(caption)}</caption>`;
}

/** Column heading with its unit on a second line. */
export function columnHead({ rubrik, enhet, text }: Kolumn): string {
  const unit = enhet ? `<br><span class="enhet">${escapeHtml(enhet)}</span>` : '';
  return `<th scope="col"${text ? ' class="ord"' : ''}>${escapeHtml(rubrik)}${unit}</th>`;
}

function rowsOf(cells: Cell[]): (PubliceradRad | undefined)[] {
  return cells.map((cell) => ('rad' in cell ? cell.rad : undefined));
}

/** A cell that shows the word `saknas` though no published row says so. */
function showsMissing(cell: Cell): boolean {
  if ('jamforelse' in cell) return (cell.jamforelse?.[cell.falt ?? 'varde'] ?? null) === null;
  if (!('rad' in cell)) return false;
  return !cell.rad || (cell.rad.status === 'visas' && cell.rad[cell.falt ?? 'varde'] === null);
}

/** True for a row with published figures of which none is shown. */
function showsNothing({ celler }: DataTable['rader'][number]): boolean {
  const figures = celler.filter((cell) => 'rad' in cell);
  return figures.length > 0 && figures.every(({ rad }) => rad?.status !== 'visas');
}

/** Table with caption, scopes, sticky header, `.rull` region, explanation line; a sentence where `korta` leaves no row. */
export function dataTable(options: DataTable): string {
  const { id, caption, doldCaption, radrubrik, kolumner, troskel } = options;
  const out = options.korta ? options.rader.filter(showsNothing) : [];
  const rader = options.rader.filter((row) => !out.includes(row));
  const cells = options.rader.flatMap(({ celler }) => celler);
  const words = explanation(rowsOf(cells), troskel, cells.some(showsMissing));
  if (out.length > 0 && rader.length === 0)
    return `<p class="forklaring">${escapeHtml(caption)}: ingen siffra kan visas. ${words}</p>`;
  const left =
    out.length > 0
      ? `Utan rad, för att ingen siffra kan visas: ${out.map(({ rubrik }) => rubrik).join('; ')}.`
      : '';
  const forklaring = [left, options.forklaring].filter(Boolean).join(' ');
  const head = [
    `<th scope="col" class="ord">${escapeHtml(radrubrik)}</th>`,
    ...kolumner.map(columnHead),
  ].join('');
  const body = rader
    .map(({ rubrik, under, href, fokus, celler }) => {
      const second = under ? `<br><small>${escapeHtml(under)}</small>` : '';
      const name = `<th scope="row">${link(rubrik, href)}${second}</th>`;
      return `<tr${fokus ? ' class="fokus"' : ''}>${name}${celler.map((cell) => valueCell(cell)).join('')}</tr>`;
    })
    .join('');
  const table = `<table id="${id}"${options.serie ? ' class="serie"' : ''}>${captionOf(id, caption, doldCaption)}<thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
  return rollingRegion(id, table) + explanationLine(words, forklaring);
}
