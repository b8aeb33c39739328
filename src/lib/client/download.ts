import { gridOf, type ShownCell } from './table.js';
import { words } from './values.js';

/** Saves what a reader sees: the tables of a figure as CSV or XLSX, its charts as a picture. No figures are fetched. */
export async function save(button: HTMLButtonElement): Promise<void> {
  const tools = button.closest<HTMLElement>('.verktyg')!;
  const about = aboutOf(tools);
  const type = button.dataset.ladda;
  if (type === 'csv') return keep(new Blob([csvOf(about)], { type: 'text/csv;charset=utf-8' }), about, 'csv');
  if (type === 'xlsx') {
    const { workbookOf } = await import('./workbook.js');
    return keep(await workbookOf(about), about, 'xlsx');
  }
  const { pictureOf, pixelsOf } = await import('./picture.js');
  const svg = pictureOf(about);
  if (type === 'svg') return keep(new Blob([svg.text], { type: 'image/svg+xml' }), about, 'svg');
  keep(await pixelsOf(svg), about, 'png');
}

/** What a saved file holds and says of itself. */
export type Saved = {
  part: HTMLElement;
  title: string;
  subtitle: string;
  /** Source and notice, as sentences. */
  notes: string[];
};

function aboutOf(tools: HTMLElement): Saved {
  const part = tools.closest('figure') ?? tools.parentElement!;
  const heading = part.querySelector('h2, h3, h4') ?? part.closest('section')?.querySelector('h2');
  const captions = [...part.querySelectorAll('caption')].map(words);
  const page = words(document.querySelector('h1'));
  const notes = [
    document.querySelector('.notis') ? 'Syntetiska uppgifter. Alla vårdtillfällen är påhittade.' : '',
    words(part.querySelector('figcaption')) || words(document.querySelector('.sidfot p')),
    `Utskrivningsklar, sidan ${page}.`,
  ].filter(Boolean);
  const title = words(heading) || captions[0] || page;
  return { part, title, subtitle: words(part.querySelector('.undertitel')), notes };
}

/** As a Swedish spreadsheet opens it: semicolons, decimal comma, byte order mark. Source and notice come last. */
function csvOf({ part, title, subtitle, notes }: Saved): string {
  const tables = [...part.querySelectorAll('table')];
  const lines = tables.flatMap((table) => [
    ...(tables.length > 1 ? [[words(table.caption)]] : []),
    ...gridOf(table).map((row) => row.map(cellText)),
    [],
  ]);
  const all = [...lines, [title], ...(subtitle ? [[subtitle]] : []), ...notes.map((note) => [note])];
  return `\ufeff${all.map((line) => line.map(field).join(';')).join('\r\n')}\r\n`;
}

/** A number without the marks of typesetting. */
const cellText = ({ text, number }: ShownCell): string =>
  number ? text.replace(/[\s\u00a0]/g, '').replace('−', '-') : inert(text);

/** A text that a spreadsheet would take for a formula gets an apostrophe first. */
const inert = (text: string): string => (/^[=+@\t\r-]/.test(text) ? `'${text}` : text);

const field = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function keep(blob: Blob, { title }: Saved, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${fileName(title)}.${type}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const fileName = (title: string): string =>
  title
    .toLocaleLowerCase('sv')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
