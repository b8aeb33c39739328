/** What a reader can save of what is shown. Seen only where scripts run (style/tools.css): without them the buttons could do nothing. */
import { attributes } from './html.js';

const BUTTONS = { csv: 'tabellen (CSV)', xlsx: 'tabellen (Excel)', svg: 'bilden (SVG)', png: 'bilden (PNG)' };

/** Buttons for the tables and charts in `html`, named after what they save; nothing where there are neither. */
export function saveTools(html: string, titel: string): string {
  const types = [
    ...(/<table[ >]/.test(html) ? (['csv', 'xlsx'] as const) : []),
    ...(/<div class="diagram"|<ul class="smaserier"/.test(html) ? (['svg', 'png'] as const) : []),
  ];
  if (types.length === 0) return '';
  const buttons = types.map((type) => `<button type="button" data-ladda="${type}">${BUTTONS[type]}</button>`);
  return `<div class="verktyg ej-utskrift" role="group"${attributes({ 'aria-label': `Ladda ner: ${titel}` })}><span>Ladda ner</span> ${buttons.join(' ')}</div>`;
}
