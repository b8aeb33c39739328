import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PAGES_DIR, PROGRAM_PARTS, PROJECT } from '../places.ts';
import { sha256 } from '../sha256.ts';
import { isReplaced } from '../site/swap.ts';

/** Everything of the program that can change a result; node_modules by npm's list of what it installed. */
const CODE = [...PROGRAM_PARTS, 'node_modules/.package-lock.json'];

/** sha256 of a small file, null if the path is none. */
export function fileDigest(path: string): string | null {
  return isFile(path) ? sha256(readFileSync(path)) : null;
}

/** One sha256 over the program's own files, names and contents. */
export function codeDigest(): string {
  const files = CODE.flatMap((part) => filesOf(join(PROJECT, part)));
  return sha256(files.map((path) => `${relative(PROJECT, path)} ${fileDigest(path)}`).join('\n'));
}

/** The file itself, or those below a folder in a fixed order; nothing hidden, nothing that a build writes. */
function filesOf(path: string): string[] {
  if (isFile(path)) return [path];
  if (isReplaced(path, PAGES_DIR) || statSync(path, { throwIfNoEntry: false }) === undefined) return [];
  return readdirSync(path)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
