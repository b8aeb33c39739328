import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generateDemo } from '../../data-loaders/demo/generate.ts';
import { UsageError } from '../../data-loaders/errors.ts';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { hashes, temporaryFolder } from './folder.ts';

const profile = readProfile('skane');

test('a folder with other files is left alone', async () => {
  const parent = temporaryFolder();
  const out = join(parent, 'utdrag');
  mkdirSync(out);
  writeFileSync(join(out, 'anteckningar.txt'), 'mina');
  const attempt = generateDemo({ profile, rows: 100, out });
  await expect(attempt).rejects.toThrow(
    new UsageError(
      `--out ${out} innehåller annat än påhittade utdrag från det här programmet (anteckningar.txt). ` +
        'Inget har skrivits. Ange en tom eller ny mapp med --out.',
    ),
  );
  expect(readdirSync(parent)).toEqual(['utdrag']);
  expect(readdirSync(out)).toEqual(['anteckningar.txt']);
});

test("a region's own extracts are never overwritten, though they have the same names", async () => {
  const out = temporaryFolder();
  writeFileSync(join(out, 'utskrivningar.csv'), 'vardtillfalle_id\n1\n');
  await expect(generateDemo({ profile, rows: 100, out })).rejects.toThrow(UsageError);
  expect(readFileSync(join(out, 'utskrivningar.csv'), 'utf8')).toBe('vardtillfalle_id\n1\n');
});

test('a file is no folder', async () => {
  const out = join(temporaryFolder(), 'utdrag');
  writeFileSync(out, '');
  await expect(generateDemo({ profile, rows: 100, out })).rejects.toThrow(
    new UsageError(`--out ${out} är en fil. Inget har skrivits. Ange en tom eller ny mapp med --out.`),
  );
});

test('an earlier run is replaced whole: no comparison series is left from another region', async () => {
  const parent = temporaryFolder();
  const out = join(parent, 'utdrag');
  await generateDemo({ profile, rows: 100, out });
  expect(readdirSync(out)).toContain('jamforelse.csv');
  await generateDemo({ profile: readProfile('sormland'), rows: 100, out });
  expect(readdirSync(out)).not.toContain('jamforelse.csv');
  expect(readdirSync(parent)).toEqual(['utdrag']);
});

test('a run that fails half way leaves the earlier one', async () => {
  const parent = temporaryFolder();
  const out = join(parent, 'utdrag');
  await generateDemo({ profile, rows: 100, out });
  const before = hashes(out);
  const onProgress = (written: number) => {
    if (written > 500) throw new Error('avbruten');
  };
  await expect(generateDemo({ profile, rows: 1000, seed: 2, out, onProgress })).rejects.toThrow('avbruten');
  expect(hashes(out)).toEqual(before);
  expect(readdirSync(parent)).toEqual(['utdrag']);
});

test.each([
  [{ rows: 0 }, '--rows ska vara ett heltal som är minst 1.'],
  [{ rows: 1.5 }, '--rows ska vara ett heltal som är minst 1.'],
  [{ seed: Number.NaN }, '--seed ska vara ett heltal.'],
  [{ from: '2023-02-30' }, 'Datumet "2023-02-30" ska skrivas ÅÅÅÅ-MM-DD och finnas i kalendern.'],
  [
    { from: '2024-01-02', to: '2024-01-01' },
    'Första dagen (2024-01-02) ligger efter den sista (2024-01-01).',
  ],
])('impossible options: %o', async (options, message) => {
  const out = join(temporaryFolder(), 'utdrag');
  await expect(generateDemo({ profile, out, ...options })).rejects.toThrow(new UsageError(message));
});

test('progress ends at the number of rows or just under it', async () => {
  const told: number[] = [];
  const out = join(temporaryFolder(), 'utdrag');
  await generateDemo({ profile, rows: 1000, out, onProgress: (written) => told.push(written) });
  expect(told.length).toBeGreaterThan(50);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBeGreaterThan(980);
});
