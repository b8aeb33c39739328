/** Hand-made published rows for the component tests: Eslöv, cases by month from January 2025. */

import type { PubliceradRad, Styrdiagram, StyrdiagramPunkt } from '../../data-loaders/types.ts';
import { addMonths, type IndikatorHuvud, type Lage } from '../../src/components/index.ts';

export function indicator(id: string, over: Partial<IndikatorHuvud> = {}): IndikatorHuvud {
  return {
    id,
    titel: 'Medeldagar, alla fall',
    kort: 'Medeldagar',
    definition: '',
    taljare: 'väntedagar',
    namnare: 'avslutade fall',
    enhet: 'dagar',
    decimaler: 2,
    riktning: 'lagre',
    nivaer: ['kommun'],
    perioder: ['manad'],
    grupper: ['alla'],
    kraver: [],
    rojande: { typ: 'medel', mangd: 'fall', visar: { n: 'namnare' } },
    fall: { tabell: 'fall', vistelse: 'stay' },
    slutlig: 'utskrivning',
    kalla: '',
    ...over,
  };
}

export const medel = indicator('medeldagar_alla');
export const andel = indicator('andel_utskrivningsklardagen', {
  kort: 'Utskrivna på utskrivningsklardagen',
  enhet: 'procent',
  decimaler: 1,
  riktning: 'hogre',
  rojande: { typ: 'andel', mangd: 'fall', visar: { n: 'namnare', n0: 'taljare' } },
});
export const ater = indicator('aterinskrivning_30d', {
  kort: 'Återinskrivna inom 30 dagar',
  enhet: 'procent',
  decimaler: 1,
  rojande: { typ: 'andel', mangd: 'episod', visar: { n: 'namnare' } },
  slutlig: 'aterinskrivning',
});

export function row(over: Partial<PubliceradRad> = {}): PubliceradRad {
  return {
    indikator: 'medeldagar_alla',
    niva: 'kommun',
    enhet_id: '1285',
    enhet: 'Eslöv',
    periodtyp: 'manad',
    period: '2026-10-01',
    grupp: 'alla',
    kategori: 'alla',
    taljare: 29,
    namnare: 52,
    antal: 52,
    varde: 0.557692,
    nedre: 0.4,
    ovre: 0.7,
    status: 'visas',
    slutlig: 1,
    ...over,
  };
}

/** The first half of 2026. */
export const half = row({
  ...{ periodtyp: 'halvar', period: '2026-01-01' },
  ...{ taljare: 49, namnare: 55, antal: 55, varde: 0.89 },
});

const empty = { taljare: null, namnare: null, antal: null, varde: null, nedre: null, ovre: null } as const;
/** Hidden by disclosure control: all six numbers empty. */
export const hidden = { ...empty, status: 'skyddad' } as const;
/** What the extract cannot give. */
export const missing = { ...empty, status: 'saknas' } as const;

export function verdict(over: Partial<Styrdiagram> = {}): Styrdiagram {
  return {
    indikator: 'medeldagar_alla',
    niva: 'kommun',
    enhet_id: '1285',
    grupp: 'alla',
    senaste_period: '2026-10-01',
    varde: 0.557692,
    medel: 1,
    nedre_grans: 0.53,
    ovre_grans: 1.47,
    antal_punkter: 36,
    preliminar: false,
    bedomning: 'normal',
    signal: null,
    i_rad: 2,
    sida: -1,
    ...over,
  };
}

/** Months ending October 2026 with the given values; null is a hidden month. Points carry the run lengths given. */
export function months(
  values: (number | null)[],
  over: Partial<PubliceradRad> = {},
): { rader: PubliceradRad[]; punkter: StyrdiagramPunkt[] } {
  const first = addMonths('2026-10-01', 1 - values.length);
  const rader = values.map((varde, index) =>
    row({ period: addMonths(first, index), ...over, ...(varde === null ? hidden : { varde }) }),
  );
  const punkter = rader.flatMap((rad): StyrdiagramPunkt[] =>
    rad.varde === null || rad.slutlig === 0
      ? []
      : [
          {
            ...{ indikator: rad.indikator, niva: rad.niva, enhet_id: rad.enhet_id, grupp: rad.grupp },
            ...{ period: rad.period, varde: rad.varde, medel: 1, nedre_grans: 0.53, ovre_grans: 1.47 },
            signal: rad.varde > 1.47 || rad.varde < 0.53 ? 'utanfor' : null,
            bedomning: rad.varde > 1.47 ? 'samre' : rad.varde < 0.53 ? 'battre' : 'normal',
            sida: rad.varde > 1 ? 1 : -1,
            i_rad: 1,
            foljd_langd: 1,
          },
        ],
  );
  return { rader, punkter };
}

export function situationOf(over: Partial<Lage> = {}): Lage {
  return { indikator: medel, ...months([1.2, 0.9, 0.557692]), diagram: verdict(), troskel: 5, ...over };
}
