/** The cell key method's parameters: the profile's, and as the tables and variables that SQL reads. */
import { scryptSync } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../extracts/sql-text.ts';
import type { Niva, Periodtyp } from '../types.ts';
import { type Noise, ptable } from './ptable.ts';

export type CkmParameters = Noise & {
  /** Seed of the record keys. Whoever has it and the extracts' ids can take the noise away. */
  fro: string;
};

/** D, V, the smallest number that may stand, and what they do to key figures per level and type of period. */
export type Brusuppgift = Noise & {
  froprov: string;
  /** Standard deviation of a count's noise, and ± for 95 counts in 100. */
  spridning: number;
  antal: number;
  verkan: {
    niva: Niva;
    periodtyp: Periodtyp;
    indikator: string;
    celler: number;
    /** ± in the indicator's unit: the usual one, and the largest. */
    mitt: number;
    hogst: number;
  }[];
};

/** D, V and the smallest number are those of the ptable package's own example (Enderle). */
export const CKM_DEFAULTS: CkmParameters = { storst: 5, varians: 3, minsta: 3, fro: 'utskrivningsklar' };

/** What the one who runs the program must know of a seed that everyone has, a line of Swedish; empty where there is nothing to say. */
export const knownSeed = ({ metod, ckm }: { metod: string; ckm: CkmParameters }): string =>
  metod === 'ckm' && ckm.fro === CKM_DEFAULTS.fro
    ? 'Skyddsbruset har programmets eget frö, som alla kan läsa: skriv ett eget i profilen (rojandekontroll.ckm.fro) innan webbplatsen publiceras.\n'
    : '';

/** The variable `metod`; under ckm also `ckm_fro`, `ckm_varians` and `ckm_ptabell`. */
export async function loadNoise(
  connection: DuckDBConnection,
  { metod, ckm }: { metod: string; ckm: CkmParameters },
): Promise<void> {
  await connection.run(`set variable metod = ${literal(metod)}`);
  if (metod !== 'ckm') return;
  const steps = ptable(ckm).map((step) => `(${Object.values(step).join(', ')})`);
  await connection.run(`
    set variable ckm_fro = ${literal(ckm.fro)};
    set variable ckm_varians = ${ckm.varians};
    create or replace temp table ckm_ptabell as
    from (values ${steps.join(', ')}) as p (antal, avvikelse, fran, till);
  `);
}

/**
 * Tells in a manifest whether a later publication has the same seed: two with different ones could be averaged. Sixteen bits of a slow
 * hash: many seeds share them, so they do not help to find it.
 */
export const seedCheck = (fro: string): string =>
  scryptSync(fro, 'utskrivningsklar', 32).toString('hex').slice(0, 4);

export async function isPerturbed(connection: DuckDBConnection): Promise<boolean> {
  const reader = await connection.runAndReadAll(`select getvariable('metod') = 'ckm'`);
  return reader.getRowsJS()[0]?.[0] === true;
}
