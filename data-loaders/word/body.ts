import { HeadingLevel, type IParagraphOptions, Paragraph, type Table, TextRun } from 'docx';
import { classesOf, type Element, isElement, isText, leftOut, type Node, textOf } from './dom.ts';
import { pictureParagraph } from './picture.ts';
import { QUIET, runsOf } from './runs.ts';
import { tableOf } from './table.ts';

const HEADINGS: Record<string, IParagraphOptions['heading']> = {
  h1: HeadingLevel.HEADING_1,
  h2: HeadingLevel.HEADING_2,
  h3: HeadingLevel.HEADING_3,
  h4: HeadingLevel.HEADING_4,
};
const QUIET_CLASSES = ['undertitel', 'datarad', 'forklaring', 'notrubrik'];
const RUNNING = [
  'a',
  'abbr',
  'b',
  'br',
  'code',
  'em',
  'i',
  'output',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
];

/** A page's content as Word paragraphs, tables and pictures, in the page's order. */
export function bodyOf(main: Element): (Paragraph | Table)[] {
  let pictures = 0;
  const picture = (svg: Element) => pictureParagraph(svg, ++pictures);
  return blocksOf(main, picture);
}

type Picture = (svg: Element) => Paragraph;

/** Children in order; text that stands between blocks becomes a paragraph of its own. */
function blocksOf(parent: Element, picture: Picture): (Paragraph | Table)[] {
  const out: (Paragraph | Table)[] = [];
  let running: Node[] = [];
  const flush = () => {
    if (running.some((node) => textOf(node).trim() !== '')) out.push(paragraph(running));
    running = [];
  };
  for (const node of parent.childNodes) {
    if (isText(node) || (isElement(node) && RUNNING.includes(node.tagName))) running.push(node);
    else if (isElement(node)) {
      flush();
      out.push(...blockOf(node, picture));
    }
  }
  flush();
  return out;
}

function blockOf(element: Element, picture: Picture): (Paragraph | Table)[] {
  // A term stands in the paragraph of its definition.
  if (leftOut(element) || element.tagName === 'dt') return [];
  const { tagName, childNodes } = element;
  const heading = HEADINGS[tagName];
  if (heading) return [new Paragraph({ heading, keepNext: true, children: runsOf(childNodes) })];
  switch (tagName) {
    case 'svg':
      return [picture(element)];
    case 'table':
      return tableOf(element);
    case 'p':
      return textOf(element).trim() ? [textParagraph(element)] : [];
    case 'dd':
      return [definition(element)];
    case 'figcaption':
      return [new Paragraph({ children: runsOf(childNodes.filter(saysSomething), QUIET) })];
    case 'summary':
      return [new Paragraph({ keepNext: true, children: runsOf(childNodes, { bold: true }) })];
    case 'li':
      return [new Paragraph({ bullet: { level: 0 }, spacing: { after: 60 }, children: runsOf(childNodes) })];
    default:
      return blocksOf(element, picture);
  }
}

/** Links under a figure or a definition lead to places on the site, which the document has not. */
const saysSomething = (node: Node): boolean =>
  !(isElement(node) && node.tagName === 'a') && !(isText(node) && /^[\s,.]*$/.test(node.value));

function textParagraph(element: Element): Paragraph {
  const classes = classesOf(element);
  const quiet = classes.some((name) => QUIET_CLASSES.includes(name));
  const style = classes.includes('ingress') ? { size: 26 } : quiet ? QUIET : {};
  return new Paragraph({
    keepNext:
      classes.includes('undertitel') ||
      classes.includes('notrubrik') ||
      isAfterHeading(element) ||
      isBeforeChart(element),
    children: runsOf(element.childNodes, {
      ...style,
      ...(classes.includes('notrubrik') ? { bold: true } : {}),
    }),
  });
}

/** A term and its definition in one paragraph: in two, LibreOffice can end a sheet with the term, however it is kept. */
function definition(element: Element): Paragraph {
  const before = elementBefore(element);
  const term =
    before?.tagName === 'dt' ? [...runsOf(before.childNodes, { bold: true }), new TextRun({ break: 1 })] : [];
  const text = runsOf(element.childNodes.filter(saysSomething), QUIET);
  return new Paragraph({ keepLines: true, children: [...term, ...text] });
}

function elementBefore(element: Element): Element | undefined {
  const siblings = (element.parentNode?.childNodes ?? []).filter(isElement);
  return siblings[siblings.indexOf(element) - 1];
}

/** A heading with its line on the period is no end of a sheet. */
const isAfterHeading = (element: Element): boolean => /^h[1-4]$/.test(elementBefore(element)?.tagName ?? '');

/** What a figure says first stays on its chart's sheet. */
function isBeforeChart(element: Element): boolean {
  const siblings = element.parentNode?.nodeName === 'figure' ? element.parentNode.childNodes : [];
  const after = siblings.slice(siblings.indexOf(element) + 1).filter(isElement);
  return after.some((sibling) => classesOf(sibling).includes('diagram'));
}

const paragraph = (nodes: Node[]): Paragraph => new Paragraph({ children: runsOf(nodes) });
