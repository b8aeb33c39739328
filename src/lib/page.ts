import type { Enhet, Katalog } from '../../data-loaders/catalogue-types.ts';
import type { Grupp, Niva, Periodtyp, PubliceradRad } from '../../data-loaders/types.ts';
import type { Cell, Lage } from '../components/index.ts';
import type { Data, KatalogIndikator, Unit } from './data.ts';
import { instead } from './instead.ts';

/** Folders with one page per unit, and the level of the units. */
const UNIT_FOLDERS: Record<string, Niva> = {
  kommun: 'kommun',
  vardgivare: 'vardgivare',
  delregion: 'delregion',
  kartlaggning: 'kommun',
  rapport: 'kommun',
  aktiviteter: 'delregion',
};

/** What a page is about: built once per address, read by every block on it. */
export type Page = {
  data: Data;
  katalog: Katalog;
  /** Address without extension, `/kommun/1281`. */
  path: string;
  /** The unit the page is about; the region on pages about no one unit. */
  unit: Enhet;
  region: Enhet;
};

/** The page at an address. Throws an Error for a unit page whose unit is not in the catalogue. */
export function openPage(data: Data, path: string): Page {
  const katalog = data.katalog();
  const region = regionOf(katalog);
  const key = unitOf(path);
  const unit = key ? katalog.enheter.find(({ niva, id }) => niva === key.niva && id === key.id) : region;
  if (!unit) throw new Error(`unknown unit: ${path}`);
  return { data, katalog, path, unit, region };
}

function regionOf(katalog: Katalog): Enhet {
  const { kod, namn } = katalog.region;
  return katalog.enheter.find((enhet) => enhet.niva === 'region') ?? { niva: 'region', id: kod, namn };
}

/** True for a page about one unit. */
export const isUnitPath = (path: string): boolean => unitOf(path) !== null;

function unitOf(path: string): { niva: Niva; id: string } | null {
  const [, folder, id] = path.split('/');
  const niva = UNIT_FOLDERS[folder!];
  return niva && id && id !== 'index' ? { niva, id } : null;
}

/** The folder of a page's address, empty for a page of none. */
export const folderOf = (path: string): string => path.split('/').slice(1, -1).join('/');

/** The units of a level, in Swedish alphabetical order. */
export function unitsOf(katalog: Katalog, niva: Niva): Enhet[] {
  return katalog.enheter
    .filter((enhet) => enhet.niva === niva)
    .sort((a, b) => a.namn.localeCompare(b.namn, 'sv'));
}

/** Folder with one page per indicator and judgement. */
const EXPLAINED = '/sa-raknas/';

/** The indicator or judgement that an address explains, undefined for another page's. */
export const explainedId = (path: string): string | undefined =>
  path.startsWith(EXPLAINED) ? path.slice(EXPLAINED.length) : undefined;

/** Stands for the unit in the address of the page that all pages of a folder are made from; no unit has such an id. */
const MOULD = '-mall';

/** Addresses of those pages. */
export const MOULDS = [...Object.keys(UNIT_FOLDERS).map((folder) => `/${folder}/`), EXPLAINED].map(
  (folder) => folder + MOULD,
);

/** The page that a page of the catalogue is made from. */
export const mouldOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1) + MOULD;

/** Every address made from the catalogue. */
export function unitPaths(katalog: Katalog): string[] {
  const explained = [...katalog.indikatorer, ...katalog.bedomningar].map(({ id }) => EXPLAINED + id);
  const units = Object.entries(UNIT_FOLDERS).flatMap(([folder, niva]) =>
    unitsOf(katalog, niva).map(({ id }) => `/${folder}/${id}`),
  );
  return [...units, ...explained];
}

/** Address of a unit's page; the region's is the overview. */
export function unitHref({ niva, id }: Unit): string {
  return niva === 'region' ? '/' : `/${niva}/${id}`;
}

/** The delregion a kommun belongs to on the last day of data, null outside all. */
export function delregionOf({ katalog }: Pick<Page, 'katalog'>, kommun: string): Enhet | null {
  const day = katalog.sista_datadag;
  const found = katalog.delregioner.find(({ medlemmar }) =>
    medlemmar.some((m) => m.kommun === kommun && m.fran <= day && (m.till === null || m.till >= day)),
  );
  return katalog.enheter.find((enhet) => enhet.niva === 'delregion' && enhet.id === found?.kod) ?? null;
}

