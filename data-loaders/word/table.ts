import {
  BorderStyle,
  HeightRule,
  type IBorderOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { all, attribute, classesOf, type Element, isElement, textOf } from './dom.ts';
import { QUIET, runsOf } from './runs.ts';

/** Width between the margins, twentieths of a point. */
export const WIDTH = 9638;

const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const HAIRLINE: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: 'd5dbe0' };
const FRAME: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '78838e' };

/** Ground of the heat steps, and of headings in tables to fill in. */
const HEAT: Record<string, string> = { v1: 'f0f5f9', v2: 'd8e7f1', v3: 'b4d2e7', v4: '82b4d8', v5: '00629b' };

/** Rows of a table that is not parted between sheets; a longer one may be. */
const WHOLE = 16;

type Row = { cells: Element[]; head: boolean };

/**
 * A page's table as a Word table: head rows repeated on each sheet, a hidden cell in words, a column that only has drawings
 * left out. A table of class `fyll` keeps its empty cells, framed and high enough to write in.
 */
export function tableOf(element: Element): (Paragraph | Table)[] {
  const fill = classesOf(element).includes('fyll');
  const rows = rowsOf(element);
  const kept = fill ? rows : withoutDrawings(rows);
  const widths = columnWidths(kept, fill);
  const words = widths.map((_, column) => isWords(kept, column));
  const border = fill ? FRAME : NONE;
  const table = new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      ...{ top: border, bottom: border, left: border, right: border },
      insideHorizontal: fill ? FRAME : HAIRLINE,
      insideVertical: border,
    },
    margins: { top: 40, bottom: 40, left: 70, right: 70 },
    rows: kept.map((row, i) =>
      rowOf(row, { widths, words, fill, keep: kept.length <= WHOLE && i < kept.length - 1 }),
    ),
  });
  return [...captionOf(element), table, new Paragraph({ spacing: { after: 60 } })];
}

function rowsOf(table: Element): Row[] {
  return all(table, 'tr').map((row) => ({
    cells: row.childNodes.filter(isElement),
    head: row.parentNode?.nodeName === 'thead',
  }));
}

/** Rows without the columns that no body row has a word in. Tables with cells over several columns stay as they are. */
function withoutDrawings(rows: Row[]): Row[] {
  if (rows.some(({ cells }) => cells.some((cell) => spanOf(cell) > 1))) return rows;
  const body = rows.filter(({ head }) => !head);
  const empty = (column: number) =>
    body.length > 0 && body.every(({ cells }) => !cells[column] || textOf(cells[column]).trim() === '');
  return rows.map(({ cells, head }) => ({ head, cells: cells.filter((_, column) => !empty(column)) }));
}

const spanOf = (cell: Element): number => Number(attribute(cell, 'colspan') ?? 1);

/** Twentieths of a point that a sign of 9 points takes, on the wide side, a bold one, and that a cell takes beside its text. */
const SIGN = 108;
const BOLD_SIGN = 122;
const PADDING = 160;

/** Widths by the longest text of each column, none below its longest word; a table to fill in has even columns. */
function columnWidths(rows: Row[], even: boolean): number[] {
  const plain = rows.filter(({ cells }) => cells.every((cell) => spanOf(cell) === 1));
  const count = Math.max(...rows.map(({ cells }) => cells.reduce((sum, cell) => sum + spanOf(cell), 0)));
  if (even) return Array<number>(count).fill(Math.floor(WIDTH / count));
  const texts = (inHead: boolean) =>
    Array.from({ length: count }, (_, column) =>
      plain
        .filter(({ head, cells }) => head === inHead && cells[column])
        .map(({ cells }) => cellText(cells[column]!)),
    );
  const [heads, body] = [texts(true), texts(false)];
  const words = (column: string[]) => column.flatMap((text) => text.split(/[ \n]+/));
  const least = body.map((column, i) =>
    Math.max(widest(words(column), SIGN), widest(words(heads[i]!), BOLD_SIGN)),
  );
  // A heading can break over lines, so only what stands under it asks for more.
  const wanted = body.map((column, i) => Math.max(least[i]!, Math.min(widest(column, SIGN), WIDTH)));
  return shared(least, wanted);
}

