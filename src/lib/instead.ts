import type { Enhet } from '../../data-loaders/catalogue-types.ts';
import type { Periodjamforelse } from '../../data-loaders/judgement-types.ts';
import type { Grupp, Periodtyp, PubliceradRad } from '../../data-loaders/types.ts';
import { FEW, type Lage, latestFinal } from '../components/index.ts';
import type { KatalogIndikator, Unit } from './data.ts';
import type { Page } from './page.ts';

/** Longer than a month, finest first. */
const LONGER: Periodtyp[] = ['kvartal', 'halvar', 'ar'];

/**
 * What is shown where a unit's latest final month is not, or rests on few cases: its own finest latest final period that is
 * shown (with cases enough, where the month is shown), and the nearest of `wider` whose month is shown. Published rows only.
 */
export function instead(
  { data, katalog }: Pick<Page, 'data' | 'katalog'>,
  { id, slutlig, avstangd_saknar }: KatalogIndikator,
  unit: Unit,
  wider: { enhet: Enhet; href: string }[],
  grupp: Grupp,
): Pick<Lage, 'overordnad' | 'langre' | 'jamfort'> {
  const latest = latestFinal(data.series(id, unit, 'manad', { grupp }));
  const few = latest?.status === 'visas' && (latest.antal ?? 0) < FEW;
  if ((latest?.status === 'visas' && !few) || avstangd_saknar.length > 0) return {};
  const periods = katalog.senaste_slutliga[slutlig];
  const longer = LONGER.flatMap((typ) => {
    const rad = periods[typ] && data.cell(id, unit, typ, periods[typ], { grupp });
    return rad ? [rad] : [];
  });
  const shown = longer.filter(({ status }) => status === 'visas');
  // A figure that is not counted by month has its longest period, shown or not.
  const langre = few
    ? shown.find(({ antal }) => (antal ?? 0) >= FEW)
    : (shown[0] ?? (latest ? undefined : longer.at(-1)));
  const hidden = latest ?? longer.at(-1);
  const found =
    hidden?.status === 'skyddad'
      ? wider.flatMap(({ enhet, href }) => {
          const rad = data.cell(id, enhet, hidden.periodtyp, hidden.period, { grupp });
          return rad?.status === 'visas' ? [{ href, rad }] : [];
        })
      : [];
  const rad = langre && grupp === 'alla' && yearBefore(data.changes(id, unit), langre);
  const jamfort = rad && { rad, tidigare: data.cell(id, unit, rad.periodtyp, rad.tidigare) };
  return {
    ...(langre && { langre }),
    ...(jamfort && { jamfort }),
    ...(found[0] && { overordnad: found[0] }),
  };
}

/** A year's year before is the one before it. */
const yearBefore = (rows: Periodjamforelse[], { periodtyp, period }: PubliceradRad) =>
  rows.find(
    (row) =>
      row.periodtyp === periodtyp &&
      row.period === period &&
      row.mot === (periodtyp === 'ar' ? 'foregaende' : 'fjol'),
  );
