import { isDeepStrictEqual } from 'node:util';
import { type Betalningsmodell, type Profile, programModels } from './read.ts';

type Value = string | number | boolean | null;
export type ProfileTable = { table: string; columns: string; rows: Value[][] };

/** What the judgements of step 5 read of the profile: payment models (the own first), amounts and goals. */
export function judgementTables(profile: Profile): ProfileTable[] {
  return [
    modelTable(profile),
    {
      table: 'belopp_per_dygn',
      columns: 'ar integer, kr double, kalla varchar',
      rows: profile.belopp_per_dygn.map(({ ar, kr, kalla }) => [ar, kr, kalla]),
    },
    {
      table: 'profil_mal',
      columns:
        'mal integer, indikator varchar, niva varchar, enhet varchar, varde double, riktning varchar, ' +
        'namnd varchar, beslutad_av varchar, beslutad date, fran date, till date, exempel boolean',
      rows: profile.mal.flatMap((goal, index) =>
        (goal.enheter === 'alla' ? [null] : goal.enheter).map((enhet) => [
          index + 1,
          goal.indikator,
          goal.niva,
          enhet,
          goal.varde,
          goal.riktning,
          goal.namnd,
          goal.beslutad_av,
          goal.beslutad,
          goal.fran,
          goal.till,
          goal.exempel,
        ]),
      ),
    },
  ];
}

/** The profile's own model, then those of the program's other profiles, by id; one that the profile took over as it is once. */
export function modelsOf(profile: Profile): Betalningsmodell[] {
  const own = profile.betalningsmodell;
  const others = programModels().filter(
    (model) => !own || (model.id !== own.id && !isDeepStrictEqual(model, { ...own, id: model.id })),
  );
  return own ? [own, ...others] : others;
}

function modelTable(profile: Profile): ProfileTable {
  return {
    table: 'betalningsmodell',
    columns:
      'modell varchar, egen boolean, typ varchar, troskel_dagar double, manader_i_rad integer, betalar_fran varchar, ' +
      'manad_utan_fall varchar, nolldagar_i_namnaren boolean, individuell_over_dagar integer, gemensam_analys boolean, ' +
      'vardformer_apart boolean, aktiv boolean',
    rows: modelsOf(profile).map((model) => [
      model.id,
      model.id === profile.betalningsmodell?.id,
      model.typ,
      model.troskel_dagar,
      model.manader_i_rad,
      model.betalar_fran,
      model.manad_utan_fall,
      model.nolldagar_i_namnaren,
      model.individuell_over_dagar,
      model.gemensam_analys,
      model.vardformer_apart,
      model.aktiv,
    ]),
  };
}

/** The limit over which cases are counted apart, one for the build: the profile's, else that of the program's model that has one. */
export const individualLimit = ({ betalningsmodell }: Profile): number =>
  betalningsmodell?.individuell_over_dagar ??
  programModels().find((model) => model.individuell_over_dagar !== null)!.individuell_over_dagar!;
