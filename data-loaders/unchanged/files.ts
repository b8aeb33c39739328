import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What the file system says of a file; times in nanoseconds, as text since they pass a number's precision. */
export type FileState = { size: number; mtime: string; ctime: string; inode: string };

/**
 * A file written shortly before it was read may be written once more without its times changing: file systems count in
 * steps of up to two seconds.
 */
const SETTLED_MS = 3_000;

/**
 * Files below a folder by name; hidden ones and half-open office files are no extracts, and neither is what lies in
 * `out`. Empty if the folder cannot be read.
 */
export function listFiles(folder: string, out: string): Record<string, FileState> {
  const site = relative(folder, out).replaceAll('\\', '/');
  const found: [string, FileState][] = [];
  try {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isDirectory()) continue;
      const path = join(entry.parentPath, entry.name);
      const fil = relative(folder, path).replaceAll('\\', '/');
      if (!/(?:^|\/)[.~]/.test(fil) && !fil.startsWith(`${site}/`)) found.push([fil, stateOf(path)]);
    }
  } catch {
    return {};
  }
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function stateOf(path: string): FileState {
  const { size, mtimeNs, ctimeNs, ino } = statSync(path, { bigint: true });
  return { size: Number(size), mtime: String(mtimeNs), ctime: String(ctimeNs), inode: String(ino) };
}

export function sameStat(a: FileState, b: FileState): boolean {
  return a.size === b.size && a.mtime === b.mtime && a.ctime === b.ctime && a.inode === b.inode;
}

/** Whether the file was at rest well before `moment` (milliseconds), so that any later change shows in its times. */
export function isSettled({ mtime, ctime }: FileState, moment: number): boolean {
  const last = [BigInt(mtime), BigInt(ctime)].reduce((a, b) => (a > b ? a : b));
  return last < BigInt(moment - SETTLED_MS) * 1_000_000n;
}
