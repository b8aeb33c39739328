import { dataTable, escapeHtml, link } from '../../components/index.ts';
import { documentHref, wordHref } from '../documents.ts';
import type { Block } from '../markdown.ts';
import { delregionOf, folderOf, unitHref, unitsOf } from '../page.ts';

/** The way from a document on a page to the same document as a Word file. */
export const word: Block = ({ path, unit }) =>
  `<p class="ej-utskrift">${link('Hämta som Word-fil', wordHref(folderOf(path), unit))} att skriva vidare i: samma text, tabeller och diagram. Sidan går också att skriva ut. Fler siffror finns på ${link(`sidan om ${unit.namn}`, unitHref(unit))}.</p>`;

const NAMES: Record<string, string> = { kartlaggning: 'Kartläggning', rapport: 'Halvårs- och årsrapport' };

/** The unit's documents, each as page and as Word file. */
export const dokument: Block = ({ unit }) => {
  const folders = unit.niva === 'kommun' ? ['kartlaggning', 'rapport'] : ['rapport'];
  const links = folders.map(
    (folder) =>
      `${link(NAMES[folder]!, documentHref(folder, unit))} (${link('Word', wordHref(folder, unit))})`,
  );
  return `<p class="datarad ej-utskrift">Att lämna in: ${links.join(', ')}.</p>`;
};

/** A delregion's gathered activities, as page and as Word file. */
export const dokument_delregion: Block = ({ unit }) =>
  `<p class="datarad ej-utskrift">Till mötet: ${link('Kommunernas aktiviteter', documentHref('aktiviteter', unit))} (${link('Word', wordHref('aktiviteter', unit))}).</p>`;

/** Every unit of a level with its document in a folder: `mapp`, `niva`. */
export const dokumentlista: Block = ({ katalog, ...page }, { mapp = 'kartlaggning', niva = 'kommun' }) => {
  const kommun = niva === 'kommun';
  return dataTable({
    id: `dokument-${mapp}`,
    caption: kommun ? 'Kommuner i bokstavsordning' : 'Delregioner i bokstavsordning',
    doldCaption: true,
    radrubrik: kommun ? 'Kommun' : 'Delregion',
    kolumner: [
      ...(kommun ? [{ rubrik: 'Delregion', text: true }] : []),
      { rubrik: 'Att skriva vidare i', text: true },
      { rubrik: 'Siffrorna', text: true },
    ],
    rader: unitsOf(katalog, kommun ? 'kommun' : 'delregion').map((unit) => ({
      rubrik: unit.namn,
      href: documentHref(mapp, unit),
      celler: [
        ...(kommun ? [{ text: delregionOf({ ...page, katalog }, unit.id)?.namn ?? '–' }] : []),
        { html: named('Word-fil', wordHref(mapp, unit), unit.namn) },
        { html: named(kommun ? 'Kommunens sida' : 'Delregionens sida', unitHref(unit), unit.namn) },
      ],
    })),
    troskel: katalog.troskel,
  });
};

/** A link whose purpose a screen reader hears without the row. */
const named = (text: string, href: string, unit: string): string =>
  `<a href="${href}">${text}<span class="dold">: ${escapeHtml(unit)}</span></a>`;
