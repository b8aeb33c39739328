import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { DataError } from '../../errors.ts';
import { shown } from '../discover.ts';
import { XLSX_LIMITS } from './limits.ts';

/** A formula that was never computed: its cell has no value. */
const UNCOMPUTED = ['</f></c>', '</f><v/></c>', '</f><v /></c>'];

/**
 * Goes through a workbook's zip before anything in it is kept: number of parts, the sizes they claim, and that each XML part
 * unpacks to just that size and to its checksum (a reader of rows as a stream would not see a cut or damaged sheet).
 * Returns the bytes it all unpacks to and whether a sheet has formulas without a saved value. Throws DataError beyond the limits, another error when damaged.
 */
export async function inspectZip(
  bytes: Buffer,
  fil: string,
): Promise<{ unpacked: number; uncomputed: boolean }> {
  const zip = await fromBufferPromise(bytes);
  if (zip.entryCount > XLSX_LIMITS.entries) {
    throw new DataError(`Filen ${shown(fil)} består av orimligt många delar (${zip.entryCount}). ${AGAIN}`);
  }
  let total = 0;
  let uncomputed = false;
  for await (const entry of zip.eachEntry()) {
    const { fileName, uncompressedSize } = entry;
    const sheet = /\/(work|dialog|macro|chart)sheets\/[^/]+\.xml$/i.test(fileName);
    const xml = /\.(xml|rels)$/i.test(fileName);
    total += uncompressedSize;
    const limit = sheet || !xml ? XLSX_LIMITS.sheet : XLSX_LIMITS.part;
    if (uncompressedSize > limit || total > 2 * XLSX_LIMITS.sheet) throw tooLarge(fil);
    if (xml) uncomputed = (await inspectPart(zip, entry, sheet)) || uncomputed;
  }
  return { unpacked: total, uncomputed };
}

const AGAIN = 'Öppna den i Excel och spara bara bladet med utdraget, eller spara det som CSV (UTF-8).';

function tooLarge(fil: string): DataError {
  return new DataError(`Filen ${shown(fil)} packas upp till orimligt mycket och läses inte. ${AGAIN}`);
}

/** Unpacks one part without keeping it: yauzl ends it at the size it claims. */
async function inspectPart(zip: ZipFile, entry: Entry, sheet: boolean): Promise<boolean> {
  let checksum = 0;
  let uncomputed = false;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    const bytes = chunk as Buffer;
    checksum = crc32(bytes, checksum);
    if (sheet && !uncomputed) uncomputed = UNCOMPUTED.some((end) => bytes.includes(end));
  }
  if (checksum !== entry.crc32) throw new Error(`checksum: ${entry.fileName}`);
  return uncomputed;
}
