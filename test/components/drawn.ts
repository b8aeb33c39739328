import { JSDOM } from 'jsdom';

export const dom = (html: string) => new JSDOM(html).window.document;

/** The words of one drawing, plain spaces for hard ones. */
export const texts = (html: string, svg: string) =>
  [...dom(html).querySelectorAll(`svg.${svg} text`)].map((node) =>
    node.textContent?.replaceAll('\u00a0', ' '),
  );
