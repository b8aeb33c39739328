import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Filrapport } from '../catalogue-types.ts';
import type { Indikator } from '../types.ts';

/** `data/manifest.json`: which extracts and which SQL gave which files. Key names and order are the contract's. */
export type Manifest = {
  program: string;
  profil: string;
  syntetisk: boolean;
  sista_datadag: string | null;
  /** One per extract file, by name; lasta = anvanda + Σ avvisade. */
  inputs: {
    fil: string;
    sha256: string;
    lasta: number;
    anvanda: number;
    avvisade: Record<string, number>;
    strukna_uppgifter: Record<string, number>;
  }[];
  /** One per indicator, by id, with the SHA-256 of each of its files. */
  indikatorer: { id: string; sql_sha256: string; filer: Record<string, string> }[];
  /** SHA-256 of the published files that belong to no indicator. */
  filer: Record<string, string>;
};

export type ManifestHead = Pick<Manifest, 'program' | 'profil' | 'syntetisk' | 'sista_datadag'>;

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** The manifest of the files now in `dataDir`. */
export function createManifest(
  head: ManifestHead,
  report: Filrapport[],
  registry: Indikator[],
  dataDir: string,
): Manifest {
  const hashes = Object.fromEntries(
    readdirSync(dataDir)
      .sort()
      .map((file) => [file, sha256(readFileSync(join(dataDir, file)))]),
  );
  const filesOf = (stem: string) => pick(hashes, (file) => file.slice(0, file.lastIndexOf('.')) === stem);
  const { program, profil, syntetisk, sista_datadag } = head;
  return {
    program,
    profil,
    syntetisk,
    sista_datadag,
    inputs: report
      .map(({ fil, sha256, lasta, anvanda, avvisade, strukna_uppgifter }) => ({
        fil,
        sha256,
        lasta,
        anvanda,
        avvisade: sorted(avvisade),
        strukna_uppgifter: sorted(strukna_uppgifter),
      }))
      .sort((a, b) => compare(a.fil, b.fil)),
    indikatorer: registry
      .map(({ id, sql }) => ({ id, sql_sha256: sha256(sql), filer: filesOf(id) }))
      .sort((a, b) => compare(a.id, b.id)),
    filer: filesOf('jamforelse'),
  };
}

/** Order by code unit: the same in every locale. */
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const pick = <T>(record: Record<string, T>, wanted: (key: string) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => wanted(key)));

const sorted = (record: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => compare(a, b)));
