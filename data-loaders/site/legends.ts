import { attribute, detach, type Element, elements, type Parent } from './tree.ts';

/** What a protected figure is stands under the first table of each section that has one, not under each of them. */
export function sayOnce(document: Parent): void {
  for (const section of elements(document).filter(({ tagName }) => tagName === 'section'))
    for (const again of elements(section).filter(isLegend).slice(1)) {
      const line = again.parentNode;
      detach(again);
      if (line && 'tagName' in line && textOf(line).trim() === '') detach(line);
    }
}

/** A table that is folded away takes no legend from those in sight. */
const isLegend = (element: Element): boolean =>
  attribute(element, 'class') === 'skyddsord' && !isFolded(element);

function isFolded({ parentNode }: Element): boolean {
  if (!parentNode || !('tagName' in parentNode)) return false;
  return parentNode.tagName === 'details' || isFolded(parentNode);
}

function textOf(parent: Parent): string {
  return parent.childNodes
    .map((node) => ('value' in node ? node.value : 'childNodes' in node ? textOf(node) : ''))
    .join('');
}
