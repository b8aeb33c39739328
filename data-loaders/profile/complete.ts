import { basename } from 'node:path';
import { CKM_DEFAULTS } from '../ckm/parameters.ts';
import { gatherDelregioner } from './delregioner.ts';
import { swedishKommuner } from './kommuner.ts';
import { completeModel } from './model.ts';
import { completeOpenData } from './open-data.ts';
import type { Profile } from './profile.ts';
import type { ProfileFile } from './schema.ts';

/** Fills in the defaults. The profile has passed `checkProfile`. */
export function complete(file: ProfileFile, files: string[]): Profile {
  const names = new Map(swedishKommuner().map((kommun) => [kommun.kod, kommun.namn]));
  const id = basename(files.at(-1)!).replace(/\.ya?ml$/i, '');
  return {
    id,
    filer: files,
    namn: file.namn!,
    region: { kod: file.region!.kod!, namn: file.region!.namn! },
    kallsystem: file.kallsystem ?? null,
    kontakt: file.kontakt ?? null,
    tillganglighet: file.tillganglighet
      ? {
          forenlighet: null,
          granskare: null,
          bedomd: null,
          uppdaterad: null,
          ...file.tillganglighet,
          brister: (file.tillganglighet.brister ?? []).map((fault) => ({ atgard: null, ...fault })),
        }
      : null,
    oppna_data: completeOpenData(file),
    kommuner: file.kommuner!.map((kod) => ({ kod, namn: names.get(kod)! })),
    delregioner: gatherDelregioner(file.delregioner ?? []),
    karta: null,
    rutkarta: file.rutkarta ?? [],
    vardgivare: (file.vardgivare ?? []).map((item) => ({ ...item, synonymer: item.synonymer ?? [] })),
    rojandekontroll: {
      troskel: file.rojandekontroll?.troskel ?? 5,
      metod: file.rojandekontroll?.metod ?? 'undertryck',
      ckm: { ...CKM_DEFAULTS, ...file.rojandekontroll?.ckm },
      utan: file.rojandekontroll?.utan ?? {},
    },
    betalningsmodell: completeModel(file, id),
    belopp_per_dygn: (file.belopp_per_dygn ?? []).map((item) => ({ ...item, kalla: item.kalla ?? null })),
    mal: (file.mal ?? []).map((goal) => ({
      ...goal,
      namnd: goal.namnd ?? null,
      beslutad: goal.beslutad ?? null,
      till: goal.till ?? null,
      exempel: goal.exempel ?? false,
    })),
    aktiviteter: file.aktiviteter ?? [],
    aterinskrivning: {
      dagar: file.aterinskrivning?.dagar ?? 30,
      okand_planering: file.aterinskrivning?.okand_planering ?? 'inte_oplanerad',
    },
    kolumner: file.kolumner ?? {},
    nummerserier: file.nummerserier ?? [],
    samverkansdagar: file.samverkansdagar ?? [],
    semesterperiod: file.semesterperiod ?? { fran_vecka: 25, till_vecka: 32 },
    sedan: file.sedan === undefined ? null : `${file.sedan}-01`,
    sista_datadag: file.sista_datadag ?? null,
    max_avvisade_andel: file.max_avvisade_andel ?? 0.05,
    dubbletter: { motsagande: file.dubbletter?.motsagande ?? 'avvisa' },
    granskning: {
      lucka_minst: file.granskning?.lucka_minst ?? 5,
      hopp_kvot: file.granskning?.hopp_kvot ?? 2,
      hopp_brus: file.granskning?.hopp_brus ?? 4,
      tom_kolumn_andel: file.granskning?.tom_kolumn_andel ?? 0.5,
      lang_vistelse_dagar: file.granskning?.lang_vistelse_dagar ?? 365,
      patient_vistelser: file.granskning?.patient_vistelser ?? 100,
      ensam_manader: file.granskning?.ensam_manader ?? 3,
      ensam_vantat: file.granskning?.ensam_vantat ?? 100,
      ensam_andel: file.granskning?.ensam_andel ?? 0.01,
      ensam_lang_manader: file.granskning?.ensam_lang_manader ?? 108,
      ensam_lang_andel: file.granskning?.ensam_lang_andel ?? 0.1,
    },
  };
}
