/** Ready tables: a unit's months, and the numbers of a comparison. */

import { cellAttributes } from './cells.ts';
import { capitalize, formatInterval, formatNumber, formatPeriod, unitWord } from './format.ts';
import { sortUnits } from './order.ts';
import { dataTable } from './table.ts';
import type { Cell, ComparisonChart, Falt, IndikatorHuvud, PubliceradRad } from './types.ts';
import { denominatorNoun, hasInterval } from './vocabulary.ts';

/** One column of `monthTable`: a unit's monthly rows of an indicator and the field shown. */
export type Manadskolumn = {
  indikator: IndikatorHuvud;
  rader: PubliceradRad[];
  falt?: Exclude<Falt, 'nedre' | 'ovre'>;
  /** Heading; the indicator's short one if not given. */
  rubrik?: string;
};

export type MonthTable = {
  id: string;
  caption: string;
  doldCaption?: boolean;
  kolumner: Manadskolumn[];
  troskel: number;
  /** Number of months, newest first; all if not given. */
  antal?: number;
  serie?: boolean;
  /** Leaves out rows and columns of which no figure is shown, and names them in sentences instead. */
  korta?: boolean;
};

/** Months (or other periods, one type) newest first, one column per indicator and field. */
export function monthTable(options: MonthTable): string {
  const { antal, ...table } = options;
  const all = options.kolumner.flatMap(({ rader }) => rader);
  const periodtyp = all[0]?.periodtyp ?? 'manad';
  const months = [...new Set(all.map(({ period }) => period))].sort().reverse().slice(0, antal);
  const shown = options.kolumner.filter(({ rader }) =>
    rader.some(({ period, status }) => status === 'visas' && months.includes(period)),
  );
  const kolumner = options.korta && shown.length > 0 ? shown : options.kolumner;
  const out = options.kolumner.filter((column) => !kolumner.includes(column)).map(nameOf);
  const byMonth = kolumner.map(({ rader }) => new Map(rader.map((rad) => [rad.period, rad])));
  return dataTable({
    ...table,
    radrubrik: periodtyp === 'manad' ? 'Månad' : 'Period',
    kolumner: kolumner.map(({ indikator, falt = 'varde', rubrik }) => ({
      rubrik: nameOf({ indikator, rubrik }),
      enhet: falt === 'varde' ? unitWord(indikator) : 'antal',
    })),
    rader: months.map((month) => ({
      rubrik: formatPeriod(periodtyp, month),
      celler: kolumner.map(
        ({ indikator, falt }, index): Cell => ({
          rad: byMonth[index]!.get(month),
          falt,
          decimaler: indikator.decimaler,
        }),
      ),
    })),
    ...(out.length > 0 && { forklaring: `Utan kolumn, för att ingen siffra kan visas: ${out.join('; ')}.` }),
  });
}

const nameOf = ({
  indikator,
  rubrik,
}: Pick<Manadskolumn, 'indikator'> & { rubrik?: string | undefined }): string => rubrik ?? indikator.kort;

export type ComparisonTable = Omit<ComparisonChart, 'titel' | 'beskrivning'> & {
  caption: string;
  doldCaption?: boolean;
  troskel: number;
  /** Heading of the units. Default "Enhet". */
  radrubrik?: string;
  /** Page of each unit. */
  href?: (enhet_id: string) => string | undefined;
  forklaring?: string;
};

/** The numbers of a comparison chart: unit, value, 95 % interval, n; sorted as the chart, the reference last. */
export function comparisonTable(options: ComparisonTable): string {
  const { indikator, rader, fokus, referens, href, ordnade, radrubrik = 'Enhet', ...table } = options;
  const sorted = ordnade ? rader : sortUnits(rader, indikator);
  const all = referens ? [...sorted, referens] : sorted;
  const interval = hasInterval(indikator);
  return dataTable({
    ...table,
    radrubrik,
    kolumner: [
      { rubrik: capitalize(indikator.kort), enhet: unitWord(indikator) },
      ...(interval ? [{ rubrik: '95 % intervall', enhet: unitWord(indikator) }] : []),
      { rubrik: 'Antal', enhet: denominatorNoun(indikator) },
    ],
    rader: all.map((rad) => ({
      rubrik: rad.enhet,
      href: rad === referens ? undefined : href?.(rad.enhet_id),
      fokus: rad.enhet_id === fokus && rad !== referens,
      celler: [
        { rad, decimaler: indikator.decimaler },
        ...(interval ? [{ html: intervalCell(rad, indikator), numerisk: true }] : []),
        { rad, falt: 'antal' },
      ],
    })),
  });
}

/** Both ends of a published interval, each tied to its cell; a dash where there is none. */
export function intervalCell(rad: PubliceradRad, { decimaler }: Pick<IndikatorHuvud, 'decimaler'>): string {
  if (rad.nedre === null || rad.ovre === null) return '–';
  const end = (falt: 'nedre' | 'ovre') =>
    `<span${cellAttributes(rad, falt)}>${formatNumber(rad[falt]!, decimaler)}</span>`;
  return formatInterval(rad.nedre, rad.ovre, decimaler).includes(' till ')
    ? `${end('nedre')} till ${end('ovre')}`
    : `${end('nedre')}–${end('ovre')}`;
}
