import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { demo } from '../../data-loaders/commands/demo.ts';
import { UsageError } from '../../data-loaders/errors.ts';
import { PROJECT, WORK_DIR } from '../../data-loaders/places.ts';
import { assertOurs } from '../../data-loaders/site/output.ts';
import { replaceFolder } from '../../data-loaders/site/swap.ts';

let folder: string;
let site: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'swap-'));
  site = join(folder, 'dist');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(place: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(place, name, '..'), { recursive: true });
    writeFileSync(join(place, name), text);
  }
}

const page = () => readFileSync(join(site, 'index.html'), 'utf8');

/** The number of a process that has ended. */
const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;

const MANIFEST = { 'data/manifest.json': '{"program": "1.0.0", "indikatorer": []}' };

it('puts the new folder in the place of the former one', async () => {
  put(site, { 'index.html': 'former', 'old.html': '' });
  await replaceFolder(site, async (fresh) => put(fresh, { 'index.html': 'new' }));
  expect(page()).toBe('new');
  expect(readdirSync(site)).toEqual(['index.html']);
  expect(readdirSync(folder)).toEqual(['dist']);
});

it('makes the folders above the first time', async () => {
  site = join(folder, 'a', 'b', 'dist');
  await replaceFolder(site, async (fresh) => put(fresh, { 'index.html': 'new' }));
  expect(page()).toBe('new');
});

it('leaves the former folder and nothing else when writing fails', async () => {
  put(site, { 'index.html': 'former' });
  const failing = replaceFolder(site, async (fresh) => {
    put(fresh, { 'index.html': 'half' });
    throw new Error('disk full');
  });
  await expect(failing).rejects.toThrow('disk full');
  expect(page()).toBe('former');
  expect(readdirSync(folder)).toEqual(['dist']);
});

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('leaves the former folder and nothing else after %s', async (signal, code) => {
  put(site, { 'index.html': 'former' });
  const module = join(import.meta.dirname, '../../data-loaders/site/swap.ts');
  const script = `import(${JSON.stringify(module)}).then(({ replaceFolder }) =>
    replaceFolder(${JSON.stringify(site)}, (fresh) => new Promise(() => {
      require('node:fs').writeFileSync(fresh + '/index.html', 'half');
      console.log('writing');
      setInterval(() => {}, 1000);
    })))`;
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  expect(readdirSync(folder).sort()).toEqual(['dist', `dist.ny-${child.pid}`]);
  child.kill(signal);
  expect(await once(child, 'exit')).toEqual([code, null]);
  expect(page()).toBe('former');
  expect(readdirSync(folder)).toEqual(['dist']);
});

it('follows a symbolic link instead of replacing it', async () => {
  put(join(folder, 'www'), { 'index.html': 'former' });
  symlinkSync(join(folder, 'www'), site);
  await replaceFolder(site, async (fresh) => put(fresh, { 'index.html': 'new' }));
  expect(readFileSync(join(folder, 'www', 'index.html'), 'utf8')).toBe('new');
});

it('mends what a killed process left, and only that', async () => {
  const dead = deadPid();
  put(`${site}.gammal-${dead}`, { 'index.html': 'former' });
  put(`${site}.ny-${dead}`, { 'index.html': 'half' });
  put(`${site}.ny-${process.ppid}`, { 'index.html': 'being written' });
  put(`${site}.nytt`, { 'index.html': 'someone else' });
  await expect(replaceFolder(site, () => Promise.reject(new Error('stop')))).rejects.toThrow('stop');
  expect(page()).toBe('former');
  expect(readdirSync(folder).sort()).toEqual(['dist', `dist.ny-${process.ppid}`, 'dist.nytt']);
});

it('takes a missing, an empty and its own folder as output', () => {
  expect(() => assertOurs(site, [])).not.toThrow();
  mkdirSync(site);
  expect(() => assertOurs(site, [])).not.toThrow();
  put(site, MANIFEST);
  expect(() => assertOurs(site, [join(folder, 'extracts')])).not.toThrow();
});

