/** Reading and changing parse5's trees. */
import type { DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
export type Element = DefaultTreeAdapterMap['element'];
export type Parent = DefaultTreeAdapterMap['parentNode'];

/** All elements in document order, collected before any is moved. */
export function elements(root: Parent): Element[] {
  const found: Element[] = [];
  const collect = (parent: Parent): void => {
    for (const node of parent.childNodes)
      if ('tagName' in node) {
        found.push(node);
        collect(node);
      }
  };
  collect(root);
  return found;
}

export function childElements(parent: Parent): Element[] {
  return parent.childNodes.filter((node): node is Element => 'tagName' in node);
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

export function set(element: Element, name: string, value: string): void {
  const found = element.attrs.find((attr) => attr.name === name);
  if (found) found.value = value;
  else element.attrs.push({ name, value });
}

export function drop(element: Element, name: string): void {
  element.attrs = element.attrs.filter((attr) => attr.name !== name);
}

export function detach(node: Node): void {
  replace(node, []);
}

/** Puts an element's children in its place. */
export function unwrap(element: Element): void {
  replace(element, element.childNodes);
}

function replace(node: Node, by: DefaultTreeAdapterMap['childNode'][]): void {
  const parent = 'parentNode' in node ? node.parentNode : null;
  if (!parent) return;
  parent.childNodes.splice(parent.childNodes.indexOf(node as DefaultTreeAdapterMap['childNode']), 1, ...by);
  for (const child of by) child.parentNode = parent;
}
