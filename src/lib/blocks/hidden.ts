/** How much disclosure control takes: per level, per type of period, per indicator; or what its noise does. Counted on published rows. */
import type { Skyddsandel } from '../../../data-loaders/catalogue-types.ts';
import type { Utan } from '../../../data-loaders/profile/breakdowns.ts';
import type { Niva, Periodtyp } from '../../../data-loaders/types.ts';
import {
  type Cell,
  capitalize,
  dataTable,
  escapeHtml,
  formatNumber,
  groupName,
  levelName,
  noiseSize,
} from '../../components/index.ts';
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

const TYPES: Periodtyp[] = ['ar', 'halvar', 'kvartal', 'manad', 'rullande12', 'helg'];

/** Share of published cells hidden, per level and group, for each type of period; and what the profile does without. */
export const skyddade_grupp: Block = ({ katalog }) => {
  const rows = katalog.skyddade_grupp;
  const types = TYPES.filter((typ) => rows.some(({ periodtyp }) => periodtyp === typ));
  const places = [...new Map(rows.map((row) => [`${row.niva} ${row.grupp}`, row])).values()];
  const table = dataTable({
    id: 'skyddade-grupp',
    caption: 'Skyddade celler, per nivå, grupp och slags period',
    doldCaption: true,
    radrubrik: 'Nivå och grupp',
    kolumner: types.map((typ) => ({ rubrik: capitalize(PERIODS[typ]!), enhet: 'procent' })),
    rader: places.map(({ niva, grupp }) => ({
      rubrik: `${capitalize(levelName(niva))}, ${groupName(grupp)}`,
      celler: types.map((typ) =>
        share(rows.find((r) => r.niva === niva && r.grupp === grupp && r.periodtyp === typ)?.andel),
      ),
    })),
    troskel: katalog.troskel,
  });
  return table + leftOut(katalog.utan);
};

/** What the profile leaves out, in words; nothing where it leaves out nothing. */
function leftOut(utan: Utan): string {
  const parts = Object.entries(utan).map(([niva, without]) => {
    const names =
      without === 'allt'
        ? ['allt']
        : [
            ...(without?.perioder ?? []).map((typ) => PERIODS[typ]!),
            ...(without?.grupper ?? []).map(groupName),
          ];
    return `${levelName(niva as Niva)}: ${names.join(', ')}`;
  });
  return parts.length === 0
    ? ''
    : `<p>Profilen har valt bort några indelningar. De finns inte på sidorna eller i filerna.</p><ul>${parts.map((part) => `<li>${escapeHtml(capitalize(part))}</li>`).join('')}</ul>`;
}

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

/** What the noise does to the key figures, per level and type of period. */
export const brus_verkan: Block = ({ katalog, data }) => {
  const rows = katalog.ckm?.verkan ?? [];
  const ids = [...new Set(rows.map(({ indikator }) => indikator))];
  const places = [...new Map(rows.map((row) => [`${row.niva} ${row.periodtyp}`, row])).values()];
  const size = (value: number | undefined): Cell => ({
    text: value === undefined ? '–' : noiseSize(value),
    numerisk: true,
  });
  return dataTable({
    id: 'brus-verkan',
    caption: 'Skyddsbruset i nyckeltalen, per nivå och slags period',
    doldCaption: true,
    radrubrik: 'Nivå och period',
    kolumner: ids.flatMap((id) => {
      const indikator = data.indicator(id);
      const enhet = indikator?.enhet === 'procent' ? '± procentenheter' : `± ${indikator?.enhet}`;
      return [
        { rubrik: `${indikator?.kort}, vanligt`, enhet },
        { rubrik: 'Högst', enhet },
      ];
    }),
    rader: places.map(({ niva, periodtyp }) => ({
      rubrik: `${capitalize(levelName(niva))}, ${PERIODS[periodtyp]}`,
      celler: ids.flatMap((id) => {
        const row = rows.find((r) => r.niva === niva && r.periodtyp === periodtyp && r.indikator === id);
        return [size(row?.mitt), size(row?.hogst)];
      }),
    })),
    troskel: katalog.troskel,
  });
};
