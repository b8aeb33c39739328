/** On a page of /sa-raknas: the figure that the reader came from, `?siffra=` in the address, with its numbers and the way back. */
import { formatPeriod } from '../components/format.js';
import { numbersOf, readOrigin, titleOf, unitOf } from './client/origin.js';

const command = document.querySelector<HTMLElement>('#kommando code');
const note = document.querySelector<HTMLElement>('#kommando-om');
const place = document.querySelector<HTMLElement>('#kom-fran');
const search = new URLSearchParams(location.search);
const given = search.get('siffra') ?? '';
const indicator = location.pathname.replace(/^.*\/|\.html$/g, '');

// Nothing but the form that an address has comes into the command, which is copied into a shell.
if (command && note && given.startsWith(`${indicator}|`) && /^[a-z0-9_]+(\|[\w+-]+){2,6}$/.test(given)) {
  command.textContent = command.textContent.replace(/"[^"]*"/, `"${given}"`);
  note.textContent = 'Kommandot är ifyllt för siffran som du kom ifrån.';
  if (place) void cameFrom(place);
}

/** "Du kom från Lund: Lund, 2025. Täljare 179, nämnare 134, värde 1,34 dagar.": as that page shows them, nothing counted here. */
async function cameFrom(place: HTMLElement): Promise<void> {
  const origin = await readOrigin(search);
  if (!origin) return;
  const back = document.createElement('a');
  back.href = origin.href;
  back.textContent = titleOf(origin.document);
  place.append('Du kom från ', back, '. ');
  const [, level = '', id = '', type = '', period = ''] = given.split('|');
  const numbers = numbersOf(origin.document, given);
  const value = numbers.get('varde');
  if (value && /^\d{4}-\d\d-\d\d$/.test(period)) {
    const named = { taljare: 'täljare', namnare: 'nämnare', antal: 'antal' };
    const parts = Object.entries(named).flatMap(([field, word]) =>
      numbers.has(field) ? [`${word} ${numbers.get(field)}`] : [],
    );
    const unit = /\d/.test(value) ? ` ${place.dataset.enhet}` : '';
    const figure = `${unitOf(origin.document, origin.href, level, id)}, ${formatPeriod(type as 'ar', period)}`;
    place.append(`${figure}: ${[...parts, `värde ${value}${unit}`].join(', ')}.`);
  }
  place.hidden = false;
}
