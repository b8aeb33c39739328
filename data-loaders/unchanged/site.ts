import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { sha256 } from '../sha256.ts';
import { fileDigest } from './code.ts';

/** One sha256 over the manifest and over name, size and time of every file in a built site; null if there is none. */
export function siteDigest(out: string): string | null {
  const manifest = fileDigest(join(out, 'data', 'manifest.json'));
  if (manifest === null) return null;
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => {
      const state = statSync(path, { bigint: true, throwIfNoEntry: false });
      return `${relative(out, path)} ${state?.size} ${state?.mtimeNs}`;
    });
  return sha256([manifest, ...files].join('\n'));
}
