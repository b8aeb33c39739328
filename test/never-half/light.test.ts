import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT } from '../../data-loaders/places.ts';

/** Imports that are followed when the module is loaded: not those of types, nor those made when they are needed. */
const IMPORT = /^(?:import|export) (?!type )[^;]*?from '([^']+)';|^import '([^']+)';/gm;

/** Packages that a module loads, itself or through ours. */
function packages(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(([, from, bare]) => {
    const name = (from ?? bare)!;
    // Modules that a browser loads too name each other as it must.
    const ours = join(dirname(file), name.replace(/\.js$/, '.ts'));
    return name.startsWith('.') ? packages(ours, seen) : [name];
  });
}

it('the answer that nothing has changed loads no package', () => {
  const loaded = ['cli.ts', 'commands/main.ts', 'commands/build.ts'].flatMap((file) =>
    packages(join(PROJECT, 'data-loaders', file)),
  );
  expect(loaded.filter((name) => !name.startsWith('node:'))).toEqual([]);
  expect(packages(join(PROJECT, 'data-loaders', 'commands/run.ts'))).toContain('@duckdb/node-api');
});
