import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import * as sums from '../../data-loaders/sha256.ts';
import * as code from '../../data-loaders/unchanged/code.ts';
import * as files from '../../data-loaders/unchanged/files.ts';
import { isUnchanged, type Request, remember, takeSnapshot } from '../../data-loaders/unchanged.ts';

/** A small program and a work dir of its own. */
vi.mock('../../data-loaders/places.ts', async (original) => {
  const { mkdtempSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const PROJECT = mkdtempSync(`${tmpdir()}/oforandrat-`);
  return {
    ...(await original<object>()),
    PROJECT,
    WORK_DIR: `${PROJECT}/.warehouse`,
    PAGES_DIR: `${PROJECT}/src/data`,
  };
});
const { PROJECT, WORK_DIR } = await import('../../data-loaders/places.ts');
vi.mock('../../data-loaders/sha256.ts', { spy: true });
vi.mock('../../data-loaders/unchanged/files.ts', { spy: true });

let home: string;
let request: Request;
const stay = () => join(request.extracts!, 'utskrivningar.csv');
const profile = () => join(home, 'profil.yaml');
const records = () => join(WORK_DIR, 'byggen');

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Builds, as far as can be seen from the outside: extracts are read, then the site is there. */
function build(afterRead: () => void = () => {}): void {
  const snapshot = takeSnapshot(request);
  const read = readdirSync(request.extracts!)
    .filter((fil) => fil.endsWith('.csv'))
    .map((fil) => ({ fil, sha256: code.fileDigest(join(request.extracts!, fil))! }));
  afterRead();
  put(join(request.out, 'data', 'manifest.json'), '{}');
  put(join(request.out, 'index.html'), 'page');
  remember(snapshot, read, [profile()]);
}

const unchanged = () => isUnchanged(takeSnapshot(request));

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'bygge-'));
  request = { extracts: join(home, 'utdrag'), out: join(home, 'dist'), options: { base: '/', profile: 'p' } };
  put(stay(), 'id;ut\n1;2\n');
  put(join(request.extracts!, 'utskrivningsklar.csv'), 'id;klar\n1;2\n');
  put(join(request.extracts!, 'las.md'), 'no extract');
  put(profile(), 'namn: P\n');
  put(join(PROJECT, 'queries', 'a.sql'), 'select 1');
  rmSync(records(), { recursive: true, force: true });
  vi.mocked(sums.sha256OfFile).mockClear();
  return () => rmSync(home, { recursive: true, force: true });
});
afterAll(() => rmSync(PROJECT, { recursive: true, force: true }));

it('nothing is unchanged before the first build', async () => {
  expect(await unchanged()).toBe(false);
});

it('after a build nothing has changed; an extract written just before it is read once more, then never', async () => {
  build();
  expect(await unchanged()).toBe(true);
  expect(sums.sha256OfFile).toHaveBeenCalledTimes(2);
  vi.mocked(files.isSettled).mockReturnValue(true);
  expect(await unchanged()).toBe(true);
  vi.mocked(files.isSettled).mockRestore();
  vi.mocked(sums.sha256OfFile).mockClear();
  expect(await unchanged()).toBe(true);
  expect(sums.sha256OfFile).not.toHaveBeenCalled();
});

it('a file copied anew with the same content is no change', async () => {
  build();
  const text = readFileSync(stay(), 'utf8');
  rmSync(stay());
  put(stay(), text);
  utimesSync(stay(), 1, 1);
  expect(await unchanged()).toBe(true);
});

