import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { generateDemo } from '../../data-loaders/demo/generate.ts';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { PAGE_TABLES } from '../../data-loaders/publish/judgements.ts';
import { sha256 } from '../../data-loaders/sha256.ts';
import { makeFolder } from './publication.ts';

/** Checksums of everything published by a run in time zone `TZ`. */
function publishIn(TZ: string, extracts: string): Record<string, string> {
  const folder = makeFolder();
  const script = join(import.meta.dirname, 'publish-once.ts');
  execFileSync(process.execPath, ['--import', 'tsx', script, extracts, folder], {
    env: { ...process.env, TZ },
  });
  return Object.fromEntries(
    ['work/data', 'pages'].flatMap((place) =>
      readdirSync(join(folder, place), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => [
          relative(folder, join(parentPath, name)),
          sha256(readFileSync(join(parentPath, name))),
        ]),
    ),
  );
}

it('gives the same bytes a second time, in another time zone and under other names of folders', async () => {
  const extracts = join(makeFolder(), 'extracts');
  await generateDemo({
    profile: readProfile('skane'),
    out: extracts,
    rows: 1500,
    from: '2024-01-01',
    to: '2024-06-30',
  });
  const first = publishIn('Europe/Stockholm', extracts);
  expect(Object.keys(first).length).toBeGreaterThan(17 * 4);
  expect(publishIn('America/New_York', extracts)).toEqual(first);
});

// The small extract above is counted by one thread; a large one is not, and an order that nothing states differs then.
it.each(['styrdiagram', 'styrdiagram_punkt', ...PAGE_TABLES])(
  'states the order of the rows of %s, which is written as it is',
  (table) => {
    const file = readdirSync('queries', { recursive: true, encoding: 'utf8' }).find((name) =>
      name.endsWith(`/${table}.sql`),
    );
    expect(readFileSync(join('queries', file!), 'utf8')).toMatch(/^order by\b/m);
  },
);
