import { numberOf, words } from './values.js';

/** A cell as it is shown, and its number where it is one: `decimals` as many as shown. */
export type ShownCell = { text: string; number: { value: number; decimals: number } | null; head: boolean };

const BLANK: ShownCell = { text: '', number: null, head: false };

/** A table's rows, every row with a cell per column: what spans several stands in the first of them. */
export function gridOf(table: HTMLTableElement): ShownCell[][] {
  const grid: (ShownCell | undefined)[][] = [...table.rows].map(() => []);
  for (const [y, row] of [...table.rows].entries()) {
    let x = 0;
    for (const cell of row.cells) {
      while (grid[y]![x]) x++;
      for (let down = 0; down < cell.rowSpan && y + down < grid.length; down++)
        for (let right = 0; right < cell.colSpan; right++)
          grid[y + down]![x + right] = down + right === 0 ? shownCell(cell) : BLANK;
    }
  }
  return grid.map((row) => Array.from(row, (cell) => cell ?? BLANK));
}

/** A hidden or missing value keeps its word; so do two numbers in one cell. */
function shownCell(cell: HTMLTableCellElement): ShownCell {
  const text = words(cell);
  const head = cell.tagName === 'TH';
  const value = head || !/^[−\d][\d\s\u00a0]*(,\d+)?$/.test(text) ? null : numberOf(text);
  if (value === null) return { text, number: null, head };
  return { text, number: { value, decimals: text.split(',')[1]?.length ?? 0 }, head };
}
