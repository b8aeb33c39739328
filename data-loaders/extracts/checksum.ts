import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createTextScan, type TextFacts } from './open/facts.ts';

/** sha256 of a file's bytes, in hex, and its facts as text, in one pass. */
export async function fingerprint(path: string): Promise<{ sha256: string; facts: TextFacts }> {
  const hash = createHash('sha256');
  const scan = createTextScan();
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer);
    scan.update(chunk as Buffer);
  }
  return { sha256: hash.digest('hex'), facts: scan.end() };
}
