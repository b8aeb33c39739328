/** The month that a delregion's page compares with, kept in the address as `?sedan=2025-10`. All figures are on the page. */
import { formatMonth, list } from '../../components/format.js';
import { isNew, type Omdome, type Omdomen, sinceTitle, sinceWord } from '../../components/since.js';

const form = document.querySelector<HTMLFormElement>('form.sedan')!;
const field = form.elements.namedItem('sedan') as HTMLSelectElement;
const usual = field.value;

/** Shows the month chosen; one that the page has not is passed over. */
function show(month: string): void {
  field.value = [...field.options].some(({ value }) => value === month) ? month : usual;
  const first = `${field.value}-01`;
  for (const table of document.querySelectorAll<HTMLTableElement>('table.sedan')) compare(table, first);
  const activities = document.querySelector<HTMLElement>('.aktiviteter-sedan');
  if (!activities) return;
  const items = [...activities.querySelectorAll('li')];
  for (const item of items) item.hidden = (item.dataset.start ?? '') < first;
  activities.hidden = items.every(({ hidden }) => hidden);
}

function compare(table: HTMLTableElement, first: string): void {
  table.querySelector('th[data-sedan]')!.textContent = formatMonth(first, true);
  const fresh: string[] = [];
  const verdicts: Omdomen = [];
  for (const row of table.tBodies[0]!.rows) {
    const [then, , verdict] = row.querySelectorAll('td');
    const known = cellOf(row.dataset.serie!, first);
    const before = (known?.dataset.omdome || null) as Omdome;
    const after = (row.dataset.nu || null) as Omdome;
    then!.replaceWith(figureOf(known));
    verdict!.querySelector('span')!.textContent = sinceWord(before, after);
    verdicts.push([before, after]);
    if (isNew(before, after)) fresh.push(row.cells[0]!.textContent);
  }
  const title = table.closest('figure')?.querySelector('h3');
  if (title) title.textContent = sinceTitle(formatMonth(first), list(fresh), verdicts);
}

/** The cell of a series and month in the tables of all months. */
const cellOf = (series: string, first: string): HTMLTableCellElement | null => {
  const [id, niva, unit] = series.split('|');
  return document.querySelector(
    `table.manader td[data-cell="${[id, niva, unit, 'manad', first, 'alla', 'alla'].join('|')}"]`,
  );
};

/** The figure alone, without the mark of its verdict. */
function figureOf(known: HTMLTableCellElement | null): HTMLTableCellElement {
  const cell = document.createElement('td');
  if (known) {
    cell.className = known.className;
    cell.dataset.cell = known.dataset.cell;
    cell.append(known.firstChild!.cloneNode(true));
  } else {
    cell.className = 'saknas';
    cell.textContent = 'saknas';
  }
  return cell;
}

const inAddress = (): string => new URLSearchParams(location.search).get('sedan') ?? usual;

form.addEventListener('submit', (event) => event.preventDefault());
field.addEventListener('change', () => {
  const address = new URL(location.href);
  if (field.value === usual) address.searchParams.delete('sedan');
  else address.searchParams.set('sedan', field.value);
  history.pushState(null, '', address);
  show(field.value);
  form.querySelector('output')!.value = `Jämför med ${formatMonth(`${field.value}-01`)}.`;
});
window.addEventListener('popstate', () => show(inAddress()));
if (inAddress() !== usual) show(inAddress());
