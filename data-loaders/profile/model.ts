import type { ProfileFile } from './schema.ts';

/** A payment model as parameters, every default filled in; null where the model's source says nothing. */
export type Betalningsmodell = {
  /** The profile it is from: `skane`. */
  id: string;
  namn: string;
  typ: 'manadsmedel' | 'lus';
  troskel_dagar: number | null;
  /** Months over the threshold in a row that make the kommun pay. */
  manader_i_rad: number | null;
  /** From the last of those months or from the one after. */
  betalar_fran: 'samma_manad' | 'manaden_efter';
  manad_utan_fall: 'bryter' | 'hoppas_over';
  nolldagar_i_namnaren: boolean | null;
  /** Cases with more waiting days leave the mean and are charged one by one. */
  individuell_over_dagar: number | null;
  gemensam_analys: boolean;
  vardformer_apart: boolean;
  /** False where the parties do not use it. */
  aktiv: boolean;
  bekraftad: boolean;
  kalla: string | null;
  /** What no source confirms, one sentence each. */
  obekraftat: string[];
};

/** The model of a profile, null where it states none. One month over the threshold is paid for itself; more from the month after. */
export function completeModel(file: ProfileFile, id: string): Betalningsmodell | null {
  const model = file.betalningsmodell;
  if (!model) return null;
  const months = model.manader_i_rad ?? null;
  return {
    id,
    namn: model.namn ?? file.namn!,
    typ: model.typ ?? 'manadsmedel',
    troskel_dagar: model.troskel_dagar ?? null,
    manader_i_rad: months,
    betalar_fran: model.betalar_fran ?? (months !== null && months > 1 ? 'manaden_efter' : 'samma_manad'),
    manad_utan_fall: model.manad_utan_fall ?? 'bryter',
    nolldagar_i_namnaren: model.nolldagar_i_namnaren ?? null,
    individuell_over_dagar: model.individuell_over_dagar ?? null,
    gemensam_analys: model.gemensam_analys ?? false,
    vardformer_apart: model.vardformer_apart ?? false,
    aktiv: model.aktiv ?? true,
    bekraftad: model.bekraftad ?? false,
    kalla: model.kalla ?? null,
    obekraftat: model.obekraftat ?? [],
  };
}
