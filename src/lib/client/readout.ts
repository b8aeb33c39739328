import { announce } from './announce.js';
import { words } from './values.js';

/** A trend chart as a reader walks it: month by month, in the words of the table beside it. */
type Walk = {
  diagram: HTMLElement;
  months: string[];
  at: number | null;
  mark?: HTMLElement;
  note?: HTMLElement;
};

/** Lets hover, tap, focus and arrow keys read the months of the charts that have a table. Nothing in the drawing changes. */
export function makeReadable(root: ParentNode): void {
  for (const svg of root.querySelectorAll<SVGElement>('.diagram > svg[data-steg]:first-child')) {
    const diagram = svg.parentElement!;
    const table = diagram.closest('figure')?.querySelector<HTMLTableElement>('table.serie');
    if (table) listen({ diagram, months: monthsOf(table), at: null });
  }
}

/** "oktober 2026: 0,56 dagar, 34 fall", oldest first: the table is newest first. */
function monthsOf(table: HTMLTableElement): string[] {
  const heads = [...table.tHead!.rows[0]!.cells];
  const unit = words(heads[1]?.querySelector('.enhet') ?? undefined);
  const names = heads.map((head) => words(head.firstChild ?? undefined).toLocaleLowerCase('sv'));
  return [...table.tBodies[0]!.rows].reverse().map(({ cells }) => {
    const [month, value, ...more] = [...cells];
    const open = value?.matches('.ejslutlig') ? ', ej slutlig' : '';
    if (!value || value.matches('.skyddad, .saknas')) return `${words(month)}: ${words(value)}${open}`;
    // The last column counts what its heading names.
    const rest = more.map((cell, index) => {
      const name = names[index + 2]!;
      const counts = index === more.length - 1 && name !== 'antal';
      return counts ? `, ${words(cell)} ${name}` : `, ${name} ${words(cell)}`;
    });
    return `${words(month)}: ${words(value)} ${unit}${rest.join('')}${open}`;
  });
}

function listen(walk: Walk): void {
  const { diagram, months } = walk;
  diagram.tabIndex = 0;
  diagram.setAttribute('role', 'group');
  diagram.setAttribute('aria-label', 'Diagram. Läs av månad för månad med vänster- och högerpil.');
  // The label is heard, not seen: the keys are told to those who look, too.
  diagram.addEventListener('focus', () => {
    if (!diagram.matches(':focus-visible')) return;
    show(walk, null);
    walk.note!.textContent = 'Vänster- och högerpil läser månad för månad';
    walk.note!.hidden = false;
  });
  diagram.addEventListener('keydown', (event) => {
    const to = target(event.key, walk.at, months.length);
    if (to === undefined) return;
    event.preventDefault();
    show(walk, to);
    if (to !== null) announce(months[to]!);
  });
  for (const type of ['pointermove', 'pointerdown'] as const)
    diagram.addEventListener(type, (event) => show(walk, nearest(walk, event.clientX)));
  diagram.addEventListener('pointerleave', () => show(walk, null));
  diagram.addEventListener('blur', () => show(walk, null));
}

/** The month a key leads to; null puts the reading away, undefined: not our key. */
function target(key: string, at: number | null, count: number): number | null | undefined {
  const last = count - 1;
  switch (key) {
    case 'ArrowLeft':
      return at === null ? last : Math.max(0, at - 1);
    case 'ArrowRight':
      return at === null ? 0 : Math.min(last, at + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'Escape':
      return null;
    default:
      return undefined;
  }
}

/** The drawing in sight, its first month's place and the step between months, in pixels of the screen. */
function scale({ diagram }: Walk): { svg: SVGSVGElement; first: number; step: number; zoom: number } {
  const drawings = [...diagram.querySelectorAll<SVGSVGElement>(':scope > svg')];
  const svg = drawings.find((drawing) => drawing.getBoundingClientRect().width > 0) ?? drawings[0]!;
  const zoom = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  return { svg, zoom, first: Number(svg.dataset.forsta) * zoom, step: Number(svg.dataset.steg) * zoom };
}

function nearest(walk: Walk, clientX: number): number | null {
  const { svg, first, step } = scale(walk);
  const index = Math.round((clientX - svg.getBoundingClientRect().left - first) / step);
  return index >= 0 && index < walk.months.length ? index : null;
}

/** The mark and the note lie over the drawing and take no place: nothing moves. */
function show(walk: Walk, at: number | null): void {
  walk.at = at;
  walk.mark ??= layer(walk.diagram, 'avlasning-strecket');
  walk.note ??= layer(walk.diagram, 'avlasning');
  walk.mark.hidden = walk.note.hidden = at === null;
  if (at === null) return;
  const { svg, first, step } = scale(walk);
  const left = svg.getBoundingClientRect().left - walk.diagram.getBoundingClientRect().left;
  const x = left + first + at * step;
  walk.mark.style.left = `${x}px`;
  walk.note.textContent = walk.months[at]!;
  const right = x > walk.diagram.clientWidth / 2;
  walk.note.style.left = right ? '' : `${x + 8}px`;
  walk.note.style.right = right ? `${walk.diagram.clientWidth - x + 8}px` : '';
}

function layer(diagram: HTMLElement, name: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  element.setAttribute('aria-hidden', 'true');
  diagram.append(element);
  return element;
}
