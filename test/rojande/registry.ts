import type { Indikator } from '../../data-loaders/types.ts';

const GRUPPER: Indikator['grupper'] = ['alla', 'somatik', 'psykiatri', '65plus', '80plus'];

/** An indicator header with what röjandekontroll reads; the rest is filler. */
export function indikator(
  id: string,
  rojande: Indikator['rojande'],
  more: Partial<Indikator> = {},
): Indikator {
  return {
    id,
    titel: id,
    kort: id,
    definition: id,
    taljare: 'x',
    namnare: 'x',
    enhet: 'procent',
    decimaler: 1,
    riktning: 'ingen',
    nivaer: ['kommun', 'delregion', 'region', 'vardgivare'],
    perioder: ['manad', 'kvartal', 'halvar', 'ar'],
    grupper: GRUPPER,
    kraver: [],
    rojande,
    fall: { tabell: 'fall', vistelse: 'stay' },
    slutlig: 'utskrivning',
    kalla: 'test',
    fil: `3_indikatorer/${id}.sql`,
    sql: '',
    ...more,
  };
}

/** The kinds of indicator there are, named as the real ones. */
export const REGISTRY: Indikator[] = [
  indikator(
    'andel_utskrivningsklardagen',
    { typ: 'andel', mangd: 'fall', visar: { n: 'namnare', n0: 'taljare', n1: 'rest' } },
    { riktning: 'hogre' },
  ),
  indikator(
    'kvot_utskrivningsklardagen',
    { typ: 'kvot', mangd: 'fall', visar: { n: 'summa', n0: 'taljare', n1: 'namnare' } },
    { enhet: 'kvot' },
  ),
  indikator(
    'medeldagar_alla',
    { typ: 'medel', mangd: 'fall', visar: { n: 'namnare', n0: 'delar', n1: 'delar', 'n|summa': 'taljare' } },
    { enhet: 'dagar', riktning: 'lagre' },
  ),
  indikator(
    'medeldagar_skr',
    { typ: 'medel', mangd: 'fall', visar: { n: 'delar', n0: 'delar', n1: 'namnare', 'n|summa': 'taljare' } },
    { enhet: 'dagar', riktning: 'lagre' },
  ),
  indikator(
    'vantedagar_median',
    { typ: 'kvantil', mangd: 'fall', visar: { n: 'namnare', n0: 'delar', n1: 'delar' } },
    { enhet: 'dagar' },
  ),
  indikator(
    'vantedagar_p90',
    { typ: 'kvantil', mangd: 'fall', visar: { n: 'namnare', n0: 'delar', n1: 'delar' } },
    { enhet: 'dagar' },
  ),
  indikator('veckodag_utskrivningsklar', {
    typ: 'fordelning',
    mangd: 'fall',
    visar: { n: 'namnare', 'klar={kategori}': 'taljare' },
  }),
  indikator('veckodag_utskrivning', {
    typ: 'fordelning',
    mangd: 'fall',
    visar: { n: 'namnare', 'ut={kategori}': 'taljare' },
  }),
  indikator('veckodag_matris', {
    typ: 'fordelning',
    mangd: 'fall',
    visar: { n: 'namnare', 'klar={k1},ut={k2}': 'taljare' },
  }),
  indikator(
    'medeldagar_veckodag',
    {
      typ: 'medel',
      mangd: 'fall',
      visar: { 'klar={kategori}': 'antal', 'klar={kategori}|summa': 'taljare' },
    },
    { enhet: 'dagar' },
  ),
  indikator(
    'fall_per_kalenderdag',
    { typ: 'antal', mangd: 'fall', visar: { 'ut={kategori}': 'antal' } },
    { enhet: 'fall per dag' },
  ),
  indikator('veckodag_utskrivning_alla', {
    typ: 'fordelning',
    mangd: 'vardtillfalle',
    visar: { n: 'namnare', 'ut={kategori}': 'taljare' },
  }),
  indikator(
    'aterinskrivning_30d',
    { typ: 'andel', mangd: 'episod', visar: { n: 'namnare', 'ater=1': 'taljare', 'ater=0': 'rest' } },
    { riktning: 'lagre' },
  ),
];
