import { announce } from './announce.js';
import { drawChoice } from './chosen.js';
import { makeReadable } from './readout.js';
import { makeSortable } from './sort.js';

/** What a reader has chosen, as it stands in the address; a name that is left out is the page's own choice. */
const NAMES = ['indikator', 'grupp', 'period'] as const;
type Name = (typeof NAMES)[number];
export type Choice = Record<Name, string>;

/** Figures of one indicator and group at a level: `data-loaders/publish/choices.ts` writes them. */
export type Figures = {
  /** Type, first day. */
  perioder: [string, string][];
  /** Code, name, and per period value, lower, upper, n, final; `skyddad`; or null where there is nothing. */
  enheter: [string, string, (Figure | 'skyddad' | null)[]][];
};
export type Figure = [number, number | null, number | null, number, 0 | 1];

const loaded = new Map<string, Promise<Figures | null>>();

/** The published figures, fetched once each; null where the choice has none. */
function load(niva: string, { indikator, grupp }: Choice): Promise<Figures | null> {
  const address = new URL(`../../../urval/${niva}/${indikator}.${grupp}.json`, import.meta.url).href;
  const known = loaded.get(address);
  if (known) return known;
  const coming = fetch(address).then((answer) => (answer.ok ? (answer.json() as Promise<Figures>) : null));
  loaded.set(address, coming);
  return coming;
}

/** Listens to the form and to the back button, and shows what is chosen now. */
export async function startChoice(form: HTMLFormElement): Promise<void> {
  const show = async (write: boolean): Promise<void> => {
    if (write) toAddress(form);
    else fromAddress(form);
    await apply(form);
  };
  form.addEventListener('change', () => void show(true));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    for (const name of NAMES) fieldOf(form, name).value = defaultOf(fieldOf(form, name));
    void show(true);
  });
  window.addEventListener('popstate', () => void show(false));
  await show(!isUsual(form));
}

const fieldOf = (form: HTMLFormElement, name: Name): HTMLSelectElement =>
  form.elements.namedItem(name) as HTMLSelectElement;

/** A word in the address that no option has is passed over. */
function fromAddress(form: HTMLFormElement): void {
  const given = new URLSearchParams(location.search);
  for (const name of NAMES) {
    const field = fieldOf(form, name);
    field.value = given.get(name) ?? '';
    if (field.selectedIndex < 0) field.value = defaultOf(field);
  }
}

function toAddress(form: HTMLFormElement): void {
  const query = new URLSearchParams(location.search);
  for (const name of NAMES) {
    const field = fieldOf(form, name);
    if (field.value === defaultOf(field)) query.delete(name);
    else query.set(name, field.value);
  }
  const text = query.toString();
  history.pushState(null, '', text ? `?${text}` : location.pathname);
}

const read = (form: HTMLFormElement): Choice =>
  Object.fromEntries(NAMES.map((name) => [name, fieldOf(form, name).value])) as Choice;

/** The option that the built page shows. */
const defaultOf = (field: HTMLSelectElement): string =>
  [...field.options].find((option) => option.defaultSelected)?.value ?? field.options[0]!.value;

const isUsual = (form: HTMLFormElement): boolean =>
  NAMES.every((name) => fieldOf(form, name).value === defaultOf(fieldOf(form, name)));

/** Puts the chosen figures in the place of the page's own, or the page's own back. */
async function apply(form: HTMLFormElement): Promise<void> {
  const own = document.getElementById(form.dataset.ersatter!)!;
  const place = document.getElementById(`${form.id}-svar`)!;
  const reset = form.querySelector<HTMLButtonElement>('button[type="reset"]')!;
  const usual = isUsual(form);
  reset.hidden = usual;
  if (usual) {
    own.hidden = false;
    place.replaceChildren();
    return announce('Sidans egna siffror visas.');
  }
  const choice = read(form);
  const groups = fieldOf(form, 'indikator').selectedOptions[0]?.dataset.grupper?.split(' ') ?? [];
  const figures = groups.includes(choice.grupp) ? await load(form.dataset.niva!, choice) : null;
  if (JSON.stringify(choice) !== JSON.stringify(read(form))) return;
  own.hidden = true;
  place.replaceChildren(drawChoice(form, choice, figures));
  makeReadable(place);
  makeSortable(place);
  announce(place.querySelector('h2, h3')?.textContent ?? '');
}
