import { createHmac } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { UsageError } from '../../errors.ts';

const LEAST_BYTES = 32;
/** A key is a secret, not an extract. */
const MOST_BYTES = 1 << 20;

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