it('refuses a folder with something else in it', () => {
  put(site, { 'thesis.docx': '' });
  expect(() => assertOurs(site, [])).toThrow(UsageError);
  expect(() => assertOurs(site, [])).toThrow(
    `--out ${site} innehåller annat än en webbplats från det här programmet (data/manifest.json saknas). ` +
      'Mappen byts ut i sin helhet: välj en tom mapp eller en som inte finns.',
  );
  put(site, { 'data/manifest.json': '{"name": "another program"}' });
  expect(() => assertOurs(site, [])).toThrow(UsageError);
});

it('refuses a file and a folder that holds the extracts', () => {
  put(folder, { file: '' });
  expect(() => assertOurs(join(folder, 'file'), [])).toThrow(/är en fil/);
  put(site, MANIFEST);
  const extracts = join(site, 'extracts');
  expect(() => assertOurs(site, [extracts])).toThrow(`innehåller ${extracts}, som skulle försvinna`);
  expect(existsSync(site)).toBe(true);
});

it('refuses a place where no folder can be made, before anything is built', () => {
  put(folder, { file: '' });
  const file = join(folder, 'file');
  expect(() => assertOurs(join(file, 'a', 'dist'), [])).toThrow(UsageError);
  expect(() => assertOurs(join(file, 'a', 'dist'), [])).toThrow(
    `--out ligger under ${file}, som är en fil. Ange en mapp på en annan plats.`,
  );
});

it.skipIf(process.getuid?.() === 0)('refuses a place without the right to write', () => {
  put(site, MANIFEST);
  chmodSync(folder, 0o555);
  try {
    expect(() => assertOurs(site, [])).toThrow(UsageError);
    expect(() => assertOurs(site, [])).toThrow(`--out ligger i ${folder}, där rättighet att skriva saknas`);
  } finally {
    chmodSync(folder, 0o755);
  }
});

it('refuses a link that leads nowhere', () => {
  symlinkSync(join(folder, 'missing'), site);
  expect(() => assertOurs(site, [])).toThrow(UsageError);
  expect(() => assertOurs(site, [])).toThrow(`--out ${site} är en länk till något som inte finns.`);
});

it('finds the extracts through links on either side', () => {
  const extracts = join(folder, 'www', 'extracts');
  put(join(folder, 'www'), { ...MANIFEST, 'extracts/utskrivningar.csv': '' });
  symlinkSync(join(folder, 'www'), site);
  expect(() => assertOurs(site, [extracts])).toThrow(`innehåller ${extracts}, som skulle försvinna`);
  symlinkSync(extracts, join(folder, 'link'));
  expect(() => assertOurs(join(folder, 'www'), [join(folder, 'link')])).toThrow(UsageError);
});

it.each([
  ['/', /är en monteringspunkt/],
  [homedir(), /innehåller|monteringspunkt/],
  [PROJECT, /innehåller .*, som skulle försvinna/],
  [dirname(resolve(PROJECT)), /innehåller .*, som skulle försvinna/],
  [WORK_DIR, /ligger i arbetsmappen/],
  [join(WORK_DIR, 'data'), /ligger i arbetsmappen/],
])('refuses %s as output', (out, message) => {
  expect(() => assertOurs(out, [])).toThrow(UsageError);
  expect(() => assertOurs(out, [])).toThrow(message);
});

it('takes a folder inside that of the extracts, and one whose name begins as theirs', () => {
  put(folder, { 'utskrivningar.csv': '' });
  expect(() => assertOurs(site, [folder])).not.toThrow();
  put(site, MANIFEST);
  expect(() => assertOurs(site, [folder, `${site}-extracts`])).not.toThrow();
});

it('demo refuses a place where no folder can be made, as wrong usage', async () => {
  put(folder, { file: '' });
  await expect(demo.run({ out: join(folder, 'file', 'utdrag') })).rejects.toThrow(UsageError);
});
