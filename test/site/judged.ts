import type { Katalog } from '../../data-loaders/catalogue-types.ts';
import type {
  AktivitetUtfall,
  BetalningArRad,
  BetalningRad,
  BroRad,
  MalRad,
  Periodjamforelse,
  TrattGrans,
  TrattRad,
} from '../../data-loaders/judgement-types.ts';
import type { Settings } from './fixture.ts';

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

const NO_GOAL = {
  ...{
    mal: null,
    indikator: null,
    malvarde: null,
    riktning: null,
    varde: null,
    nedre: null,
    ovre: null,
    antal: null,
  },
  ...{
    status: 'saknas',
    utfall: 'inget_mal',
    styrdiagram: null,
    namnd: null,
    beslutad_av: null,
    beslutad: null,
  },
  ...{ fran: null },
};

/** A year in which no kommun had a goal. */
const WITHOUT = {
  mal_ar: [
    { ...NO_GOAL, niva: 'kommun', enhet_id: '1281', enhet: 'Lund', periodtyp: 'ar', period: '2025-01-01' },
  ],
  mal_ar_summa: [
    {
      ...{ period: '2025-01-01', mal: 0, kommuner_utan_mal: 1 },
      ...{ uppnatt: 0, ej_uppnatt: 0, gar_inte_att_avgora: 0, skyddad: 0, saknas: 0 },
    },
  ],
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

const OUTCOME: AktivitetUtfall = {
  ...{ nr: 1, indikator: 'medeldagar_alla', enhet_id: '1281', start: '2025-04-23' },
  ...{ fore: 1.25, fore_manader: 12, fore_antal: 400, fore_bedomning: 'normal' },
  ...{ efter: 0.75, efter_manader: 9, efter_antal: 300, efter_bedomning: 'battre', efter_fran: '2025-11-01' },
  borjade_fore: 1,
};

/** Lund's waiting has become shorter in the half-year, and cannot be compared in the year. */
const CHANGES = (hidden: boolean): Periodjamforelse[] => [
  {
    ...{ indikator: 'medeldagar_alla', niva: 'kommun', enhet_id: '1281', enhet: 'Lund' },
    ...{ periodtyp: 'halvar', period: '2025-07-01', mot: 'foregaende', tidigare: '2025-01-01' },
    ...(hidden
      ? { varde: null, tidigare_varde: null, andring: null, bedomning: 'skyddad' }
      : { varde: 17, tidigare_varde: 11, andring: 6, bedomning: 'samre' }),
  },
  {
    ...{ indikator: 'andel_utskrivningsklardagen', niva: 'kommun', enhet_id: '1281', enhet: 'Lund' },
    ...{ periodtyp: 'halvar', period: '2025-07-01', mot: 'foregaende', tidigare: '2025-01-01' },
    ...(hidden
      ? { varde: null, tidigare_varde: null, andring: null, bedomning: 'skyddad' }
      : { varde: 17, tidigare_varde: 11, andring: 6, bedomning: 'ingen' }),
  },
];

const KOMMUNER = [
  ['1281', 'Lund'],
  ['1285', 'Eslöv'],
] as const;
const YEAR = { periodtyp: 'ar', period: '2025-01-01' } as const;

/** What step 5 gives the pages: two kommuner; Lund pays in December and is hidden in November. */
export function judgements({ skyddade = [], utan_mal }: Settings): Record<string, object[]> {
  const months = KOMMUNER.flatMap(([enhet_id, enhet]) =>
    ['2025-10-01', '2025-11-01', '2025-12-01'].map((period): BetalningRad => {
      const hidden = period === '2025-11-01' || skyddade.includes(enhet_id);
      const pays = period === '2025-12-01' && !hidden && enhet_id === '1281';
      return {
        ...{ modell: MODEL.id, egen: 1, enhet_id, enhet, period, grupp: 'alla' },
        ...{ fall: hidden ? null : 15, dagar: hidden ? null : 60, medel: hidden ? null : 4 },
        tillstand: hidden ? 'gar_inte_att_visa' : pays ? 'betalningsskyldig' : 'gemensam_analys',
        i_rad: hidden ? 0 : 4,
        ...{ overskjutande: hidden ? null : 15, overskjutande_ovre: hidden ? null : 15 },
        ...{ individuella_fall: null, individuella_dagar: null, kr_per_dygn: 1000 },
        ...{ belopp: pays ? 15000 : null, belopp_ovre: pays ? 15000 : null, belopp_kalla: null },
        status: hidden ? 'skyddad' : 'visas',
      };
    }),
  );
  const year = {
    modell: MODEL.id,
    period: YEAR.period,
    grupp: 'alla' as const,
    manader: 12,
    manader_over: 3,
  };
  const numbers = {
    manader_skyldig: 1,
    manader_okanda: 1,
    utan_bedomning: 0 as const,
    betalas: 15,
    betalas_ovre: 15,
  };
  const years = KOMMUNER.map(
    ([enhet_id, enhet]): BetalningArRad => ({
      ...{ ...year, ...numbers, enhet_id, enhet, egen: 1 },
      ...{ belopp: 15000, belopp_ovre: 15000, belopp_kalla: null },
    }),
  );
  const units = [
    ...KOMMUNER.map(([id, namn]) => ['kommun', id, namn] as const),
    ['region', '12', 'Skåne'] as const,
  ];
  const values = [2.24, 1.02, 1.02, 1.02, 1.02];
  const bro = units.flatMap(([niva, enhet_id, enhet]) =>
    (['skr', 'nolldagar', 'individuella', 'klockslag', 'modell'] as const).map((steg, i): BroRad => {
      const hidden = skyddade.includes(enhet_id);
      return {
        ...{
          niva,
          enhet_id,
          enhet,
          ...YEAR,
          nr: i + 1,
          steg,
          ingar: i === 2 || i === 3 ? 0 : 1,
          varde_ovre: null,
        },
        ...{ varde: hidden ? null : values[i]!, andring: hidden ? null : [0, -1.22, 0, 0, -1.22][i]! },
        ...{
          fall: hidden ? null : 100,
          dagar: hidden ? null : 102,
          status: hidden ? 'skyddad' : 'visas',
          slutlig: 1,
        },
      };
    }),
  );
  const mal = KOMMUNER.map(([enhet_id, enhet]): MalRad => {
    const hidden = skyddade.includes(enhet_id);
    return {
      ...{
        mal: 1,
        indikator: GOAL.indikator,
        niva: 'kommun',
        enhet_id,
        enhet,
        ...YEAR,
        malvarde: 12,
        riktning: 'hogst',
      },
      ...{
        varde: hidden ? null : 11,
        nedre: hidden ? null : 8,
        ovre: hidden ? null : 14,
        antal: hidden ? null : 100,
      },
      ...{
        status: hidden ? 'skyddad' : 'visas',
        utfall: hidden ? 'skyddad' : 'gar_inte_att_avgora',
        utan_intervall: 0,
      },
      ...{
        styrdiagram: 'battre',
        beslutad_av: GOAL.beslutad_av,
        beslutad: GOAL.beslutad,
        fran: GOAL.fran,
        till: null,
      },
      exempel: 0,
    };
  });
  const limits = { centrum: 11, nedre95: 9, ovre95: 13, nedre998: 8, ovre998: 14 };
  const funnel = ['andel_utskrivningsklardagen', 'medeldagar_alla'];
  const tratt = funnel.flatMap((indikator) =>
    KOMMUNER.filter(([id]) => !skyddade.includes(id)).map(
      ([enhet_id, enhet], i): TrattRad => ({
        ...{
          indikator,
          niva: 'kommun',
          enhet_id,
          enhet,
          ...YEAR,
          fall: 100 + i,
          varde: i ? 15 : 11,
          ...limits,
        },
        lage: i ? 'over_998' : 'inom',
      }),
    ),
  );
  const tratt_grans = funnel.flatMap((indikator) =>
    [50, 500].map(
      (fall, steg): TrattGrans => ({ indikator, niva: 'kommun', ...YEAR, steg, fall, ...limits }),
    ),
  );
  const sums = {
    ...{ mal: 1, ...YEAR, enheter: 2 },
    ...{ uppnatt: 0, ej_uppnatt: 0, gar_inte_att_avgora: 2 },
  };
  const mal_ar = [
    ...mal.map((row) => ({ ...row, namnd: GOAL.namnd })),
    { ...mal[0]!, ...NO_GOAL, enhet_id: '1290', enhet: 'Höör <&"*_> Nya' },
  ];
  return {
    ...{ betalning: months, betalning_ar: years, bro, tratt, tratt_grans },
    ...{ periodjamforelse: CHANGES(skyddade.includes('1281')), aktivitet_utfall: [OUTCOME] },
    // None of the months that can be seen is paid for, and one cannot be seen.
    betalning_alla: [
      {
        ...{ ...year, ...numbers, manader_skyldig: 0, betalas: 0, betalas_ovre: 0 },
        ...{ kommuner: 0, belopp: 0, belopp_ovre: 0 },
      },
    ],
    ...(utan_mal
      ? WITHOUT
      : {
          mal,
          mal_summa: [{ ...sums, skyddad: 0, saknas: 0 }],
          mal_ar,
          mal_ar_summa: [{ ...sums, mal: 2, kommuner_utan_mal: 1, skyddad: 0, saknas: 0 }],
        }),
  };
}
