import { type IRunOptions, TextRun } from 'docx';
import { classesOf, type Element, isElement, isText, leftOut, type Node } from './dom.ts';

type Style = Pick<IRunOptions, 'bold' | 'italics' | 'color' | 'size'>;

/** Second colour and size of the text: subtitles, captions, explanations. */
export const QUIET = { color: '4b5763', size: 18 } as const;

const STYLES: Record<string, Style> = {
  strong: { bold: true },
  b: { bold: true },
  em: { italics: true },
  i: { italics: true },
  small: { color: QUIET.color },
};

/** The running text of elements as runs; blanks run together as on a page, none at the ends. */
export function runsOf(nodes: Node[], style: Style = {}): TextRun[] {
  const pieces = piecesOf(nodes, style);
  return pieces.flatMap(({ text, br, style: own }, i) => {
    if (br) return [new TextRun({ break: 1 })];
    const before = pieces[i - 1];
    const start = !before || before.br || before.text.endsWith(' ') ? text.trimStart() : text;
    const whole = i === pieces.length - 1 ? start.trimEnd() : start;
    return whole === '' ? [] : [new TextRun({ ...own, text: whole })];
  });
}

type Piece = { text: string; br?: true; style: Style };

function piecesOf(nodes: Node[], style: Style): Piece[] {
  return nodes.flatMap((node): Piece[] => {
    if (isText(node)) return [{ text: node.value.replace(/[^\S\u00a0]+/g, ' '), style }];
    if (!isElement(node) || leftOut(node) || node.tagName === 'svg') return [];
    if (node.tagName === 'br') return [{ text: '', br: true, style }];
    return piecesOf(node.childNodes, { ...style, ...styleOf(node) });
  });
}

function styleOf(element: Element): Style {
  const classes = classesOf(element);
  if (classes.includes('enhet')) return { color: QUIET.color, bold: false };
  return STYLES[element.tagName] ?? {};
}
