import type { DuckDBConnection } from '@duckdb/node-api';
import { distance } from 'fastest-levenshtein';
import { fold } from '../../profile/fold.ts';
import { swedishKommuner } from '../../profile/kommuner.ts';

/** A text that is no kommun, as it is written, with the rows that have it and the kommuner it is like (none: a code). */
export type UnknownKommun = { text: string; rader: number; forslag: string[] };

export type UnknownKommuner = {
  /** Texts that may be shown, most rows first: those like a kommun, and codes of three or four digits. */
  visas: UnknownKommun[];
  /** The others: they may be anything, also what identifies someone, and are only counted. */
  andra: { texter: number; rader: number };
};

const JUDGED = 200;

/** What stands for kommun in the extracts and is none, from the table `kommun_uppslag`. */
export async function unknownKommuner(connection: DuckDBConnection): Promise<UnknownKommuner> {
  const found = await connection.runAndReadAll(`
    with okanda as (
        select coalesce(falttext(kommun), falttext(kommunkod)) as text, sum(antal) as rader
        from kommun_uppslag where fel = 'okand_kommun' group by 1
    )
    select text, rader::integer as rader, (count(*) over ())::integer as texter, (sum(rader) over ())::integer as alla
    from okanda order by rader desc, text limit ${JUDGED}`);
  const rows = found.getRowObjects();
  const visas = rows
    .map((row) => ({ text: String(row.text), rader: Number(row.rader) }))
    .map((row) => ({ ...row, forslag: likeKommuner(row.text) }))
    .filter(({ text, forslag }) => forslag.length > 0 || /^\d{3,4}$/.test(text));
  return {
    visas,
    andra: {
      texter: Number(rows[0]?.texter ?? 0) - visas.length,
      rader: Number(rows[0]?.alla ?? 0) - visas.reduce((sum, { rader }) => sum + rader, 0),
    },
  };
}

/**
 * The kommuner a misspelt text is nearest to, at most two, in order of code. A letter in four may differ; neighbours that
 * changed places are one step. Only a text of letters is judged: others may identify someone.
 */
export function likeKommuner(text: string): string[] {
  if (!/^\p{L}[\p{L}\s-]{1,30}$/u.test(text)) return [];
  const name = fold(text.replace(/^region\s+|\s+(kommun|stad|kn)$/giu, ''));
  const steps = swedishKommuner().map(({ namn }) => ({ namn, steps: stepsTo(name, fold(namn)) }));
  const fewest = Math.min(...steps.map((kommun) => kommun.steps));
  if (fewest > Math.max(1, Math.floor(name.length / 4))) return [];
  const nearest = steps.filter((kommun) => kommun.steps === fewest).map(({ namn }) => namn);
  return nearest.length <= 2 ? nearest : [];
}

/** Letters to change between two names, the second in genitive or not. */
function stepsTo(name: string, kommun: string): number {
  let fewest = Math.min(distance(name, kommun), distance(name, `${kommun}s`));
  for (let at = 0; at + 1 < name.length && fewest > 1; at++) {
    const swapped = name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2);
    fewest = Math.min(fewest, 1 + distance(swapped, kommun));
  }
  return fewest;
}
