/** Filters the search page's list as the reader types; also answers `?q=` from the form in the header. */

const field = document.querySelector<HTMLInputElement>('#filter')!;
const count = document.querySelector<HTMLOutputElement>('#antal-traffar')!;
const items = [...document.querySelectorAll<HTMLLIElement>('#soktraffar > li')].map((item) => ({
  item,
  text: item.textContent.toLocaleLowerCase('sv'),
}));

function filter(): void {
  const wanted = field.value.trim().toLocaleLowerCase('sv');
  let found = 0;
  for (const { item, text } of items) {
    item.hidden = !text.includes(wanted);
    if (!item.hidden) found++;
  }
  count.value = wanted === '' ? '' : found === 1 ? '1 träff' : `${found} träffar`;
}

field.value = new URLSearchParams(location.search).get('q') ?? '';
field.addEventListener('input', filter);
field.form?.addEventListener('submit', (event) => event.preventDefault());
filter();
