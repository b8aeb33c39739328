import type { Enhet, Katalog } from '../../data-loaders/catalogue-types.ts';
import { narrowed, type Utan } from '../../data-loaders/profile/breakdowns.ts';
import { JUDGEMENT_TABLES } from '../../data-loaders/publish/judgements.ts';
import type { Indikator } from '../../data-loaders/types.ts';
import { ACTIVITIES, GOAL, MODEL } from './judged-profile.ts';

export type Settings = {
  syntetisk?: boolean;
  /** No published row and nothing final. */
  tom?: boolean;
  /** Indicators that the extracts cannot give: every number missing. */
  avstangda?: string[];
  /** Units by id whose figures are all hidden. */
  skyddade?: string[];
  /** A profile without goals. */
  utan_mal?: boolean;
  /** No activity of any kommun. */
  utan_aktiviteter?: boolean;
  /** Breakdowns that the profile does without. */
  utan?: Utan;
};

export const ENHETER: Enhet[] = [
  { niva: 'kommun', id: '1281', namn: 'Lund' },
  { niva: 'kommun', id: '1285', namn: 'Eslöv' },
  { niva: 'kommun', id: '1290', namn: 'Höör <&"*_> Nya' },
  { niva: 'delregion', id: 'mellersta', namn: 'Mellersta Skåne' },
  { niva: 'region', id: '12', namn: 'Skåne' },
  { niva: 'vardgivare', id: 'sus', namn: 'SUS' },
  { niva: 'klinik', id: 'sus+medicin', namn: 'SUS, Medicin' },
];
export const MONTHS = Array.from(
  { length: 14 },
  (_, i) => `${2025 + Math.floor(i / 12)}-${pad((i % 12) + 1)}-01`,
);
const LATEST = { manad: '2026-01-01', kvartal: '2025-10-01', halvar: '2025-07-01', ar: '2025-01-01' };

