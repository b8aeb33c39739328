import * as v from 'valibot';
import { NIVAER } from '../value-lists.ts';
import {
  date,
  flag,
  kod,
  kommunkod,
  LOST_QUOTES,
  list,
  number,
  oneOf,
  ruta,
  share,
  text,
  whole,
} from './values.ts';

const medlem = v.union(
  [
    kommunkod,
    v.strictObject({
      kod: kommunkod,
      fran: v.optional(date),
      till: v.optional(v.nullable(date)),
      bekraftad: v.optional(flag),
    }),
  ],
  'ska vara en kommunkod inom citattecken eller {kod, fran, till, bekraftad}',
);

const delregion = v.strictObject({
  kod,
  namn: text,
  fran: date,
  till: v.optional(v.nullable(date)),
  bekraftad: v.optional(flag),
  kalla: v.optional(text),
  kommuner: list(medlem),
});

const mal = v.strictObject({
  indikator: text,
  niva: oneOf(NIVAER),
  enheter: v.union(
    [v.literal('alla'), list(text)],
    'ska vara alla eller en lista med koder inom citattecken',
  ),
  varde: number,
  riktning: oneOf(['minst', 'hogst']),
  namnd: v.optional(text),
  beslutad_av: text,
  beslutad: v.optional(date),
  fran: date,
  till: v.optional(v.nullable(date)),
  exempel: v.optional(flag),
});

const betalningsmodell = v.strictObject({
  namn: v.optional(text),
  typ: v.optional(oneOf(['manadsmedel', 'lus'])),
  troskel_dagar: v.optional(v.pipe(number, v.minValue(0, 'ska vara minst 0'))),
  manader_i_rad: v.optional(whole(1, 36)),
  betalar_fran: v.optional(oneOf(['samma_manad', 'manaden_efter'])),
  manad_utan_fall: v.optional(oneOf(['bryter', 'hoppas_over'])),
  nolldagar_i_namnaren: v.optional(flag),
  individuell_over_dagar: v.optional(whole(1, 365)),
  gemensam_analys: v.optional(flag),
  vardformer_apart: v.optional(flag),
  aktiv: v.optional(flag),
  bekraftad: v.optional(flag),
  kalla: v.optional(text),
  obekraftat: v.optional(list(text)),
});

const aktivitet = v.strictObject({
  kommun: kommunkod,
  start: date,
  slut: v.optional(v.nullable(date)),
  rubrik: text,
  status: v.optional(oneOf(['genomford', 'planerad'])),
  framgangsfaktor: v.optional(whole(1, 12)),
});

const without = v.strictObject({
  perioder: v.optional(list(oneOf(['kvartal', 'rullande12']))),
  grupper: v.optional(list(oneOf(['somatik', 'psykiatri', '65plus', '80plus']))),
});
const all = v.literal('allt', 'kan bara vara allt');

/** Breakdowns to do without. The region keeps all, and every level what its pages are made of. */
export const utan = v.strictObject({
  kommun: v.optional(without),
  delregion: v.optional(without),
  vardgivare: v.optional(without),
  kommun_vardgivare: v.optional(all),
  klinik: v.optional(all),
});

