/** What the Word files read of a built page. */
import type { DefaultTreeAdapterMap } from 'parse5';
import { attribute, type Element } from '../site/tree.ts';

export type Node = DefaultTreeAdapterMap['childNode'];
export { attribute, type Element };

export const isElement = (node: Node): node is Element => 'tagName' in node;

export const isText = (node: Node): node is DefaultTreeAdapterMap['textNode'] => node.nodeName === '#text';

export const classesOf = (element: Element): string[] => (attribute(element, 'class') ?? '').split(/\s+/);

/** The element's descendants of a tag, in document order. */
export const all = (element: Element, tag: string): Element[] =>
  element.childNodes
    .filter(isElement)
    .flatMap((child) => (child.tagName === tag ? [child] : all(child, tag)));

/** Readable text, blanks run together; drawings and what `leftOut` leaves out are not in it. */
export const textOf = (node: Node): string => {
  if (isText(node)) return node.value;
  if (!isElement(node) || leftOut(node) || node.tagName === 'svg') return '';
  return node.childNodes
    .map(textOf)
    .join('')
    .replace(/[^\S\u00a0]+/g, ' ');
};

const ONLY_ON_SCREEN = [
  'ej-utskrift',
  'serie',
  'pa-sidan',
  'dold',
  'kort',
  'smal-text',
  'smal',
  'hur',
  'hur-raknad',
  'gnista',
];
const NO_TEXT = ['nav', 'form', 'button', 'script', 'style'];

/** What a page has for its own use: navigation, controls, words for screen readers, the drawing for a phone. */
export const leftOut = (element: Element): boolean =>
  NO_TEXT.includes(element.tagName) || classesOf(element).some((name) => ONLY_ON_SCREEN.includes(name));

/** The page's own content. Throws an Error where it has none. */
export function mainOf(document: DefaultTreeAdapterMap['parentNode']): Element {
  const main = document.childNodes.filter(isElement).flatMap((root) => all(root, 'main'))[0];
  if (!main) throw new Error('page without <main>');
  return main;
}
