/** The twelve success factors of the kartläggning, as SKR numbers them, and the published figures that bear on each. */
import type { Grupp } from '../../data-loaders/types.ts';

/** A published figure: an indicator, or one group or category of it. */
export type FactorFigure = { id: string; grupp?: Grupp; kategori?: string };

export type Factor = {
  nr: string;
  namn: string;
  siffror?: FactorFigure[];
  se?: { text: string; path: string };
};

const READMISSION: FactorFigure[] = [{ id: 'aterinskrivning_30d' }, { id: 'aterinskrivning_30d_svu' }];

/** The kommun's own operations, which the kartläggning takes first. */
export const OWN: Factor[] = [
  {
    nr: '1',
    namn: 'Nollvision, från ledning till golv',
    siffror: [{ id: 'medeldagar_alla' }, { id: 'varaktighet', kategori: '0' }, { id: 'vantedygn_per_1000' }],
  },
  {
    nr: '2',
    namn: 'Hemgångsklar på utskrivningsklardagen',
    siffror: [
      { id: 'andel_utskrivningsklardagen' },
      { id: 'ledtider', kategori: 'kommunens_ben' },
      { id: 'utskriven_fore_kommunklar' },
    ],
  },
  { nr: '5', namn: 'Kompetens i kommunen' },
  {
    nr: '6',
    namn: 'Riskbedömning och planering för patienter med stora behov',
    siffror: [
      { id: 'behov', kategori: 'avancerade' },
      { id: 'varaktighet', kategori: '7-13' },
      { id: 'varaktighet', kategori: '14-20' },
      { id: 'varaktighet', kategori: '21-' },
    ],
  },
  { nr: '8', namn: 'Ingen inskrivning av sociala skäl' },
  {
    nr: '10',
    namn: 'Trygg hemgång och rehabilitering',
    siffror: [
      { id: 'utskriven_till', kategori: 'ordinart_boende' },
      { id: 'utskriven_till', kategori: 'korttid' },
      { id: 'orsak', kategori: 'hjalpmedel' },
      { id: 'orsak', kategori: 'rehab' },
    ],
  },
  {
    nr: '11',
    namn: 'Strukturerat teamarbete i kommunens hälso- och sjukvård',
    siffror: [{ id: 'kvar_over_helgen' }],
  },
];

/** What the kommun shares with others or does not decide over. */
export const SHARED: Factor[] = [
  {
    nr: '3',
    namn: 'Uppföljning av systemets effektivitet, regionalt, delregionalt och lokalt',
    se: { text: 'Mål och utfall', path: '/mal' },
  },
  {
    nr: '4',
    namn: 'Betalningsmodell (ingen delregional fråga just nu)',
    se: { text: 'Betalning, månad för månad', path: '/betalning' },
  },
  { nr: '7', namn: 'Inflöde till sjukhus' },
  { nr: '7a', namn: 'Kroniska sjukdomar' },
  { nr: '7b', namn: 'Sköra äldre', siffror: [{ id: 'aterinskrivning_30d', grupp: '80plus' }] },
  { nr: '7c', namn: 'Rätt patient till akutmottagningen' },
  { nr: '7d', namn: 'Oplanerad återinskrivning', siffror: READMISSION },
  {
    nr: '9',
    namn: 'Personcentrerad process från inskrivningen, gemensamt it-stöd',
    siffror: [
      { id: 'frister', kategori: 'inskrivningsmeddelande' },
      { id: 'frister', kategori: 'sip_kallelse' },
      { id: 'framforhallning', kategori: 'traff' },
      { id: 'framforhallning_sent_andrad' },
    ],
  },
  {
    nr: '12',
    namn: 'Specialiserad vård i hemmet med mobila team',
    siffror: [{ id: 'utskriven_till', kategori: 'mobilt_sjukhusteam' }],
  },
];

/** Name of a factor by its number, null for none. */
export const factorName = (nr: number | null): string | null =>
  [...OWN, ...SHARED].find((factor) => factor.nr === String(nr))?.namn ?? null;
