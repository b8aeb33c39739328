import { createHash } from 'node:crypto';
import { blobValue, type DuckDBConnection } from '@duckdb/node-api';
import { identifier } from '../sql-text.ts';

/** Letters of a pseudonym: 24 hexadecimal, 96 bits. Two of ten million patients share one with probability 10⁻¹⁵. */
const PSEUDONYM_LENGTH = 24;

/** Bytes of a block of SHA-256. */
const BLOCK = 64;

/** Names of the session's variables; they are kept in memory, not in the database file or its log. */
const INNER = 'pseudonym_inre';
const OUTER = 'pseudonym_yttre';

/** The SQL expression that replaces the id in a column; null for an empty one. */
export type Pseudonym = (column: string) => string;

/**
 * Makes the key known to the session and returns the SQL that replaces an id. HMAC-SHA256 is sha256(outer ‖ sha256(inner ‖ text)); DuckDB has sha256, so the two blocks made of the key are
 * handed over as values of a prepared statement and held in session variables: never in SQL text, so in no error, and
 * in no table. `forgetPseudonymKey` when the files are read.
 */
export async function usePseudonymKey(connection: DuckDBConnection, key: Buffer): Promise<Pseudonym> {
  const block = Buffer.alloc(BLOCK);
  (key.length > BLOCK ? createHash('sha256').update(key).digest() : key).copy(block);
  const pad = (byte: number) => blobValue(Uint8Array.from(block, (value) => value ^ byte));
  await connection.run(`set variable ${INNER} = $block`, { block: pad(0x36) });
  await connection.run(`set variable ${OUTER} = $block`, { block: pad(0x5c) });
  return pseudonymSql;
}

/** Removes the key from the session: nothing can be replaced by it any more. */
export async function forgetPseudonymKey(connection: DuckDBConnection): Promise<void> {
  await connection.run(`reset variable ${INNER}`);
  await connection.run(`reset variable ${OUTER}`);
}

/** A missing key would make every id empty, which looks like an extract without ids: it is an error instead. */
function pseudonymSql(column: string): string {
  const text = identifier(column);
  const inner = `unhex(sha256(getvariable('${INNER}')::blob || encode(patientnyckel(${text}))))`;
  const whole = `sha256(getvariable('${OUTER}')::blob || ${inner})`;
  return `case
    when getvariable('${OUTER}') is null then error('pseudonym key is not set')::varchar
    when patientnyckel(${text}) <> '' then substr(${whole}, 1, ${PSEUDONYM_LENGTH})
  end`;
}
