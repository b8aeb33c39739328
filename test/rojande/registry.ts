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
    { typ: 'andel', mangd: 'fall', visar: ['n', 'n0', 'n1'] },
    { riktning: 'hogre' },
  ),
  indikator(
    'kvot_utskrivningsklardagen',
    { typ: 'kvot', mangd: 'fall', visar: ['n', 'n0', 'n1'] },
    { enhet: 'kvot' },
  ),
  indikator(
    'medeldagar_alla',
    { typ: 'medel', mangd: 'fall', visar: ['n', 'n0', 'n1'] },
    { enhet: 'dagar', riktning: 'lagre' },
  ),
  indikator(
    'medeldagar_skr',
    { typ: 'medel', mangd: 'fall', visar: ['n', 'n0', 'n1'] },
    { enhet: 'dagar', riktning: 'lagre' },
  ),
  indikator(
    'vantedagar_median',
    { typ: 'kvantil', mangd: 'fall', visar: ['n', 'n0', 'n1'] },
    { enhet: 'dagar' },
  ),
  indikator(
    'vantedagar_p90',
    { typ: 'kvantil', mangd: 'fall', visar: ['n', 'n0', 'n1'] },
    { enhet: 'dagar' },
  ),
  indikator('veckodag_utskrivningsklar', {
    typ: 'fordelning',
    mangd: 'fall',
    visar: ['n', 'klar={kategori}'],
  }),
  indikator('veckodag_utskrivning', { typ: 'fordelning', mangd: 'fall', visar: ['n', 'ut={kategori}'] }),
  indikator('veckodag_matris', { typ: 'fordelning', mangd: 'fall', visar: ['n', 'klar={k1},ut={k2}'] }),
  indikator(
    'medeldagar_veckodag',
    { typ: 'medel', mangd: 'fall', visar: ['klar={kategori}'] },
    { enhet: 'dagar' },
  ),
  indikator(
    'fall_per_kalenderdag',
    { typ: 'antal', mangd: 'fall', visar: ['ut={kategori}'] },
    { enhet: 'fall per dag' },
  ),
  indikator('veckodag_utskrivning_alla', {
    typ: 'fordelning',
    mangd: 'vardtillfalle',
    visar: ['n', 'ut={kategori}'],
  }),
  indikator(
    'aterinskrivning_30d',
    { typ: 'andel', mangd: 'episod', visar: ['n', 'ater=1', 'ater=0'] },
    { riktning: 'lagre' },
  ),
];