it.each<[string, () => void]>([
  ['an extract, same size', () => put(stay(), 'id;ut\n1;3\n')],
  ['an extract, other size', () => put(stay(), 'id;ut\n1;2\n2;3\n')],
  ['an extract gone', () => rmSync(stay())],
  ['an extract more', () => put(join(request.extracts!, 'utskrivningar 2.csv'), 'id;ut\n')],
  ['an extract in a folder', () => put(join(request.extracts!, 'utskrivningar/ar=2024/a.parquet'), 'x')],
  ['the mark of made-up extracts', () => put(join(request.extracts!, 'SYNTETISKA_UPPGIFTER.txt'), '')],
  ['a file that is no extract, other size', () => put(join(request.extracts!, 'las.md'), 'other')],
  ['the profile', () => put(profile(), 'namn: Q\n')],
  ['the profile gone', () => rmSync(profile())],
  [
    'the base',
    () => {
      request.options = { ...request.options, base: '/x/' };
    },
  ],
  [
    'an option more',
    () => {
      request.options = { ...request.options, pseudonymize: 'k' };
    },
  ],
  [
    'the folder of extracts',
    () => {
      request.extracts = join(home, 'missing');
    },
  ],
  [
    'no extracts given',
    () => {
      request.extracts = null;
    },
  ],
  [
    'another output folder',
    () => {
      request.out = join(home, 'other');
    },
  ],
  ['a query', () => put(join(PROJECT, 'queries', 'a.sql'), 'select 2')],
  ['a page', () => put(join(PROJECT, 'src', 'ny.md'), '# Ny')],
  ['a page lost', () => rmSync(join(request.out, 'index.html'))],
  ['a page mended by hand', () => put(join(request.out, 'index.html'), 'page!')],
  ['a file more in the site', () => put(join(request.out, 'x.html'), '')],
  ['the manifest', () => put(join(request.out, 'data', 'manifest.json'), '[]')],
  ['the site gone', () => rmSync(request.out, { recursive: true })],
])('a change: %s', async (_, change) => {
  build();
  expect(await unchanged()).toBe(true);
  change();
  expect(await unchanged()).toBe(false);
});

it('the content of a file that an option names counts', async () => {
  const key = join(home, 'nyckel');
  put(key, 'a'.repeat(32));
  request.options = { ...request.options, pseudonymize: key };
  build();
  expect(await unchanged()).toBe(true);
  put(key, 'b'.repeat(32));
  expect(await unchanged()).toBe(false);
  expect(
    readdirSync(records())
      .map((name) => readFileSync(join(records(), name), 'utf8'))
      .join(),
  ).not.toContain(sums.sha256('a'.repeat(32)));
});

it('what a build writes is no change: page data, hidden files, a site among the extracts', async () => {
  request.out = join(request.extracts!, 'dist');
  build();
  for (const folder of ['data', 'data.ny-7', 'data.gammal-7'])
    put(join(PROJECT, 'src', folder, 'catalogue.json'), '{}');
  put(join(PROJECT, 'src', '.observablehq', 'cache'), '');
  put(join(request.extracts!, '~$utskrivningar.xlsx'), '');
  expect(await unchanged()).toBe(true);
});

it('the content is read where the times prove nothing, and trusted where they do', async () => {
  build();
  put(stay(), 'id;ut\n1;3\n');
  const [name] = readdirSync(records());
  const place = join(records(), name!);
  const record = JSON.parse(readFileSync(place, 'utf8'));
  const now = files.listFiles(request.extracts!, request.out)['utskrivningar.csv'];
  const forge = (settled: boolean) => {
    record.files['utskrivningar.csv'] = { ...record.files['utskrivningar.csv'], ...now, settled };
    put(place, JSON.stringify(record));
  };
  forge(false);
  expect(await unchanged()).toBe(false);
  forge(true);
  expect(await unchanged()).toBe(true);
});

it('a build during which an extract or the program changed is not remembered', async () => {
  build(() => put(stay(), 'id;ut\n1;3\n'));
  expect(await unchanged()).toBe(false);
  build(() => put(join(PROJECT, 'queries', 'a.sql'), 'select 3'));
  expect(await unchanged()).toBe(false);
  build();
  expect(await unchanged()).toBe(true);
});

it('a record cut short is none, and what a killed process left beside it goes away', async () => {
  build();
  const [name] = readdirSync(records()).filter((name) => name.endsWith('.json'));
  put(join(records(), `${name}.4711`), '{"key":');
  put(join(records(), name!), '{"key":');
  expect(await unchanged()).toBe(false);
  build();
  expect(readdirSync(records()).filter((name) => !name.endsWith('.json'))).toEqual([]);
  expect(await unchanged()).toBe(true);
});
