import { JSDOM } from 'jsdom';

/** What a page shows of published figures: the cells with an address, and their address, field and text. */
export const cells = (html: string) => [...new JSDOM(html).window.document.querySelectorAll('[data-cell]')];
export const shown = (html: string) =>
  cells(html).map((cell) => [
    cell.getAttribute('data-cell'),
    cell.getAttribute('data-falt'),
    cell.textContent,
  ]);