const widest = (texts: string[], sign: number): number =>
  PADDING + sign * Math.max(0, ...texts.map(({ length }) => length));

/** The sheet's width: what each column needs, and the rest by how much more each wants. */
function shared(least: number[], wanted: number[]): number[] {
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  const more = wanted.map((width, i) => width - least[i]!);
  const rest = WIDTH - sum(least);
  const widths =
    rest < 0
      ? least.map((width) => (width * WIDTH) / sum(least))
      : least.map(
          (width, i) => width + (sum(more) > 0 ? (rest * more[i]!) / sum(more) : rest / least.length),
        );
  return widths.map(Math.floor);
}

/** Parts of a cell on lines of their own are apart. */
const cellText = (cell: Element): string =>
  cell.childNodes
    .map((node) => (isElement(node) && node.tagName === 'br' ? ' ' : textOf(node)))
    .join('')
    .trim();

/** True for a column that mostly says other things than numbers; also its heading and its few numbers stand to the left. */
function isWords(rows: Row[], column: number): boolean {
  const texts = rows
    .filter(({ head, cells }) => !head && cells.every((cell) => spanOf(cell) === 1))
    .flatMap(({ cells }) => (cells[column] ? [cellText(cells[column])] : []))
    .filter((text) => text !== '' && !/^(skyddad|saknas|–)$/.test(text));
  return texts.filter((text) => !/^[−\d]/.test(text)).length * 2 > texts.length;
}

type Columns = { widths: number[]; words: boolean[]; fill: boolean; keep: boolean };

function rowOf({ cells, head }: Row, { widths, words, fill, keep }: Columns): TableRow {
  let column = 0;
  const empty = fill && cells.some((cell) => cell.tagName === 'td' && textOf(cell).trim() === '');
  return new TableRow({
    ...(head ? { tableHeader: true } : {}),
    cantSplit: true,
    ...(empty ? { height: { value: 700, rule: HeightRule.ATLEAST } } : {}),
    children: cells.map((cell) => {
      const span = spanOf(cell);
      const width = widths.slice(column, column + span).reduce((a, b) => a + b, 0);
      const left = column === 0 || fill || (span === 1 && words[column]!);
      column += span;
      return cellOf(cell, { head, left, fill, span, width, keep: head || keep });
    }),
  });
}

type Place = { head: boolean; left: boolean; fill: boolean; span: number; width: number; keep: boolean };

function cellOf(cell: Element, { head, left, fill, span, width, keep }: Place): TableCell {
  const classes = classesOf(cell);
  const heat = HEAT[classes.find((name) => name in HEAT) ?? ''] ?? (fill && head ? HEAT.v1 : undefined);
  const hidden = classes.includes('skyddad') || classes.includes('saknas');
  const bold = head || classes.includes('fet');
  const words = left || classes.includes('ord') || (cell.tagName === 'td' && all(cell, 'strong').length > 0);
  return new TableCell({
    columnSpan: span,
    width: { size: width, type: WidthType.DXA },
    ...(heat ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: heat } } : {}),
    ...(head && !fill
      ? { borders: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '16202a' } } }
      : {}),
    children: [
      new Paragraph({
        alignment: words ? 'left' : 'right',
        spacing: { after: 0 },
        keepNext: keep,
        children: runsOf(cell.childNodes, {
          size: 18,
          ...(bold ? { bold } : {}),
          ...(hidden ? { color: QUIET.color } : {}),
          ...(classes.includes('ejslutlig') ? { italics: true } : {}),
          ...(classes.includes('v5') ? { color: 'ffffff' } : {}),
        }),
      }),
    ],
  });
}

function captionOf(table: Element): Paragraph[] {
  return all(table, 'caption')
    .filter((caption) => !classesOf(caption).includes('dold'))
    .map(
      (caption) =>
        new Paragraph({ keepNext: true, children: runsOf(caption.childNodes, { ...QUIET, bold: true }) }),
    );
}
