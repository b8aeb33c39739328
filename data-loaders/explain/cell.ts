import type { DuckDBConnection } from '@duckdb/node-api';
import { UsageError } from '../errors.ts';
import { literal } from '../extracts/sql-text.ts';
import { meant } from '../profile/nearest.ts';

/** The columns that name a published figure, in the order of its address (`data-cell` of the pages). */
export const KEY = ['indikator', 'niva', 'enhet_id', 'periodtyp', 'period', 'grupp', 'kategori'] as const;

/** A figure by its columns, and its address as given. */
export type Address = { text: string; key: string[] };

const EXAMPLE = 'medeldagar_alla|kommun|1281|ar|2025-01-01|alla|alla';

/** The addresses of `--cell`, with blanks between. Throws UsageError for none, one of another form, or an unknown indicator. */
export function readAddresses(given: string | undefined, indicators: string[]): Address[] {
  const texts = (given ?? '').split(/\s+/).filter(Boolean);
  if (texts.length === 0)
    throw new UsageError(`--cell saknas: ange siffrans adress, till exempel "${EXAMPLE}".`);
  return texts.map((text) => {
    const key = text.split('|');
    if (key.length !== KEY.length)
      throw new UsageError(
        `--cell "${text}" är inte en siffras adress. Den har ${KEY.length} delar med lodstreck emellan och skrivs inom citattecken, till exempel "${EXAMPLE}".`,
      );
    if (!indicators.includes(key[0]!))
      throw new UsageError(
        `--cell "${text}": indikatorn "${key[0]}" finns inte${meant(key[0]!, indicators, '.')}`,
      );
    return { text, key };
  });
}

/** SQL that is true for the rows whose first `parts` columns are the address's. */
export const whereOf = ({ key }: Address, parts: number = KEY.length): string =>
  KEY.slice(0, parts)
    .map((column, i) => `cast(${column} as varchar) = ${literal(key[i]!)}`)
    .join(' and ');

/** Throws UsageError naming the first part of an address that no published row has, and the nearest there is. */
export async function assertPublished(connection: DuckDBConnection, address: Address): Promise<void> {
  for (const [i, column] of KEY.entries()) {
    const reader = await connection.runAndReadAll(
      `select distinct cast(${column} as varchar) from publicerat where ${whereOf(address, i) || 'true'} order by 1`,
    );
    const known = reader.getRowsJS().map(([value]) => String(value));
    if (!known.includes(address.key[i]!))
      throw new UsageError(
        `--cell "${address.text}": ${column} "${address.key[i]}" finns inte för ${address.key.slice(0, i).join(', ')}${meant(address.key[i]!, known, '.')}`,
      );
  }
}
