import type { Periodtyp } from '../../../data-loaders/types.js';
import { formatInterval, formatNumber, formatPeriod } from '../../components/format.js';
import { saveTools } from '../../components/tools.js';
import type { Choice, Figure, Figures } from './choice.js';
import { lineChart } from './line.js';

/** What the chosen option says of itself. */
type Words = {
  indikator: string;
  titel: string;
  enhet: string;
  decimaler: number;
  grupp: string;
  period: string;
};

type Row = {
  namn: string;
  href?: string;
  enhet: string;
  typ: string;
  period: string;
  figure: Figure | 'skyddad' | null;
};

/** A figure like the page's own: title, subtitle, a chart where one unit is followed, the table, source and buttons. */
export function drawChoice(form: HTMLFormElement, choice: Choice, figures: Figures | null): HTMLElement {
  const words = wordsOf(form, choice);
  const figure = element('figure');
  const heading = element(form.dataset.enhet ? 'h3' : 'h2', words.titel);
  heading.id = `${form.id}-rubrik`;
  figure.setAttribute('aria-labelledby', heading.id);
  const subtitle = element('p', `${words.enhet}, ${words.grupp}, ${words.period}`, 'undertitel');
  figure.append(heading, subtitle);
  const unit = form.dataset.enhet;
  const rows = figures ? (unit ? seriesOf(figures, unit, choice) : listOf(form, figures, choice)) : [];
  if (rows.length === 0) {
    figure.append(element('p', 'Det finns ingen siffra för det valet.', 'tomt'));
    return figure;
  }
  if (unit) figure.append(lineChart(rows, words));
  figure.append(tableOf(rows, words, choice, form, unit !== undefined));
  const source = `Källa: de publicerade filerna. 95 procents intervall där ett sådant räknas. Färre än ${form.dataset.fa} fall är få: tolka dem med försiktighet. ${unit ? 'Kurvan visar siffrorna; någon bedömning mot normal variation görs inte för valet.' : ''}`;
  figure.insertAdjacentHTML('beforeend', saveTools(figure.innerHTML, words.titel));
  figure.append(element('figcaption', source.trim()));
  return figure;
}

function wordsOf(form: HTMLFormElement, choice: Choice): Words {
  const chosen = (name: string) => (form.elements.namedItem(name) as HTMLSelectElement).selectedOptions[0];
  const { enhet = '', decimaler = '1' } = chosen('indikator')?.dataset ?? {};
  const titel = chosen('indikator')?.text ?? '';
  const grupp = chosen('grupp')?.text ?? '';
  return {
    ...{
      indikator: choice.indikator,
      titel: form.dataset.namn ? `${form.dataset.namn}: ${lower(titel)}` : titel,
    },
    ...{ enhet, decimaler: Number(decimaler), grupp, period: lower(chosen('period')?.text ?? '') },
  };
}

const lower = (text: string): string => text.charAt(0).toLocaleLowerCase('sv') + text.slice(1);

/** One period of every unit, in Swedish alphabetical order. */
function listOf(form: HTMLFormElement, { perioder, enheter }: Figures, choice: Choice): Row[] {
  const at = perioder.findIndex(([typ, first]) => `${typ}-${first}` === choice.period);
  if (at < 0) return [];
  const [typ, period] = perioder[at]!;
  const links = new Map(
    [
      ...document.getElementById(form.dataset.ersatter!)!.querySelectorAll<HTMLAnchorElement>('tbody th a'),
    ].map((link) => [link.textContent, link.getAttribute('href')!]),
  );
  return enheter
    .map(([id, namn, cells]): Row => {
      const href = links.get(namn);
      return { namn, ...(href ? { href } : {}), enhet: id, typ, period, figure: cells[at] ?? null };
    })
    .sort((a, b) => a.namn.localeCompare(b.namn, 'sv'));
}

/** Every period of a type for one unit, oldest first. */
function seriesOf({ perioder, enheter }: Figures, unit: string, choice: Choice): Row[] {
  const [id, , cells] = enheter.find(([code]) => code === unit) ?? [];
  if (id === undefined) return [];
  return perioder.flatMap(([typ, period], index) =>
    typ === choice.period
      ? [
          {
            namn: formatPeriod(typ as Periodtyp, period),
            enhet: id,
            typ,
            period,
            figure: cells![index] ?? null,
          },
        ]
      : [],
  );
}

function tableOf(
  rows: Row[],
  words: Words,
  choice: Choice,
  form: HTMLFormElement,
  series: boolean,
): HTMLElement {
  const table = element('table', '', series ? 'serie' : '');
  const caption = element(
    'caption',
    `${words.titel}, ${words.enhet}, ${words.grupp}, ${words.period}`,
    'dold',
  );
  caption.id = `${form.id}-tabell`;
  const head = element('tr');
  for (const [index, text] of [series ? 'Period' : 'Enhet', 'värde', '95 % intervall', 'antal'].entries()) {
    const cell = element('th', text, index === 0 ? 'ord' : '');
    if (index === 1) cell.append(element('br'), element('span', words.enhet, 'enhet'));
    cell.setAttribute('scope', 'col');
    head.append(cell);
  }
  const [thead, tbody] = [element('thead'), element('tbody')];
  thead.append(head);
  for (const row of rows) {
    const line = element('tr');
    const key = [
      choice.indikator,
      form.dataset.niva,
      row.enhet,
      row.typ,
      row.period,
      choice.grupp,
      'alla',
    ].join('|');
    line.append(...cellsOf(row, words, key));
    if (series) tbody.prepend(line);
    else tbody.append(line);
  }
  table.append(caption, thead, tbody);
  const region = element('div', '', 'rull');
  region.tabIndex = 0;
  region.setAttribute('role', 'region');
  region.setAttribute('aria-labelledby', caption.id);
  region.append(table);
  return region;
}

function cellsOf({ namn, href, figure }: Row, { decimaler }: Words, key: string): HTMLElement[] {
  const head = element('th', href ? '' : namn);
  head.setAttribute('scope', 'row');
  if (href) head.append(Object.assign(element('a', namn), { href }));
  if (figure === null || figure === 'skyddad') {
    const word = figure ?? 'saknas';
    return [
      head,
      ...[0, 1, 2].map((index) => (index === 0 ? valueCell(word, key, word) : element('td', '–'))),
    ];
  }
  const [varde, nedre, ovre, antal, slutlig] = figure;
  const value = valueCell(formatNumber(varde, decimaler), key, slutlig ? '' : 'ejslutlig');
  const count = valueCell(formatNumber(antal), key, slutlig ? '' : 'ejslutlig');
  count.dataset.falt = 'antal';
  const interval = nedre === null || ovre === null ? '–' : formatInterval(nedre, ovre, decimaler);
  return [head, value, element('td', interval), count];
}

function valueCell(text: string, key: string, klass: string): HTMLElement {
  const cell = element('td', klass === 'skyddad' ? '' : text, klass);
  if (klass === 'skyddad') cell.append(element('span', text));
  cell.dataset.cell = key;
  return cell;
}

function element(tag: string, text = '', klass = ''): HTMLElement {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (klass) made.className = klass;
  return made;
}
