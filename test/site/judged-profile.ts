/** What the fixture's profile asks of the judgements: a payment model, a goal and three activities. */
import type { Katalog } from '../../data-loaders/catalogue-types.ts';

export const MODEL: Katalog['betalningsmodeller'][number] = {
  id: 'prov',
  namn: 'Provmodellen <b>',
  typ: 'manadsmedel',
  troskel_dagar: 3,
  manader_i_rad: 3,
  betalar_fran: 'manaden_efter',
  manad_utan_fall: 'bryter',
  nolldagar_i_namnaren: true,
  individuell_over_dagar: null,
  gemensam_analys: true,
  vardformer_apart: false,
  aktiv: true,
  bekraftad: false,
  kalla: 'Ett avtal',
  obekraftat: ['tröskeln'],
};

export const GOAL: Katalog['mal'][number] = {
  indikator: 'medeldagar_alla',
  niva: 'kommun',
  enheter: 'alla',
  varde: 12,
  riktning: 'hogst',
  namnd: 'Omsorgsnämnden',
  beslutad_av: 'Nämnden <i>',
  beslutad: '2024-11-25',
  fran: '2025-01-01',
  till: null,
  exempel: false,
};

export const ACTIVITIES: Katalog['aktiviteter'] = [
  {
    ...{ nr: 1, kommun: '1281', start: '2025-04-23', slut: null, rubrik: 'Hemtagningsteam <i>' },
    ...{ status: 'genomford', framgangsfaktor: 10 },
  },
  {
    ...{ nr: 2, kommun: '1281', start: '2026-06-01', slut: '2026-12-31', rubrik: 'Fler korttidsplatser' },
    ...{ status: 'planerad', framgangsfaktor: 7 },
  },
  {
    ...{ nr: 3, kommun: '1285', start: '2025-02-01', slut: null, rubrik: 'Ny rutin' },
    ...{ status: null, framgangsfaktor: null },
  },
];
