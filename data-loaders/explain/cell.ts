import type { DuckDBConnection } from '@duckdb/node-api';
import { UsageError } from '../errors.ts';
import { literal } from '../extracts/sql-text.ts';
import { isJudgement, JUDGED_KEYS } from '../judged-keys.ts';
import { meant } from '../profile/nearest.ts';
import { judgementRows } from '../publish/judgements.ts';

/** The columns that name a published figure, in the order of its address (`data-cell` of the pages). */
export const KEY = ['indikator', 'niva', 'enhet_id', 'periodtyp', 'period', 'grupp', 'kategori'] as const;

/** A published row: the file it stands in, the columns that tell it, their values, and its address as given. */
export type Address = { text: string; file: string; columns: readonly string[]; key: string[] };

const EXAMPLE = 'medeldagar_alla|kommun|1281|ar|2025-01-01|alla|alla';

/** The addresses of `--cell`, with blanks between. Throws UsageError for none, one of another form, or an unknown file. */
export function readAddresses(given: string | undefined, indicators: string[]): Address[] {
  const texts = (given ?? '').split(/\s+/).filter(Boolean);
  if (texts.length === 0)
    throw new UsageError(`--cell saknas: ange siffrans adress, till exempel "${EXAMPLE}".`);
  return texts.map((text) => addressOf(text, indicators));
}

function addressOf(text: string, indicators: string[]): Address {
  const parts = text.split('|');
  const file = parts[0]!;
  const columns = isJudgement(file) ? JUDGED_KEYS[file] : KEY;
  const key = isJudgement(file) ? parts.slice(1) : parts;
  if (key.length !== columns.length)
    throw new UsageError(
      isJudgement(file)
        ? `--cell "${text}" är inte adressen till en rad i ${file}. Den skrivs "${[file, ...columns].join('|')}" med radens värden.`
        : `--cell "${text}" är inte en siffras adress. Den har ${KEY.length} delar med lodstreck emellan och skrivs inom citattecken, till exempel "${EXAMPLE}".`,
    );
  if (!isJudgement(file) && !indicators.includes(file))
    throw new UsageError(
      `--cell "${text}": indikatorn "${file}" finns inte${meant(file, [...indicators, ...Object.keys(JUDGED_KEYS)], '.')}`,
    );
  return { text, file, columns, key };
}

/** The rows of the address's file, as SQL that stands after `from`. */
export const tableOf = ({ file }: Address): string =>
  isJudgement(file) ? `(${judgementRows(file)})` : 'publicerat';

/** SQL that is true for the rows whose first `parts` columns are the address's. */
export const whereOf = ({ columns, key }: Address, parts: number = columns.length): string =>
  columns
    .slice(0, parts)
    .map((column, i) => `cast(${column} as varchar) = ${literal(key[i]!)}`)
    .join(' and ') || 'true';

/** Throws UsageError naming the first part of an address that no published row has, and the nearest there is. */
export async function assertPublished(connection: DuckDBConnection, address: Address): Promise<void> {
  const { text, file, columns, key } = address;
  for (const [i, column] of columns.entries()) {
    const reader = await connection.runAndReadAll(
      `select distinct cast(${column} as varchar) from ${tableOf(address)} where ${whereOf(address, i)} order by 1`,
    );
    const known = reader.getRowsJS().map(([value]) => String(value));
    if (known.includes(key[i]!)) continue;
    const before = isJudgement(file) ? [file, ...key.slice(0, i)] : key.slice(0, i);
    throw new UsageError(
      `--cell "${text}": ${column} "${key[i]}" finns inte för ${before.join(', ')}${meant(key[i]!, known, '.')}`,
    );
  }
}
