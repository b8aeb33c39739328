/** The search page's list as the reader types, best first; also answers `?q=` from the form in the header. */
import { search } from './client/search.js';

const field = document.querySelector<HTMLInputElement>('#filter')!;
const count = document.querySelector<HTMLOutputElement>('#antal-traffar')!;
const nothing = document.querySelector<HTMLElement>('#utan-traff')!;
const list = document.querySelector<HTMLUListElement>('#soktraffar')!;
const items = [...list.children] as HTMLLIElement[];
const find = search(
  items.map((item) => ({
    title: item.querySelector('a')!.textContent,
    about: item.querySelector('small')!.textContent,
    topics: item.dataset.ord ?? '',
  })),
);

function filter(): void {
  const wanted = field.value.trim();
  const scores = wanted === '' ? items.map(() => 1) : find(wanted);
  const order = items.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]! || a - b);
  for (const i of order) items[i]!.hidden = scores[i] === 0;
  list.append(...order.map((i) => items[i]!));
  const found = scores.filter((score) => score > 0).length;
  nothing.hidden = found > 0;
  count.value =
    wanted === '' ? '' : found === 0 ? 'Inga träffar' : found === 1 ? '1 träff' : `${found} träffar`;
}

/** The count is where a reader who has asked goes on, and what a screen reader then says. */
function answer(): void {
  filter();
  if (field.value.trim() !== '') count.focus();
}

field.value = new URLSearchParams(location.search).get('q') ?? '';
field.addEventListener('input', filter);
field.form?.addEventListener('submit', (event) => {
  event.preventDefault();
  answer();
});
answer();
