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
import { GOAL, MODEL } from './judged-profile.ts';

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

/** The months of the payment model: Lund pays in December; November is hidden for all. */
const payments = (isHidden: (id: string) => boolean): BetalningRad[] =>
  KOMMUNER.flatMap(([enhet_id, enhet]) =>
    ['2025-10-01', '2025-11-01', '2025-12-01'].map((period): BetalningRad => {
      const hidden = period === '2025-11-01' || isHidden(enhet_id);
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

const PAYMENT_YEAR = {
  ...{ modell: MODEL.id, period: YEAR.period, grupp: 'alla' as const, manader: 12, manader_over: 3 },
  ...{ manader_skyldig: 1, manader_okanda: 1, utan_bedomning: 0 as const, betalas: 15, betalas_ovre: 15 },
};

const paymentYears = KOMMUNER.map(
  ([enhet_id, enhet]): BetalningArRad => ({
    ...{ ...PAYMENT_YEAR, enhet_id, enhet, egen: 1 },
    ...{ belopp: 15000, belopp_ovre: 15000, belopp_kalla: null },
  }),
);

/** None of the months that can be seen is paid for, and one cannot be seen. */
const NOBODY_PAYS = {
  ...{ ...PAYMENT_YEAR, manader_skyldig: 0, betalas: 0, betalas_ovre: 0 },
  ...{ kommuner: 0, belopp: 0, belopp_ovre: 0 },
};

const STEPS = [
  { steg: 'skr', varde: 2.24, andring: 0, ingar: 1 },
  { steg: 'nolldagar', varde: 1.02, andring: -1.22, ingar: 1 },
  { steg: 'individuella', varde: 1.02, andring: 0, ingar: 0 },
  { steg: 'klockslag', varde: 1.02, andring: 0, ingar: 0 },
  { steg: 'modell', varde: 1.02, andring: -1.22, ingar: 1 },
] as const;

function bridge(isHidden: (id: string) => boolean): BroRad[] {
  const units = [
    ...KOMMUNER.map(([id, namn]) => ['kommun', id, namn] as const),
    ['region', '12', 'Skåne'] as const,
  ];
  return units.flatMap(([niva, enhet_id, enhet]) =>
    STEPS.map(({ steg, varde, andring, ingar }, i): BroRad => {
      const hidden = isHidden(enhet_id);
      return {
        ...{ niva, enhet_id, enhet, ...YEAR, nr: i + 1, steg, ingar, varde_ovre: null, slutlig: 1 },
        ...(hidden
          ? { varde: null, andring: null, fall: null, dagar: null, status: 'skyddad' }
          : { varde, andring, fall: 100, dagar: 102, status: 'visas' }),
      };
    }),
  );
}

const goals = (isHidden: (id: string) => boolean): MalRad[] =>
  KOMMUNER.map(([enhet_id, enhet]): MalRad => {
    const { indikator, beslutad_av, beslutad, fran } = GOAL;
    return {
      ...{ mal: 1, indikator, niva: 'kommun', enhet_id, enhet, ...YEAR, malvarde: 12, riktning: 'hogst' },
      ...(isHidden(enhet_id)
        ? { varde: null, nedre: null, ovre: null, antal: null, status: 'skyddad', utfall: 'skyddad' }
        : { varde: 11, nedre: 8, ovre: 14, antal: 100, status: 'visas', utfall: 'gar_inte_att_avgora' }),
      ...{ utan_intervall: 0, styrdiagram: 'battre', beslutad_av, beslutad, fran, till: null, exempel: 0 },
    };
  });

const GOAL_SUM = {
  ...{ mal: 1, ...YEAR, enheter: 2 },
  ...{ uppnatt: 0, ej_uppnatt: 0, gar_inte_att_avgora: 2 },
};

const LIMITS = { centrum: 11, nedre95: 9, ovre95: 13, nedre998: 8, ovre998: 14 };
const IN_FUNNELS = ['andel_utskrivningsklardagen', 'medeldagar_alla'];

const funnel = (isHidden: (id: string) => boolean): TrattRad[] =>
  IN_FUNNELS.flatMap((indikator) =>
    KOMMUNER.filter(([id]) => !isHidden(id)).map(
      ([enhet_id, enhet], i): TrattRad => ({
        ...{ indikator, niva: 'kommun', enhet_id, enhet, ...YEAR, fall: 100 + i, ...LIMITS },
        ...(i ? { varde: 15, lage: 'over_998' } : { varde: 11, lage: 'inom' }),
      }),
    ),
  );

const funnelLimits = IN_FUNNELS.flatMap((indikator) =>
  [50, 500].map((fall, steg): TrattGrans => ({ indikator, niva: 'kommun', ...YEAR, steg, fall, ...LIMITS })),
);

/** What step 5 gives the pages: two kommuner; Lund pays in December and is hidden in November. */
export function judgements({ skyddade = [], utan_mal }: Settings): Record<string, object[]> {
  const isHidden = (id: string) => skyddade.includes(id);
  const mal = goals(isHidden);
  const mal_ar = [
    ...mal.map((row) => ({ ...row, namnd: GOAL.namnd })),
    { ...mal[0]!, ...NO_GOAL, enhet_id: '1290', enhet: 'Höör <&"*_> Nya' },
  ];
  return {
    ...{ betalning: payments(isHidden), betalning_ar: paymentYears, betalning_alla: [NOBODY_PAYS] },
    ...{ bro: bridge(isHidden), tratt: funnel(isHidden), tratt_grans: funnelLimits },
    ...{ periodjamforelse: CHANGES(isHidden('1281')), aktivitet_utfall: [OUTCOME] },
    ...(utan_mal
      ? WITHOUT
      : {
          mal,
          mal_summa: [{ ...GOAL_SUM, skyddad: 0, saknas: 0 }],
          mal_ar,
          mal_ar_summa: [{ ...GOAL_SUM, mal: 2, kommuner_utan_mal: 1, skyddad: 0, saknas: 0 }],
        }),
  };
}
