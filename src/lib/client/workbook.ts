import { type CellStyle, type CellValue, writeXlsx } from 'hucre/xlsx';
import type { Saved } from './download.js';
import { gridOf, type ShownCell } from './table.js';
import { words } from './values.js';

const SYNTHETIC = 'Syntetiska uppgifter';
const BOLD: CellStyle = { font: { bold: true } };
/** A longer text runs over the cells beside it or is cut on screen. */
const WIDEST = 40;

/** The figure's tables in one sheet: title and notice first, source last, numbers as numbers with the decimals shown. */
export async function workbookOf({ part, title, subtitle, notes }: Saved): Promise<Blob> {
  const rows: CellValue[][] = [];
  const cells = new Map<string, { style: CellStyle }>();
  const add = (texts: string[], style?: CellStyle) => {
    if (style) cells.set(`${rows.length},0`, { style });
    rows.push(texts);
  };
  const notice = notes.find((note) => note.startsWith(SYNTHETIC));
  const sources = notes.filter((note) => note !== notice);
  add([title], BOLD);
  for (const text of [subtitle, notice]) if (text) add([text]);
  const widths: number[] = [];
  for (const table of part.querySelectorAll('table')) {
    add([]);
    const caption = words(table.caption);
    if (caption && caption !== title) add([caption], BOLD);
    for (const row of gridOf(table)) {
      for (const [column, cell] of row.entries()) {
        widths[column] = Math.min(WIDEST, Math.max(widths[column] ?? 8, cell.text.length + 2));
        const style = styleOf(cell);
        if (style) cells.set(`${rows.length},${column}`, { style });
      }
      rows.push(row.map(({ text, number }) => number?.value ?? (text || null)));
    }
  }
  add([]);
  for (const text of sources) add([text]);
  const columns = widths.map((width) => ({ width }));
  const name = notice ? SYNTHETIC : 'Tabell';
  const bytes = await writeXlsx({ sheets: [{ name, columns, rows, cells }], properties: { title } });
  return new Blob([bytes as BlobPart], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
}

function styleOf({ number, head }: ShownCell): CellStyle | null {
  if (number) return { numFmt: number.decimals ? `#,##0.${'0'.repeat(number.decimals)}` : '#,##0' };
  return head ? BOLD : null;
}
