import { words } from './values.js';

export type Line = { text: string; x: number; y: number; size: number; weight: number; anchor?: 'end' };

/** Where a figure's drawings and the words that belong to each stand in a picture, in pixels from its upper left corner. */
export type Layout = {
  width: number;
  height: number;
  drawings: { drawing: SVGSVGElement; x: number; y: number }[];
  lines: Line[];
};

const GAP = 18;
const COLUMNS = 3;
/** Room for the name and the verdict over a small drawing. */
const HEAD = 44;

/** Charts under one another, small ones in columns under their names. */
export function layoutOf(part: HTMLElement): Layout {
  const small = [...part.querySelectorAll<HTMLElement>('.smaserier > li')];
  return small.length > 0 ? columns(small) : stack(part);
}

function stack(part: HTMLElement): Layout {
  const layout: Layout = { width: 0, height: 0, drawings: [], lines: [] };
  for (const drawing of part.querySelectorAll<SVGSVGElement>('.diagram > svg.bred, .diagram > svg.enda')) {
    const { width, height } = drawing.viewBox.baseVal;
    layout.drawings.push({ drawing, x: 0, y: layout.height });
    layout.width = Math.max(layout.width, width);
    layout.height += height + GAP;
  }
  return layout;
}

function columns(items: HTMLElement[]): Layout {
  const size = items.map((item) => drawingOf(item)?.viewBox.baseVal);
  const [width, height] = [
    Math.max(...size.map((box) => box?.width ?? 0)),
    Math.max(...size.map((box) => box?.height ?? 0)),
  ];
  const layout: Layout = { width: 0, height: 0, drawings: [], lines: [] };
  for (const [index, item] of items.entries()) {
    const x = (index % COLUMNS) * (width + GAP);
    const y = Math.floor(index / COLUMNS) * (HEAD + height + GAP);
    const name = words(item.querySelector('.litet-namn a')) || words(item.querySelector('.litet-namn'));
    const value = words(item.querySelector('.litet-varde'));
    layout.lines.push(
      { text: name, x, y: y + 16, size: 14, weight: 700 },
      { text: value, x: x + width, y: y + 16, size: 14, weight: 400, anchor: 'end' },
      { text: words(item.querySelector('.omdome')), x, y: y + 34, size: 12, weight: 400 },
    );
    const drawing = drawingOf(item);
    if (drawing) layout.drawings.push({ drawing, x, y: y + HEAD });
    layout.width = Math.max(layout.width, x + width);
    layout.height = y + HEAD + height + GAP;
  }
  return layout;
}

const drawingOf = (item: HTMLElement) => item.querySelector<SVGSVGElement>('svg[role="img"]');
