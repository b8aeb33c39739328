import type { Enhet } from '../../data-loaders/catalogue-types.ts';
import { folderOf } from './page.ts';

/** Folders whose pages are documents to hand in, each page a Word file as well. */
const FOLDERS = ['kartlaggning', 'rapport', 'aktiviteter'];

/** Pages of those folders that only list the others. */
const LISTS = ['/kartlaggning/index', '/aktiviteter/index'];

/** True for a page that is a document. */
export const isDocument = (path: string): boolean =>
  FOLDERS.includes(folderOf(path)) && !LISTS.includes(path);

/** Address of a unit's document as a page; the region's report is its folder's index. */
export const documentHref = (folder: string, unit: Enhet): string =>
  `/${folder}/${unit.niva === 'region' ? 'index' : unit.id}`;

/** Address of the same document as a Word file. */
export const wordHref = (folder: string, { id }: Pick<Enhet, 'id'>): string => `/word/${folder}-${id}.docx`;
