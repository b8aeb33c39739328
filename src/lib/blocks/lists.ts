import { FILE_TITLES } from '../../../data-loaders/file-titles.ts';
import type { Niva } from '../../../data-loaders/types.ts';
import { dataTable, escapeHtml, levelName, link } from '../../components/index.ts';
import { TERMS } from '../glossary.ts';
import { JUDGED } from '../judged-files.ts';
import type { Block } from '../markdown.ts';
import { delregionOf, type Page, unitHref, unitsOf } from '../page.ts';
import { MENU, MORE, PAGES, type Entry as SiteEntry } from '../sitemap.ts';
import { definitionHref } from './unit.ts';

/** Extensions of the formats and what they are called. */
const FORMATS: [string, string][] = [
  ['csv', 'CSV'],
  ['xlsx', 'Excel'],
  ['arrow', 'Arrow'],
  ['parquet', 'Parquet'],
];

const formatColumns = FORMATS.map(([, rubrik]) => ({ rubrik, text: true }));

/** A link to the file in each format. */
const formatCells = (id: string) =>
  FORMATS.map(([type]) => ({ html: link(`${id}.${type}`, `/data/${id}.${type}`) }));

/** Published files per indicator. */
export const nedladdningar: Block = ({ katalog }) =>
  dataTable({
    id: 'nedladdningar',
    caption: 'Filer per indikator',
    doldCaption: true,
    radrubrik: 'Indikator',
    kolumner: formatColumns,
    rader: katalog.indikatorer.map(({ id, titel }) => ({
      rubrik: titel,
      href: definitionHref(id),
      celler: formatCells(id),
    })),
    troskel: katalog.troskel,
  });

/** Published files beside the indicators': what is judged on their rows. */
export const bedomningar: Block = ({ katalog }) =>
  dataTable({
    id: 'bedomningar',
    caption: 'Filer med bedömningar',
    doldCaption: true,
    radrubrik: 'Innehåll',
    kolumner: formatColumns,
    rader: Object.entries(FILE_TITLES).map(([id, titel]) => ({
      rubrik: titel,
      ...(id in JUDGED && { href: definitionHref(id) }),
      celler: formatCells(id),
    })),
    troskel: katalog.troskel,
  });

/** The pages of a section of the menu, each with what it answers. */
export const undersidor: Block = ({ path }) => {
  const pages = MENU.find((entry) => entry.path === path)?.under ?? [];
  return `<dl class="undersidor">${pages
    .map(({ text, path, om }) => `<dt>${link(text, path)}</dt><dd>${escapeHtml(om)}</dd>`)
    .join('')}</dl>`;
};

/** `topics`: what the page tells of besides; `more`: pages of the same unit. */
type Entry = { text: string; href: string; about: string; topics?: string; more?: SiteEntry[] };

/** The glossary's words that mean something here. */
const wordsHere = ({ katalog }: Page) => TERMS.filter(({ vid = katalog.metod }) => vid === katalog.metod);

/** Words a reader may look for, in the glossary's one list. */
const terms = (page: Page): Entry[] =>
  wordsHere(page).map(({ ord, slag, betyder }) => ({
    text: ord,
    href: wordHref(ord),
    about: `${slag}. ${betyder}`,
  }));

const wordHref = (ord: string): string => `/ordlista#${wordId(ord)}`;

/** The word as an address can hold it. */
const wordId = (ord: string): string =>
  ord
    .toLocaleLowerCase('sv')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');

/** Every word with its meaning and where the whole is told. */
export const ordlista: Block = (page) =>
  `<dl class="undersidor">${wordsHere(page)
    .toSorted((a, b) => a.ord.localeCompare(b.ord, 'sv'))
    .map(
      ({ ord, betyder, href }) =>
        `<dt id="${wordId(ord)}">${escapeHtml(ord)}</dt><dd>${escapeHtml(betyder)} ${link(`Mer om ${ord.charAt(0).toLocaleLowerCase('sv')}${ord.slice(1)}`, href)}.</dd>`,
    )
    .join('')}</dl>`;

/** Everything there is to find, in alphabetical order; with JavaScript the list answers as the reader types. */
export const soklista: Block = (page) => {
  const entries = [...pages(), ...units(page), ...indicators(page), ...terms(page)].sort((a, b) =>
    a.text.localeCompare(b.text, 'sv'),
  );
  return `<ul class="soktraffar" id="soktraffar">${entries
    .map(({ text, href, about, topics, more = [] }) => {
      const found = topics ? ` data-ord="${escapeHtml(topics)}"` : '';
      const also = more.map(({ text, path }) => ` <small>${link(text, path)}</small>`).join('');
      return `<li${found}>${link(text, href)} <small>${escapeHtml(about)}</small>${also}</li>`;
    })
    .join('')}</ul>`;
};

const pages = (): Entry[] => [
  ...MENU.flatMap(({ under = [], ...entry }) => [{ ...entry, om: '' }, ...under]).map(
    ({ text, path, om }) => ({
      text,
      href: path,
      about: om ? `sida. ${om}` : 'sida',
    }),
  ),
  ...MORE.filter(({ path }) => path !== '/sok').map(({ text, path }) => ({
    text,
    href: path,
    about: 'sida',
  })),
];

/** What every unit's page tells of, beside what its name says. */
const UNIT_TOPICS = MENU.find(({ path }) => path === '/amnen')!.under!.map(({ text }) => text);

/** What a level's pages tell of besides, by the words readers ask with. */
const LEVEL_TOPICS: Partial<Record<Niva, string[]>> = {
  kommun: ['mål', 'storhelg', 'betalningsmodell'],
  delregion: ['mål', 'storhelg'],
};

/** Pages of their own per unit: their address and what they are called in the menu. */
const UNIT_PAGES: Partial<Record<Niva, string[]>> = {
  kommun: ['kartlaggning', 'rapport'],
  delregion: ['aktiviteter'],
};

function units(page: Page): Entry[] {
  return (['kommun', 'delregion', 'vardgivare'] as const).flatMap((niva) =>
    unitsOf(page.katalog, niva).map((unit) => {
      const within = niva === 'kommun' ? delregionOf(page, unit.id)?.namn : undefined;
      const more = (UNIT_PAGES[niva] ?? []).map((folder) => ({
        text: PAGES.find(({ path }) => path === `/${folder}/index`)!.text,
        path: `/${folder}/${unit.id}`,
      }));
      return {
        text: unit.namn,
        href: unitHref(unit),
        about: within ? `kommun i ${within}` : levelName(niva),
        topics: [...UNIT_TOPICS, ...(LEVEL_TOPICS[niva] ?? []), ...more.map(({ text }) => text)].join(' '),
        more,
      };
    }),
  );
}

const indicators = ({ katalog }: Page): Entry[] =>
  katalog.indikatorer.map(({ id, titel }) => ({
    text: titel,
    href: definitionHref(id),
    about: `indikator, ${id}`,
  }));

/** Contact of the organisation that publishes the site. */
export const kontakt: Block = ({ katalog }) =>
  katalog.kontakt
    ? `<p>${katalog.kontakt.includes('@') && !/\s/.test(katalog.kontakt) ? link(katalog.kontakt, `mailto:${katalog.kontakt}`) : escapeHtml(katalog.kontakt)}</p>`
    : '<p>Kontaktuppgift saknas än. Den som publicerar webbplatsen ska ange den.</p>';