/** The catalogue of the fixture, as publish/catalogue.ts makes it. */
export function catalogue(
  registry: Indikator[],
  { syntetisk = true, tom, utan_mal = tom, utan_aktiviteter, utan = {}, avstangda = [] }: Settings,
): Katalog {
  return {
    program: '1.0.0',
    profil: 'prov',
    profilnamn: 'Prov',
    region: { kod: '12', namn: 'Skåne' },
    syntetisk,
    sista_datadag: '2026-02-28',
    forsta_dag: '2025-01-01',
    troskel: 5,
    kallsystem: 'Mina planer',
    kontakt: 'analys@example.org',
    oppna_data: { utgivare: null, adress: null, licens: null },
    tillganglighet: null,
    enheter: ENHETER,
    delregioner: [
      {
        kod: 'mellersta',
        namn: 'Mellersta Skåne',
        bekraftad: false,
        medlemmar: ['1281', '1285'].map((kommun) => ({ kommun, fran: '2019-01-01', till: null })),
      },
    ],
    karta: null,
    rutkarta: [
      ['1285', ''],
      ['', '1281'],
    ],
    grupper: ['alla'],
    indikatorer: registry.map((indikator) => ({
      ...narrowed(indikator, utan),
      sql_sha256: 'a'.repeat(64),
      laser: ['2_vardtillfallen/fall.sql', `3_indikatorer/${indikator.id}.sql`],
      avstangd_saknar: avstangda.includes(indikator.id) ? ['utskriven_till'] : [],
      rader: { visas: 10, skyddad: 2, saknas: 1 },
    })),
    senaste_slutliga: tom
      ? { utskrivning: {}, aterinskrivning: {}, helg: {} }
      : { utskrivning: LATEST, aterinskrivning: LATEST, helg: { helg: '2025-04-18' } },
    sedan: tom ? null : '2025-01-01',
    storhelger: [{ id: '2025-04-18', namn: 'påsk', forsta: '2025-04-18', sista: '2025-04-21' }],
    filer: [
      {
        fil: 'utskrivningar.csv',
        slag: 'utskrivningar',
        sha256: 'b'.repeat(64),
        lasning: ['kodning Windows-1252', '2 titelrader ovanför rubrikerna hoppades över'],
        lasta: 1200,
        anvanda: 1190,
        avvisade: { dubblett: 10 },
        strukna_uppgifter: {},
        anmarkningar: { lang_vistelse: null, okand_destination: 12 },
        rader: {
          avvisade: { dubblett: [7, 8, 12, 13, 900] },
          strukna_uppgifter: {},
          anmarkningar: { okand_destination: [3, 4, 5, 6, 7] },
        },
        i_kolumner: {
          avvisade: { dubblett: [] },
          strukna_uppgifter: {},
          anmarkningar: { okand_destination: ['utskriven_till'] },
        },
        okanda_kolumner: ['avdelning'],
        kolumner: [
          { namn: 'kommun', rubrik: 'Kommun', saknas_andel: 0.01, forsta: null, sista: null },
          { namn: 'inskrivning', rubrik: 'In', saknas_andel: 0, forsta: '2025-01-01', sista: '2026-02-27' },
          { namn: 'oplanerad', rubrik: 'Akut', saknas_andel: null, forsta: null, sista: null },
        ],
      },
    ],
    tackning: MONTHS.map((manad) => ({ manad, vardtillfallen: 90, fall: 60 })),
    tackningsflaggor: [
      {
        uppgift: 'vardtillfallen',
        niva: 'vardgivare',
        enhet_id: 'sus',
        flagga: 'lucka',
        fran: '2025-03-01',
        till: '2025-04-01',
      },
    ],
    dolda_tackningsflaggor: 2,
    tomma_krav: [{ indikator: 'aterinskrivning_30d', krav: 'oplanerad|planerad' }],
    avstamning: null,
    aterinskrivning: { utan_patient_id: 3, okand_planering_andel: null },
    skyddade: [{ niva: 'kommun', celler: 100, skyddade: 20, andel: 20 }],
    metod: 'undertryck',
    utan,
    ckm: null,
    utgava: tom
      ? null
      : {
          foregaende: { sista_datadag: '2026-01-31', manifest_sha256: 'abc' },
          revision: false,
          frysta_rader: 1200,
          rattade_rader: 36,
          rattade: [{ periodtyp: 'manad', period: '2025-12-01', andel: 3 }],
        },
    skyddade_period: [
      { niva: 'kommun', periodtyp: 'manad', celler: 80, skyddade: 19, andel: 24, fall_utanfor: 12 },
      { niva: 'kommun', periodtyp: 'helg', celler: 20, skyddade: 1, andel: 5, fall_utanfor: null },
    ],
    skyddade_grupp: [
      { niva: 'kommun', grupp: 'alla', periodtyp: 'manad', celler: 60, skyddade: 9, andel: 15 },
      { niva: 'kommun', grupp: '80plus', periodtyp: 'ar', celler: 20, skyddade: 10, andel: 50 },
    ],
    skyddade_indikator: [
      { indikator: 'medeldagar_alla', niva: 'kommun', celler: 50, skyddade: 9, andel: 18, fall_utanfor: 7 },
      { indikator: 'medeldagar_alla', niva: 'region', celler: 50, skyddade: 0, andel: 0, fall_utanfor: null },
    ],
    befolkning: tom
      ? []
      : [
          { kommun: '1281', ar: 2025, antal: 21_500, liknande: ['1285'] },
          { kommun: '1285', ar: 2025, antal: 7_200, liknande: ['1281'] },
        ],
    befolkningsar: tom ? [] : [{ ar: 2026, fran: 2025, till: 2025 }],
    aktiviteter: tom || utan_aktiviteter ? [] : ACTIVITIES,
    mal: utan_mal ? [] : [GOAL],
    betalningsmodeller: tom ? [] : [MODEL],
    betalningsmodell: tom ? null : MODEL.id,
    belopp_per_dygn: [{ ar: 2025, kr: 1000, kalla: null }],
    bedomningar: Object.entries(JUDGEMENT_TABLES).map(([id, table]) => ({
      id,
      laser: [`5_bedomning/${table}.sql`],
      sql: 'select <i>1</i>',
      sql_sha256: 'c'.repeat(64),
    })),
    parametrar: {
      troskel: 5,
      'aterinskrivning.dagar': 30,
      samverkansdagar: '',
      max_avvisade_andel: 0.05,
      'semesterperiod.fran_vecka': 25,
      'semesterperiod.till_vecka': 32,
      'granskning.lucka_minst': 5,
      'granskning.hopp_kvot': 2,
      'granskning.hopp_brus': 4,
      'granskning.tom_kolumn_andel': 0.5,
    },
  };
}

function pad(month: number): string {
  return String(month).padStart(2, '0');
}
