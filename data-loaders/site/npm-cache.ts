import { readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Any version satisfies a lookup without a range; the value never reaches a page. */
const PLACEHOLDER_VERSION = '0.0.0';

const SPECIFIER = /["']npm:((?:@[\w.-]+\/)?[\w.-]+)/g;

/** The npm packages that Framework's browser library may import, by name and sorted: `clientDir` is its dist/client. */
function namedPackages(clientDir: string): string[] {
  const names = new Set<string>();
  for (const entry of readdirSync(clientDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.js')) continue;
    const source = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    for (const [, name] of source.matchAll(SPECIFIER)) names.add(name!);
  }
  return [...names].sort();
}

/**
 * Framework asks the npm registry for the newest version of every package its browser library could import, even when
 * no page does, and stops without an answer. An empty folder per name in its cache is an answer, so a build needs no
 * network and is the same everywhere.
 */
export async function prepareNpmCache(sourceRoot: string, frameworkDist: string): Promise<void> {
  const cache = join(sourceRoot, '.observablehq', 'cache', '_npm');
  for (const name of namedPackages(join(frameworkDist, 'client')))
    await mkdir(join(cache, `${name}@${PLACEHOLDER_VERSION}`), { recursive: true });
}
