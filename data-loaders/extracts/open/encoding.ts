import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { DataError } from '../../errors.ts';
import { shown } from '../discover.ts';
import type { TextFacts } from './facts.ts';

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

const SAVE = 'Spara den som "CSV UTF-8" i Excel eller välj UTF-8 i källsystemet.';

/**
 * The encoding of a text file: its byte order mark; else UTF-16 where every other byte is NUL; else UTF-8 if the whole
 * file is; else Windows-1252. Throws DataError naming the row when it is none of them, or two at once.
 */
export async function detectEncoding(path: string, fil: string, facts: TextFacts): Promise<Encoding> {
  if (facts.bom === 'utf-16le' || facts.bom === 'utf-16be') return facts.bom;
  if (facts.nul) {
    const found = utf16Pattern(path);
    if (found) return found;
  } else if (facts.utf8) return 'utf-8';
  const { nul, undefinedByte, multibyte, invalid, cut } = await inspect(path);
  const name = shown(fil);
  if (nul !== null) {
    throw new DataError(
      `Filen ${name} innehåller NUL-tecken (rad ${nul}): den är skadad eller ingen textfil. Exportera utdraget på nytt.`,
    );
  }
  if (cut !== null && invalid === null) {
    throw new DataError(
      `Filen ${name} är avhuggen mitt i ett tecken (rad ${cut}, den sista). Exportera utdraget på nytt.`,
    );
  }
  if (multibyte !== null && invalid !== null) {
    throw new DataError(
      `Filen ${name} blandar två teckenkodningar: rad ${multibyte} är UTF-8 men inte rad ${invalid}. ` +
        'Exportera utdraget på nytt med en och samma teckenkodning, helst UTF-8.',
    );
  }
  if (undefinedByte !== null) {
    throw new DataError(
      `Filen ${name} är varken kodad i UTF-8 eller Windows-1252: rad ${undefinedByte} har ett tecken som inte finns i någon av dem. ${SAVE}`,
    );
  }
  return 'windows-1252';
}

/** Text in a Latin alphabet as UTF-16: nearly every second byte is NUL. */
function utf16Pattern(path: string): Encoding | null {
  const sample = Buffer.alloc(1 << 16);
  const file = openSync(path, 'r');
  const length = readSync(file, sample, 0, sample.length, 0);
  closeSync(file);
  const nuls = [0, 0];
  for (let at = 0; at < length; at++) if (sample[at] === 0) nuls[at % 2]!++;
  const half = length / 2;
  const [even, odd] = [nuls[0]! / half, nuls[1]! / half];
  if (odd > 0.5 && even < 0.05) return 'utf-16le';
  if (even > 0.5 && odd < 0.05) return 'utf-16be';
  return null;
}

type Inspection = {
  nul: number | null;
  /** A byte Windows-1252 has no character for. */
  undefinedByte: number | null;
  /** A sequence that is UTF-8 and would be nonsense in Windows-1252 (`Ã¥`, `â€“`). */
  multibyte: number | null;
  /** A byte that is not UTF-8. */
  invalid: number | null;
  /** A character that the file ends in the middle of. */
  cut: number | null;
};

/** The first row (header = 1, quoted line breaks belong to their row) of each finding in a file that is not UTF-8. */
async function inspect(path: string): Promise<Inspection> {
  const found: Inspection = { nul: null, undefinedByte: null, multibyte: null, invalid: null, cut: null };
  let rad = 1;
  let quoted = false;
  let previous = 0;
  let lead = 0;
  let second = 0;
  let left = 0;
  const step = (byte: number) => {
    if (left > 0) {
      if ((byte & 0xc0) === 0x80 && (second !== 0 || validSecond(lead, byte))) {
        second ||= byte;
        if (--left === 0 && telling(lead, second)) found.multibyte ??= rad;
        return;
      }
      found.invalid ??= rad;
      left = 0;
    }
    if (byte >= 0x80) {
      lead = byte;
      second = 0;
      left =
        byte >= 0xf0 && byte <= 0xf4
          ? 3
          : byte >= 0xe0 && byte < 0xf0
            ? 2
            : byte >= 0xc2 && byte < 0xe0
              ? 1
              : 0;
      if (left === 0) found.invalid ??= rad;
    }
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = chunk as Buffer;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte < 0x80 && byte > 0x22 && left === 0) {
        previous = byte;
        continue;
      }
      if (byte === 0x22) quoted = !quoted;
      else if (!quoted && (byte === 0x0d || (byte === 0x0a && previous !== 0x0d))) rad++;
      else if (byte === 0) found.nul ??= rad;
      else if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d)
        found.undefinedByte ??= rad;
      if (byte >= 0x80 || left > 0) step(byte);
      previous = byte;
    }
  }
  if (left > 0) found.cut = rad;
  return found;
}

/** No overlong form, no surrogate, nothing beyond U+10FFFF. */
function validSecond(lead: number, byte: number): boolean {
  if (lead === 0xe0) return byte >= 0xa0;
  if (lead === 0xed) return byte < 0xa0;
  if (lead === 0xf0) return byte >= 0x90;
  if (lead === 0xf4) return byte < 0x90;
  return true;
}

/** å ä ö é … (C2, C3), dashes, quotes and € (E2 80, E2 82), and four bytes; `Ö”` and `Å` with a hard space are not told so. */
function telling(lead: number, second: number): boolean {
  return (
    lead === 0xc2 || lead === 0xc3 || (lead === 0xe2 && (second === 0x80 || second === 0x82)) || lead >= 0xf0
  );
}