const address = v.pipe(
  v.string('ska vara en adress som börjar med https:// eller http://'),
  v.regex(/^https?:\/\/[^\s<>"{}|\\^`]+$/, 'ska vara en adress som börjar med https:// eller http://'),
);

const tillganglighet = v.strictObject({
  ansvarig: text,
  forenlighet: v.optional(oneOf(['helt', 'delvis', 'inte'])),
  granskare: v.optional(text),
  bedomd: v.optional(date),
  uppdaterad: v.optional(date),
  brister: v.optional(
    list(
      v.strictObject({
        vad: text,
        skal: oneOf(['bristande_efterlevnad', 'oskaligt_betungande', 'undantag']),
        atgard: v.optional(text),
      }),
    ),
  ),
});

/** Every key a profile may hold. All are optional here: a profile may build on another and state only what differs. */
export const profileSchema = v.strictObject({
  namn: v.optional(text),
  utgar_fran: v.optional(text),
  region: v.optional(
    v.strictObject({
      kod: v.optional(
        v.pipe(v.string(LOST_QUOTES), v.regex(/^\d\d$/, 'ska vara länskoden, två siffror inom citattecken')),
      ),
      namn: v.optional(text),
    }),
  ),
  kallsystem: v.optional(text),
  kontakt: v.optional(text),
  tillganglighet: v.optional(tillganglighet),
  oppna_data: v.optional(
    v.strictObject({ utgivare: v.optional(text), adress: v.optional(address), licens: v.optional(address) }),
  ),
  kommuner: v.optional(list(kommunkod)),
  delregioner: v.optional(list(delregion)),
  karta: v.optional(text),
  rutkarta: v.optional(list(v.pipe(list(ruta), v.maxLength(8, 'får ha högst 8 rutor')))),
  vardgivare: v.optional(list(v.strictObject({ kod, namn: text, synonymer: v.optional(list(text)) }))),
  rojandekontroll: v.optional(
    v.strictObject({
      troskel: v.optional(whole(1, 1000)),
      metod: v.optional(oneOf(['undertryck', 'ckm'])),
      ckm: v.optional(
        v.strictObject({
          storst: v.optional(whole(1, 100)),
          varians: v.optional(v.pipe(number, v.minValue(0, 'ska vara minst 0'))),
          minsta: v.optional(whole(1, 100)),
          fro: v.optional(text),
        }),
      ),
      utan: v.optional(utan),
    }),
  ),
  betalningsmodell: v.optional(betalningsmodell),
  belopp_per_dygn: v.optional(
    list(
      v.strictObject({
        ar: whole(1990, 2099),
        kr: v.pipe(number, v.minValue(0, 'ska vara minst 0')),
        kalla: v.optional(text),
      }),
    ),
  ),
  mal: v.optional(list(mal)),
  aktiviteter: v.optional(list(aktivitet)),
  aterinskrivning: v.optional(
    v.strictObject({
      dagar: v.optional(whole(1, 365)),
      okand_planering: v.optional(oneOf(['inte_oplanerad', 'oplanerad'])),
    }),
  ),
  kolumner: v.optional(v.record(v.string(), list(text), 'ska vara kolumnnamn med en lista rubriker')),
  nummerserier: v.optional(list(text)),
  samverkansdagar: v.optional(list(date)),
  semesterperiod: v.optional(v.strictObject({ fran_vecka: whole(1, 53), till_vecka: whole(1, 53) })),
  sedan: v.optional(
    v.pipe(
      v.string('ska vara en månad, ÅÅÅÅ-MM'),
      v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'ska vara en månad, ÅÅÅÅ-MM'),
    ),
  ),
  sista_datadag: v.optional(v.nullable(date)),
  max_avvisade_andel: v.optional(share),
  dubbletter: v.optional(v.strictObject({ motsagande: v.optional(oneOf(['avvisa', 'nyaste_filen'])) })),
  granskning: v.optional(
    v.strictObject({
      lucka_minst: v.optional(whole(1, 1_000_000)),
      hopp_kvot: v.optional(v.pipe(number, v.minValue(1, 'ska vara minst 1'))),
      hopp_brus: v.optional(v.pipe(number, v.minValue(0, 'ska vara minst 0'))),
      tom_kolumn_andel: v.optional(share),
      lang_vistelse_dagar: v.optional(whole(1, 36_500)),
      patient_vistelser: v.optional(whole(1, 1_000_000)),
      ensam_manader: v.optional(whole(1, 1400)),
      ensam_vantat: v.optional(whole(1, 1_000_000)),
      ensam_andel: v.optional(share),
      ensam_lang_manader: v.optional(whole(1, 1400)),
      ensam_lang_andel: v.optional(share),
    }),
  ),
});

export type ProfileFile = v.InferOutput<typeof profileSchema>;
