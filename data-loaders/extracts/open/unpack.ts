import { createReadStream, createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import iconv from 'iconv-lite';
import { DataError } from '../../errors.ts';
import { shown } from '../discover.ts';
import type { Encoding } from './encoding.ts';
import { MAX_UNPACKED, UNPACKED_FREELY, UNPACKED_TIMES } from './limits.ts';

/** Unpacks a gzip file of `size` bytes to `target`. Throws DataError when it is damaged or unpacks to too much. */
export async function unpack(path: string, target: string, fil: string, size: number): Promise<void> {
  const limit = Math.min(MAX_UNPACKED, Math.max(UNPACKED_FREELY, size * UNPACKED_TIMES));
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      done(bytes > limit ? new DataError(tooMuch(fil, limit)) : null, chunk);
    },
  });
  try {
    await pipeline(createReadStream(path), createGunzip({ chunkSize: 1 << 18 }), count, output(target));
  } catch (error) {
    if (!/^(Z_|ERR_ZLIB)/.test(String((error as NodeJS.ErrnoException).code))) throw error;
    throw new DataError(
      `Filen ${shown(fil)} går inte att packa upp: den är skadad eller avhuggen. Packa eller exportera den på nytt.`,
    );
  }
}

function tooMuch(fil: string, limit: number): string {
  return (
    `Filen ${shown(fil)} packas upp till mer än ${Math.round(limit / 2 ** 20)} MB, orimligt mycket för sin storlek. ` +
    'Lägg den uppackade filen i mappen, om den är som den ska.'
  );
}

/** Writes a text file anew in UTF-8 without byte order mark. Throws DataError when its UTF-16 is damaged. */
export async function toUtf8(path: string, target: string, fil: string, encoding: Encoding): Promise<void> {
  const decoder = iconv.getDecoder(encoding);
  const recode = new Transform({
    transform(chunk: Buffer, _, done) {
      recoded(decoder.write(chunk), done);
    },
    flush(done) {
      recoded(decoder.end() ?? '', done);
    },
  });
  const recoded = (text: string, done: (error: Error | null, bytes: string) => void) => {
    const damaged = encoding !== 'windows-1252' && /\p{Cs}|\0/u.test(text);
    const message = `Filen ${shown(fil)} är kodad i UTF-16 men skadad. Exportera utdraget på nytt, helst i UTF-8.`;
    done(damaged ? new DataError(message) : null, text);
  };
  await pipeline(createReadStream(path, { highWaterMark: 1 << 18 }), recode, output(target));
}

/** A new file for the owner's eyes only. */
function output(target: string) {
  return createWriteStream(target, { mode: 0o600 });
}
