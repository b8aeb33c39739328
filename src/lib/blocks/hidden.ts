/** How much disclosure control takes: per level, per type of period, per indicator. Everything is counted on published rows. */
import type { Skyddsandel } from '../../../data-loaders/catalogue-types.ts';
import type { Niva } from '../../../data-loaders/types.ts';
import { type Cell, capitalize, dataTable, formatNumber, levelName } from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { PERIODS } from './registry.ts';
import { definitionHref } from './unit.ts';

const number = (value: number): Cell => ({ text: formatNumber(value), numerisk: true });

/** Whole percent; what cannot be said is a dash. */
const share = (percent: number | null | undefined): Cell => ({
  text: percent === null || percent === undefined ? '–' : formatNumber(percent),
  numerisk: true,
});

/** Share of published cells hidden, per level. */
export const skyddade: Block = ({ katalog }) =>
  dataTable({
    id: 'skyddade',
    caption: 'Celler som röjandekontrollen döljer, per nivå',
    doldCaption: true,
    radrubrik: 'Nivå',
    kolumner: [{ rubrik: 'Celler' }, { rubrik: 'Skyddade' }, { rubrik: 'Andel skyddade', enhet: 'procent' }],
    rader: katalog.skyddade.map(({ niva, celler, skyddade: hidden, andel }) => ({
      rubrik: capitalize(levelName(niva)),
      celler: [
        number(celler),
        number(hidden),
        { text: andel === null ? '–' : formatNumber(andel, 1), numerisk: true },
      ],
    })),
    troskel: katalog.troskel,
  });

/** The same per type of period, with the cases that no shown cell holds. */
export const skyddade_period: Block = ({ katalog }) =>
  dataTable({
    id: 'skyddade-period',
    caption: 'Skyddade celler och fall, per nivå och slags period',
    doldCaption: true,
    radrubrik: 'Nivå och period',
    kolumner: [
      { rubrik: 'Celler' },
      { rubrik: 'Skyddade celler', enhet: 'procent' },
      { rubrik: 'Fall som inte syns', enhet: 'procent' },
    ],
    rader: katalog.skyddade_period.map(({ niva, periodtyp, celler, andel, fall_utanfor }) => ({
      rubrik: `${capitalize(levelName(niva))}, ${PERIODS[periodtyp]}`,
      celler: [number(celler), share(andel), share(fall_utanfor)],
    })),
    troskel: katalog.troskel,
  });

const LEVELS: Niva[] = ['kommun', 'delregion', 'vardgivare', 'region', 'kommun_vardgivare', 'klinik'];

/** Per indicator and level: `visa` celler (hidden ones) or fall (those that no shown cell holds, in the years). */
export const skyddade_indikator: Block = ({ katalog }, { visa = 'celler' }) => {
  const of = (row: Skyddsandel | undefined) => (visa === 'celler' ? row?.andel : row?.fall_utanfor);
  const rows = katalog.skyddade_indikator;
  const levels = LEVELS.filter((niva) => rows.some((row) => row.niva === niva && (of(row) ?? null) !== null));
  const caption =
    visa === 'celler'
      ? 'Skyddade celler per indikator och nivå'
      : 'Fall som inte syns per indikator och nivå';
  return dataTable({
    id: `skyddade-indikator-${visa}`,
    caption,
    radrubrik: 'Indikator',
    kolumner: levels.map((niva) => ({ rubrik: capitalize(levelName(niva)), enhet: 'procent' })),
    rader: katalog.indikatorer
      .filter(({ id }) => rows.some((row) => row.indikator === id && (of(row) ?? null) !== null))
      .map(({ id, titel }) => ({
        rubrik: titel,
        href: definitionHref(id),
        celler: levels.map((niva) =>
          share(of(rows.find((row) => row.indikator === id && row.niva === niva))),
        ),
      })),
    troskel: katalog.troskel,
  });
};
