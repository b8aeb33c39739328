import { announce } from './announce.js';
import { compareKeys, type Key, keyOf } from './values.js';

const NEXT = { none: 'ascending', ascending: 'descending', descending: 'none' } as const;
type Order = keyof typeof NEXT;

/** Fewer rows are read at a glance. */
const ROWS = 4;

/** Puts a button in each heading of the tables that can be sorted. A heading keeps its words and its place. */
export function makeSortable(root: ParentNode): void {
  for (const table of root.querySelectorAll('table')) if (isPlain(table)) addButtons(table);
}

/** One row of headings over rows of as many cells; a heat table's order is its meaning. */
function isPlain(table: HTMLTableElement): boolean {
  const head = table.tHead?.rows;
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  if (table.matches('.varme') || table.tBodies.length !== 1 || head?.length !== 1 || rows.length < ROWS)
    return false;
  const count = head[0]!.cells.length;
  return [...rows, head[0]!].every(
    ({ cells }) =>
      cells.length === count && [...cells].every((cell) => cell.colSpan === 1 && cell.rowSpan === 1),
  );
}

function addButtons(table: HTMLTableElement): void {
  const body = table.tBodies[0]!;
  const original = [...body.rows];
  for (const [column, head] of [...table.tHead!.rows[0]!.cells].entries()) {
    if (head.textContent?.trim() === '' || head.querySelector('a, button')) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sortera';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const order: Order = NEXT[(head.getAttribute('aria-sort') ?? 'none') as Order];
      for (const other of table.tHead!.rows[0]!.cells) other.removeAttribute('aria-sort');
      if (order !== 'none') head.setAttribute('aria-sort', order);
      body.append(...sorted(original, column, order));
      const name = (button.textContent ?? '').replace(/\s+/g, ' ').trim();
      announce(
        order === 'none'
          ? 'Tabellen står i ursprunglig ordning.'
          : `Sorterat efter ${name}, ${order === 'ascending' ? 'stigande' : 'fallande'}. Skyddade och saknade värden står sist.`,
      );
    });
  }
}

/** Rows of sums stay last; rows without a value come after those with one. Equal rows keep their order. */
function sorted(rows: HTMLTableRowElement[], column: number, order: Order): HTMLTableRowElement[] {
  if (order === 'none') return rows;
  const keyed = rows.map((row): [HTMLTableRowElement, Key] => [row, keyOf(row.cells[column])]);
  const sums = keyed.filter(([row]) => row.matches('.summa'));
  const others = keyed.filter(([row]) => !row.matches('.summa'));
  const compare = compareKeys(others.map(([, key]) => key));
  const sign = order === 'ascending' ? 1 : -1;
  const shown = others.filter(([, key]) => key !== null).sort(([, a], [, b]) => sign * compare(a, b));
  return [...shown, ...others.filter(([, key]) => key === null), ...sums].map(([row]) => row);
}
