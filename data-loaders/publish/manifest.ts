import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Katalog, Utgava } from '../catalogue-types.ts';
import type { Brusuppgift } from '../ckm/parameters.ts';
import type { Noise } from '../ckm/ptable.ts';
import type { Utan } from '../profile/breakdowns.ts';
import type { Filuppgift, Orsaker } from '../report/types.ts';
import { sha256 } from '../sha256.ts';
import type { Indikator } from '../types.ts';
import { JUDGEMENT_FILES } from './judgements.ts';

/** `data/manifest.json`: which extracts and which SQL gave which files. Key names and order are the contract's. */
export type Manifest = {
  program: string;
  profil: string;
  syntetisk: boolean;
  sista_datadag: string;
  /** One per extract file, by name; lasta = anvanda + Σ avvisade. Null: too few patients to be told. */
  inputs: Omit<Filuppgift, 'slag'>[];
  /** One per indicator, by id, with the SHA-256 of each of its files. */
  indikatorer: { id: string; sql_sha256: string; filer: Record<string, string> }[];
  /** SHA-256 of the published files that belong to no indicator. */
  filer: Record<string, string>;
  /** What the checks of the extracts found, all files together. */
  granskning: {
    /** Indicator → columns it is off for want of. */
    avstangda: Record<string, string[]>;
    /** Indicator → columns it needs that are mostly empty. */
    tomma_kolumner: Record<string, string[]>;
  } & Pick<Katalog, 'tackningsflaggor' | 'dolda_tackningsflaggor' | 'avstamning'>;
  /** What a publication that follows this one must share. */
  rojandekontroll: Pick<Katalog, 'troskel' | 'metod'> & {
    ckm?: Noise & Pick<Brusuppgift, 'froprov'>;
    /** Only where the profile does without some. */
    utan?: Utan;
  };
  /** Only in a series of publications. */
  utgava?: Utgava;
};

export type ManifestHead = Pick<Manifest, 'program' | 'profil' | 'syntetisk' | 'sista_datadag'>;

/** The manifest of the files now in `dataDir`. */
export function createManifest(catalogue: Katalog, registry: Indikator[], dataDir: string): Manifest {
  const hashes = Object.fromEntries(
    readdirSync(dataDir)
      .sort()
      .map((file) => [file, sha256(readFileSync(join(dataDir, file)))]),
  );
  const filesOf = (stem: string) => pick(hashes, (file) => file.slice(0, file.lastIndexOf('.')) === stem);
  const { program, profil, syntetisk, sista_datadag, filer, troskel, metod, ckm, utgava, utan } = catalogue;
  return {
    program,
    profil,
    syntetisk,
    sista_datadag,
    inputs: filer.map(input).sort((a, b) => compare(a.fil, b.fil)),
    indikatorer: registry
      .map(({ id, sql }) => ({ id, sql_sha256: sha256(sql), filer: filesOf(id) }))
      .sort((a, b) => compare(a.id, b.id)),
    filer: Object.assign({}, ...['jamforelse', ...JUDGEMENT_FILES, 'dcat'].map(filesOf)),
    granskning: findings(catalogue),
    rojandekontroll: {
      troskel,
      metod,
      ...(ckm && { ckm: parametersOf(ckm) }),
      ...(Object.keys(utan).length > 0 && { utan }),
    },
    ...(utgava && { utgava }),
  };
}

const parametersOf = ({ storst, varians, minsta, froprov }: Brusuppgift) => ({
  storst,
  varians,
  minsta,
  froprov,
});

const sortedReasons = <T>(of: { [key in keyof Orsaker]: Record<string, T> }) => ({
  avvisade: sorted(of.avvisade),
  strukna_uppgifter: sorted(of.strukna_uppgifter),
  anmarkningar: sorted(of.anmarkningar),
});

/** Key order is part of the contract; reasons in a fixed order. */
const input = (file: Filuppgift): Manifest['inputs'][number] => ({
  fil: file.fil,
  sha256: file.sha256,
  lasta: file.lasta,
  anvanda: file.anvanda,
  avvisade: sorted(file.avvisade),
  strukna_uppgifter: sorted(file.strukna_uppgifter),
  anmarkningar: sorted(file.anmarkningar),
  lasning: file.lasning,
  rader: sortedReasons(file.rader),
  i_kolumner: sortedReasons(file.i_kolumner),
  okanda_kolumner: file.okanda_kolumner,
  kolumner: file.kolumner,
});

function findings(catalogue: Katalog): Manifest['granskning'] {
  const { indikatorer, tomma_krav, tackningsflaggor, dolda_tackningsflaggor, avstamning } = catalogue;
  const off = indikatorer.filter(({ avstangd_saknar }) => avstangd_saknar.length > 0);
  const empty: Record<string, string[]> = {};
  for (const { indikator, krav } of tomma_krav) empty[indikator] = [...(empty[indikator] ?? []), krav];
  return {
    avstangda: sorted(Object.fromEntries(off.map(({ id, avstangd_saknar }) => [id, avstangd_saknar]))),
    tomma_kolumner: sorted(empty),
    tackningsflaggor,
    dolda_tackningsflaggor,
    avstamning,
  };
}

/** Order by code unit: the same in every locale. */
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const pick = <T>(record: Record<string, T>, wanted: (key: string) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => wanted(key)));

const sorted = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => compare(a, b)));
