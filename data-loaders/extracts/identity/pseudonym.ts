import { createHash, createHmac } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { blobValue, type DuckDBConnection } from '@duckdb/node-api';
import { UsageError } from '../../errors.ts';
import { identifier } from '../sql-text.ts';

/** Letters of a pseudonym: 24 hexadecimal, 96 bits. Two of ten million patients share one with probability 10⁻¹⁵. */
export const PSEUDONYM_LENGTH = 24;

const LEAST_BYTES = 32;
/** A key is a secret, not an extract. */
const MOST_BYTES = 1 << 20;
const BLOCK = 64;

/** Names of the session's variables; they are kept in memory, not in the database file or its log. */
const INNER = 'pseudonym_inre';
const OUTER = 'pseudonym_yttre';

/**
 * The bytes of the key file. `published` are folders it may not lie in. Throws UsageError when it cannot be read, is
 * shorter than 32 bytes or would be published. `warn` gets what is unwise.
 */
export function readKeyFile(
  file: string,
  published: string[],
  warn: (text: string) => void = () => {},
): Buffer {
  const path = resolve(file);
  if (published.some((folder) => isInside(path, resolve(folder)))) {
    throw new UsageError(
      `--pseudonymize ${file} ligger i en mapp som byts ut eller publiceras. Flytta nyckelfilen därifrån.`,
    );
  }
  const { key, mode } = keyBytes(path, file);
  if (key.length < LEAST_BYTES || key.length > MOST_BYTES) {
    throw new UsageError(
      `--pseudonymize ${file}: nyckelfilen har ${key.length} byte och ska ha minst ${LEAST_BYTES}. ` +
        `Gör en med: head -c 32 /dev/urandom > ${file}`,
    );
  }
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    warn(`Nyckelfilen ${file} kan läsas av andra än sin ägare. Ändra det med: chmod 600 ${file}`);
  }
  return key;
}

function keyBytes(path: string, file: string): { key: Buffer; mode: number } {
  try {
    const stat = statSync(path);
    if (stat.isFile() && stat.size <= MOST_BYTES) return { key: readFileSync(path), mode: stat.mode };
  } catch {}
  throw new UsageError(
    `--pseudonymize ${file} går inte att läsa som nyckelfil: den finns inte, får inte läsas eller är ingen fil med en nyckel.`,
  );
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(way);
}

/** Tells two keys apart without telling the key: for what is remembered of a former build. */
export function keyFingerprint(key: Buffer): string {
  return createHmac('sha256', key).update('utskrivningsklar: nyckelns avtryck').digest('hex').slice(0, 32);
}

/**
 * Makes the key known to the session and returns the SQL that replaces an id: `(column) => expression`, null for an
 * empty one. HMAC-SHA256 is sha256(outer ‖ sha256(inner ‖ text)); DuckDB has sha256, so the two blocks made of the key are
 * handed over as values of a prepared statement and held in session variables: never in SQL text, so in no error, and
 * in no table. `forgetPseudonymKey` when the files are read.
 */
export async function usePseudonymKey(
  connection: DuckDBConnection,
  key: Buffer,
): Promise<(column: string) => string> {
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

function pseudonymSql(column: string): string {
  const text = identifier(column);
  const inner = `unhex(sha256(getvariable('${INNER}')::blob || encode(patientnyckel(${text}))))`;
  const whole = `sha256(getvariable('${OUTER}')::blob || ${inner})`;
  return `case when patientnyckel(${text}) <> '' then substr(${whole}, 1, ${PSEUDONYM_LENGTH}) end`;
}
