/** The cell key method's parameters: the profile's, and as the tables and variables that SQL reads. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../extracts/sql-text.ts';
import { type Noise, ptable } from './ptable.ts';

export type CkmParameters = Noise & {
  /** Seed of the record keys. Whoever has it and the extracts' ids can take the noise away. */
  fro: string;
};

/** D, V and the smallest number are those of the ptable package's own example (Enderle). */
export const CKM_DEFAULTS: CkmParameters = { storst: 5, varians: 3, minsta: 3, fro: 'utskrivningsklar' };

/** The variable `metod`; under ckm also `ckm_fro` and `ckm_ptabell`. */
export async function loadNoise(
  connection: DuckDBConnection,
  { metod, ckm }: { metod: string; ckm: CkmParameters },
): Promise<void> {
  await connection.run(`set variable metod = ${literal(metod)}`);
  if (metod !== 'ckm') return;
  const steps = ptable(ckm).map((step) => `(${Object.values(step).join(', ')})`);
  await connection.run(`
    set variable ckm_fro = ${literal(ckm.fro)};
    create or replace temp table ckm_ptabell as
    from (values ${steps.join(', ')}) as p (antal, avvikelse, fran, till);
  `);
}

export async function isPerturbed(connection: DuckDBConnection): Promise<boolean> {
  const reader = await connection.runAndReadAll(`select getvariable('metod') = 'ckm'`);
  return reader.getRowsJS()[0]?.[0] === true;
}
