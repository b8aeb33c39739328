import { escapeHtml } from '../../src/components/html.ts';

/** A Word file's own facts, with the last day of data where others have a clock. */
export function coreProperties({ title, day }: { title: string; day: string }): string {
  const moment = `${day}T00:00:00Z`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeHtml(title)}</dc:title><dc:creator>Utskrivningsklar</dc:creator><dc:language>sv-SE</dc:language>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`
  );
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** Sets the time of every file in a zip to midnight of `day` (APPNOTE 4.3.7, 4.3.12), so that the same page gives the same bytes. */
export function pinTimes(zip: Buffer, day: string): Buffer {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  const stamp = (((year - 1980) << 9) | (month << 5) | date) << 16;
  const end = zip.lastIndexOf(Buffer.from(Uint32Array.of(END).buffer));
  let at = zip.readUInt32LE(end + 16);
  for (let files = zip.readUInt16LE(end + 10); files > 0; files--) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error('zip without its list of files');
    zip.writeUInt32LE(stamp >>> 0, at + 12);
    zip.writeUInt32LE(stamp >>> 0, zip.readUInt32LE(at + 42) + 10);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}
