import type { Periodtyp } from '../../../data-loaders/types.ts';
import { hasSeries, monthTable } from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { indicatorOf, shownFor } from '../page.ts';

/** Periods of a table, finest first, and what they are called. */
const TABLE_PERIODS: [Periodtyp, string][] = [
  ['manad', 'månad'],
  ['kvartal', 'kvartal'],
  ['halvar', 'halvår'],
  ['ar', 'år'],
];

/**
 * Every indicator of the unit by month, newest first: `antal` months. By the finest longer period where hardly a month of them
 * is shown.
 */
export const manader: Block = (page, { antal = '13' }) => {
  const latest = (typ: Periodtyp) =>
    page.data.series('medeldagar_alla', page.unit, typ).slice(-Number(antal));
  const [typ, name] =
    TABLE_PERIODS.find(([typ]) => hasSeries({ rader: latest(typ) })) ??
    TABLE_PERIODS.find(([typ]) => latest(typ).some(({ status }) => status === 'visas')) ??
    TABLE_PERIODS[0]!;
  const column = (id: string, falt?: 'taljare' | 'namnare', rubrik?: string) => ({
    indikator: indicatorOf(page, id),
    rader: page.data.series(id, page.unit, typ),
    ...(falt ? { falt } : {}),
    ...(rubrik ? { rubrik } : {}),
  });
  return monthTable({
    id: 'manader',
    caption: `${page.unit.namn}, alla indikatorer per ${name}`,
    doldCaption: true,
    antal: Number(antal),
    korta: true,
    troskel: page.katalog.troskel,
    kolumner: [
      column('medeldagar_alla', 'namnare', 'Fall'),
      column('andel_utskrivningsklardagen', 'taljare', 'Utskrivna samma dag'),
      column('andel_utskrivningsklardagen'),
      column('medeldagar_alla', 'taljare', 'Väntedagar'),
      column('medeldagar_skr'),
      column('medeldagar_alla'),
      column('vantedagar_median'),
      column('vantedagar_p90'),
      column('kvot_utskrivningsklardagen'),
      column(shownFor(page, 'aterinskrivning_30d')),
    ],
  });
};
