import { fromBufferPromise } from 'yauzl';
import type { Part } from './zip.ts';

/** The parts of a package that this program has made, in their order. */
export async function readParts(bytes: Buffer): Promise<Part[]> {
  const zip = await fromBufferPromise(bytes);
  const parts: Part[] = [];
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    parts.push({ path: entry.fileName, content: Buffer.concat(chunks) });
  }
  return parts;
}
