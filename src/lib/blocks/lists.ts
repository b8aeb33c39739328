import { FILE_TITLES } from '../../../data-loaders/file-titles.ts';
import { dataTable, escapeHtml, levelName, link } from '../../components/index.ts';

import { JUDGED } from '../judged-files.ts';
import type { Block } from '../markdown.ts';
import { delregionOf, type Page, unitHref, unitsOf } from '../page.ts';
import { MENU, PAGES } from '../sitemap.ts';
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

type Entry = { text: string; href: string; about: string };

/** Words a reader may look for and where they are explained. */
const TERMS: Entry[] = [
  { text: 'Betalningsdagar', href: '/definitioner#betalningsdagar', about: 'siffror' },
  { text: 'Betalningsmodell', href: '/betalning#vilken-modell', about: 'begrepp' },
  { text: 'Fall', href: '/metod#fall', about: 'begrepp' },
  { text: 'Hemgångsklar', href: '/metod#ord-som-liknar-varandra', about: 'begrepp' },
  {
    text: 'Jämförelseserie för återinläggningar',
    href: '/aterinskrivning#jamforelse-med-en-annan-serie',
    about: 'siffror',
  },
  { text: 'Kommunklar', href: '/metod#ord-som-liknar-varandra', about: 'begrepp' },
  { text: 'Klämdag', href: '/metod#dagar-och-helger', about: 'begrepp' },
  { text: 'Medelvärde, två sätt att räkna', href: '/metod#varfor-visar-skr-en-annan-siffra', about: 'metod' },
  { text: 'Nolldag', href: '/metod#fall', about: 'begrepp' },
  { text: 'Normal variation', href: '/metod#statistik', about: 'metod' },
  {
    text: 'Regler för återinskrivning, sida vid sida',
    href: '/metod#samma-data-andra-regler',
    about: 'metod',
  },
  { text: 'Utgåva', href: '/skydd#vad-hander-nar-en-manad-laggs-till', about: 'röjandekontroll' },
  { text: 'Skyddad siffra', href: '/skydd#vad-doljs', about: 'metod' },
  { text: 'Storhelg', href: '/veckodagar#storhelger', about: 'siffror' },
  { text: 'Tratt', href: '/metod#statistik', about: 'metod' },
  { text: 'Utskrivningsklar', href: '/metod#ord-som-liknar-varandra', about: 'begrepp' },
  { text: 'Utskrivningsklardagen', href: '/definitioner#andel_utskrivningsklardagen', about: 'begrepp' },
  { text: 'Väntedagar', href: '/metod#fall', about: 'begrepp' },
  { text: 'Vårdepisod', href: '/metod#aterinskrivning', about: 'begrepp' },
];

/** Everything there is to find, in alphabetical order; with JavaScript the list is filtered as the reader types. */
export const soklista: Block = (page) => {
  const entries = [...pages(), ...units(page), ...indicators(page), ...TERMS].sort((a, b) =>
    a.text.localeCompare(b.text, 'sv'),
  );
  return `<ul class="soktraffar" id="soktraffar">${entries
    .map(({ text, href, about }) => `<li>${link(text, href)} <small>${escapeHtml(about)}</small></li>`)
    .join('')}</ul>`;
};

const pages = (): Entry[] =>
  PAGES.filter(({ path }) => path !== '/sok').map(({ text, path }) => ({ text, href: path, about: 'sida' }));

function units(page: Page): Entry[] {
  return (['kommun', 'delregion', 'vardgivare'] as const).flatMap((niva) =>
    unitsOf(page.katalog, niva).map((unit) => {
      const within = niva === 'kommun' ? delregionOf(page, unit.id)?.namn : undefined;
      return {
        text: unit.namn,
        href: unitHref(unit),
        about: within ? `kommun i ${within}` : levelName(niva),
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
    : '<p>Profilen anger ingen kontakt. Den som publicerar webbplatsen ska ange en adress i profilen, raden <code>kontakt</code>.</p>';
