import type { Stay } from './cases.ts';
import { toDay } from './days.ts';

/** A figure on the chain from notice to discharge: id, category, numerator and denominator. */
type Figure = [id: string, kategori: string, taljare: number, namnare: number];
type Case = Stay & { ready: number; left: number };

const DESTINATIONS = 'ordinart_boende sarskilt_boende korttid annat_sjukhus mobilt_sjukhusteam avliden annat';
const NEEDS = 'oforandrade nytillkomna_socialtjanst nytillkomna_halso_och_sjukvard avancerade annat';

const date = ({ says }: Case, column: string) => {
  const iso = says(`${column}_datum`);
  return iso === null ? null : toDay(iso);
};
const wait = ({ ready, left }: Case) => left - ready;
function notice(one: Case): string {
  const sent = date(one, 'underrattelse');
  if (sent === null || sent > one.left) return 'annat';
  return one.left - sent >= 2 ? '2-' : String(one.left - sent);
}

/** Every figure of the cases of one cell; which of them the level and period have is `hasChain`'s matter. */
export function chainFigures(list: Case[]): Figure[] {
  const n = list.length;
  const found: Figure[] = [];
  const spread = (id: string, kategorier: string, of: (one: Case) => string | null) => {
    for (const kategori of kategorier.split(' '))
      found.push([id, kategori, list.filter((one) => (of(one) ?? 'annat') === kategori).length, n]);
  };
  spread('process', 'gron gul rod annat', ({ process }) => process);
  for (const colour of ['gron', 'gul', 'rod', 'annat']) {
    const some = list.filter(({ process }) => (process ?? 'annat') === colour);
    found.push(['process_samma_dag', colour, some.filter((one) => wait(one) === 0).length, some.length]);
  }
  spread('utskriven_till', DESTINATIONS, ({ destination }) => destination);
  spread('behov', NEEDS, ({ says }) => says('behov'));
  spread('kort_varsel', '0 1 2- annat', notice);
  return found;
}

/** The indicators that clinics have. */
export const atClinic = (id: string): boolean =>
  ['medeldagar_alla', 'andel_utskrivningsklardagen', 'process', 'process_samma_dag'].includes(id);

/** Where a figure is published: everyone only; at kommun by the half-year or the year, at clinics by the year. */
export function hasChain(id: string, niva: string, periodtyp: string, grupp: string): boolean {
  if (grupp !== 'alla' || periodtyp === 'rullande12' || niva === 'kommun_vardgivare') return false;
  if (niva === 'klinik') return periodtyp === 'ar' && atClinic(id);
  return niva !== 'kommun' || periodtyp === 'ar' || periodtyp === 'halvar';
}