/** A delregion's kommuner on the last day of data, in alphabetical order. */
export function membersOf(page: Pick<Page, 'katalog'>, delregion: string): Enhet[] {
  return unitsOf(page.katalog, 'kommun').filter((kommun) => delregionOf(page, kommun.id)?.id === delregion);
}

/** The kommuner a kommun is compared with: its delregion's, or all where it has none. */
export function peersOf(page: Page): { name: string; units: Enhet[] } {
  const delregion = page.unit.niva === 'delregion' ? page.unit : delregionOf(page, page.unit.id);
  if (page.unit.niva === 'vardgivare')
    return { name: page.region.namn, units: unitsOf(page.katalog, 'vardgivare') };
  if (page.unit.niva === 'region' || !delregion)
    return { name: page.region.namn, units: unitsOf(page.katalog, 'kommun') };
  return { name: delregion.namn, units: membersOf(page, delregion.id) };
}

/** An indicator of the registry. Throws an Error for an id that no SQL file has. */
export function indicatorOf({ data }: Page, id: string): KatalogIndikator {
  const found = data.indicator(id);
  if (!found) throw new Error(`unknown indicator: ${id}`);
  return found;
}

/** The indicator that is shown where this one is asked for: itself, or the one that stands in where a column it takes is missing. */
export function shownFor(page: Page, id: string): string {
  if (indicatorOf(page, id).avstangd_saknar.length === 0) return id;
  const other = page.katalog.indikatorer.find(
    ({ i_stallet_for, avstangd_saknar }) => i_stallet_for?.indikator === id && avstangd_saknar.length === 0,
  );
  return other?.id ?? id;
}

/** Where a unit's cases are counted too, nearest first. */
export function widerUnits(page: Page, unit: Unit = page.unit): Enhet[] {
  const delregion = unit.niva === 'kommun' ? delregionOf(page, unit.id) : null;
  return unit.niva === 'region' ? [] : [...(delregion ? [delregion] : []), page.region];
}

/** Everything a verdict on a unit's monthly series is made from. */
export function lageOf(page: Page, id: string, unit: Unit = page.unit, grupp: Grupp = 'alla'): Lage {
  const indikator = indicatorOf(page, id);
  return {
    indikator,
    rader: page.data.series(id, unit, 'manad', { grupp }),
    punkter: page.data.points(id, unit, grupp),
    diagram: page.data.verdict(id, unit, grupp),
    troskel: page.katalog.troskel,
    saknarKolumner: indikator.avstangd_saknar,
    sistaDatadag: page.katalog.sista_datadag,
    ...instead(
      page,
      indikator,
      unit,
      widerUnits(page, unit).map((enhet) => ({ enhet, href: unitHref(enhet) })),
      grupp,
    ),
  };
}

/** A period of an indicator and whether it is final. */
export type Span = { typ: Periodtyp; period: string; final: boolean };

const LONGEST_FIRST: Periodtyp[] = ['ar', 'halvar', 'kvartal', 'manad'];

/**
 * The latest final period of the longest type that has one, else the latest period that exists at all; null where the
 * indicator has no rows for the unit.
 */
export function spanOf(page: Page, id: string, unit: Unit = page.unit, types = LONGEST_FIRST): Span | null {
  const { slutlig } = indicatorOf(page, id);
  const latest = page.katalog.senaste_slutliga[slutlig];
  const existing = types.filter((typ) => page.data.periods(id, unit, typ).length > 0);
  for (const typ of existing) {
    const period = latest[typ];
    if (period) return { typ, period, final: true };
  }
  const typ = existing[0];
  const last = typ && page.data.periods(id, unit, typ).at(-1);
  return typ && last ? { typ, period: last, final: false } : null;
}

/** One row per unit for a period; units without a row are left out. */
export function rowsAcross(page: Page, id: string, units: Unit[], span: Span): PubliceradRad[] {
  return units
    .map((unit) => page.data.cell(id, unit, span.typ, span.period))
    .filter((row) => row !== undefined);
}

/** A table cell with a published figure: its value with the indicator's decimals, or a whole count. */
export function cellOf({ data }: Page, rad: PubliceradRad | undefined, falt?: 'taljare' | 'namnare'): Cell {
  if (falt) return { rad, falt, decimaler: 0 };
  return { rad, decimaler: (rad && data.indicator(rad.indikator)?.decimaler) ?? 1 };
}
