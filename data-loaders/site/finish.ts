import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, posix, relative } from 'node:path';
import { MOULDS } from '../../src/lib/page.ts';
import type { MadePage } from './pages.ts';

/** Folders that Framework writes itself; what no page uses is dropped. */
const FRAMEWORK_FOLDERS = ['_observablehq', '_npm', '_node', '_jsr', '_duckdb', '_import', '_file'];

/** Imports of our own small modules, relative by rule. */
const IMPORT = /(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g;

/** Addresses of the pages that Framework wrote under `out`, without extension. */
export async function writtenPages(out: string): Promise<string[]> {
  const files = await filesBelow(out);
  return files.filter((file) => file.endsWith('.html')).map((file) => `/${file.slice(0, -'.html'.length)}`);
}

/** Removes the moulds and the files no page asks for. `base`: the address the site is served under, with slashes at both ends. */
export async function removeUnused(out: string, pages: MadePage[], base: string): Promise<void> {
  const used = new Set<string>();
  for (const { path, references } of pages)
    for (const address of references) use(used, path.slice(1), address, base);
  await followImports(out, used, base);
  for (const mould of MOULDS) await rm(join(out, `${mould}.html`));
  for (const file of await filesBelow(out))
    if (FRAMEWORK_FOLDERS.includes(file.split('/')[0]!) && !used.has(file)) await rm(join(out, file));
  await removeEmptyFolders(out);
}

/** Adds the file an address points at; addresses with a scheme and bare anchors point at none of ours. */
function use(used: Set<string>, from: string, address: string, base: string): void {
  if (/^\w+:|^#|^\/\//.test(address)) return;
  const file = address.replace(/[?#].*$/, '');
  used.add(file.startsWith(base) ? file.slice(base.length) : posix.join(posix.dirname(from), file));
}

async function followImports(out: string, used: Set<string>, base: string): Promise<void> {
  for (const path of used) {
    if (!path.endsWith('.js')) continue;
    const source = await readFile(join(out, path), 'utf8');
    for (const [, address] of source.matchAll(IMPORT)) use(used, path, address!, base);
  }
}

/** Paths of all files under a folder, relative with forward slashes, sorted. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

async function removeEmptyFolders(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const path of folders.sort((a, b) => b.length - a.length))
    if ((await readdir(path)).length === 0 && dirname(path).startsWith(folder))
      await rm(path, { recursive: true });
}
