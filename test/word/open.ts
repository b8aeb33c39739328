import { JSDOM } from 'jsdom';
import { fromBufferPromise } from 'yauzl';

/** A paragraph or table of a Word file, in the document's order. */
export type Part =
  | { heading: number; text: string }
  | { text: string; alt?: string }
  | { rows: string[][]; repeated: number };

export type WordFile = {
  parts: Part[];
  headings: string[];
  tables: { rows: string[][]; repeated: number }[];
  /** Alternative texts of the pictures; each has its PNG in the file. */
  pictures: string[];
  header: string;
  footer: string;
  /** Every file in the zip as text, by path. */
  files: Map<string, string>;
};

/** A Word file as a reader meets it: unpacked, its XML parsed. Throws where it is not well-formed or a picture is missing. */
export async function openWord(bytes: Buffer): Promise<WordFile> {
  const files = new Map<string, string>();
  const zip = await fromBufferPromise(bytes);
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    files.set(entry.fileName, Buffer.concat(chunks).toString('latin1'));
  }
  const xml = (path: string) =>
    new JSDOM(Buffer.from(files.get(path)!, 'latin1').toString('utf8'), { contentType: 'text/xml' }).window
      .document;
  const relations = new Map(
    [...xml('word/_rels/document.xml.rels').querySelectorAll('Relationship')].map((r) => [
      r.getAttribute('Id'),
      r.getAttribute('Target'),
    ]),
  );
  const parts = [...xml('word/document.xml').documentElement.firstElementChild!.children].flatMap(
    (node): Part[] => {
      if (node.localName === 'tbl') return [tableOf(node)];
      if (node.localName !== 'p') return [];
      const text = wordsOf(node);
      const level = /^Heading(\d)$/.exec(
        node.getElementsByTagName('w:pStyle')[0]?.getAttribute('w:val') ?? '',
      )?.[1];
      if (level) return [{ heading: Number(level), text }];
      const picture = node.getElementsByTagName('wp:docPr')[0];
      if (!picture) return [{ text }];
      const target = relations.get(node.getElementsByTagName('a:blip')[0]!.getAttribute('r:embed'));
      if (!files.get(`word/${target}`)?.startsWith('\x89PNG')) throw new Error(`no picture: ${target}`);
      return [{ text, alt: picture.getAttribute('descr') ?? '' }];
    },
  );
  return {
    parts,
    headings: parts.flatMap((part) => ('heading' in part ? [part.text] : [])),
    tables: parts.flatMap((part) => ('rows' in part ? [part] : [])),
    pictures: parts.flatMap((part) => ('alt' in part ? [part.alt!] : [])),
    header: wordsOf(xml('word/header1.xml').documentElement),
    footer: wordsOf(xml('word/footer1.xml').documentElement),
    files,
  };
}

const wordsOf = (node: Element): string =>
  [...node.getElementsByTagName('*')]
    .map(({ nodeName, textContent }) => (nodeName === 'w:t' ? textContent : nodeName === 'w:br' ? '\n' : ''))
    .join('');

function tableOf(table: Element) {
  const rows = [...table.children].filter(({ localName }) => localName === 'tr');
  return {
    rows: rows.map((row) => [...row.children].filter(({ localName }) => localName === 'tc').map(wordsOf)),
    repeated: rows.filter((row) => row.getElementsByTagName('w:tblHeader').length > 0).length,
  };
}
