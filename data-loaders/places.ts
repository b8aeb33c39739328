import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository, wherever the command is run from. */
export const PROJECT = fileURLToPath(new URL('..', import.meta.url));
/** What the program consists of, beside what npm installs. */
export const PROGRAM_PARTS = [
  'data-loaders',
  'queries',
  'src',
  'profiles',
  'docs',
  'observablehq.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
/** Databases with single stays, quarantine, half-made files: for the owner's eyes only, never published. */
export const WORK_DIR = join(PROJECT, '.warehouse');
/** What the pages are built from. */
export const PAGES_DIR = join(PROJECT, 'src', 'data');

const EXTRACTS = join(PROJECT, 'extracts');

export function makeWorkDir(): string {
  mkdirSync(WORK_DIR, { recursive: true, mode: 0o700 });
  return WORK_DIR;
}

/** The folder given, else `extracts/` if it holds any file, else null: there is nothing but demo data to show. */
export function extractsDir(given: string | undefined): string | null {
  if (given !== undefined) return resolve(given);
  const holdsFiles = existsSync(EXTRACTS) && readdirSync(EXTRACTS).some((name) => !name.startsWith('.'));
  return holdsFiles ? EXTRACTS : null;
}
