import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { main } from '../../data-loaders/commands/main.ts';
import { runPipeline } from '../../data-loaders/pipeline.ts';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { openDatabase } from '../../data-loaders/sql.ts';
import { csv, folderWith } from '../load/helpers.ts';

vi.mock('../../data-loaders/places.ts', async (original) => {
  const { mkdtempSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const WORK_DIR = mkdtempSync(`${tmpdir()}/identity-`);
  return { ...(await original<object>()), WORK_DIR, makeWorkDir: () => WORK_DIR };
});
afterEach(() => void vi.restoreAllMocks());

const KEY = Buffer.alloc(32, 'nyckel');
const DAYS = Array.from({ length: 28 }, (_, index) => String(index + 1).padStart(2, '0'));
/** Twenty-eight patients with two stays each, the second a readmission; patients are named by `patient`. */
const stays = (patient: (nr: number) => string) =>
  DAYS.flatMap((day, nr) => [
    `HEMLIG-V${nr}a;${patient(nr)};Lund;SUS;2024-01-${day};2024-02-${day};1;HEMLIG anteckning`,
    `HEMLIG-V${nr}b;${patient(nr)};Lund;SUS;2024-03-${day === '01' ? '02' : day};2024-03-31;1;`,
  ]);
const HEADINGS = 'vardtillfalle_id;patient_id;kommun;vardgivare;inskrivning;utskrivning;oplanerad;Kommentar';

/** Extracts with refused rows of several kinds, remarks and notices without a stay. */
const extracts = (patient: (nr: number) => string): Record<string, string> => ({
  'utskrivningar.csv': csv(
    HEADINGS,
    ...stays(patient),
    'HEMLIG-X;HEMLIG-PX;HEMLIG kommun;SUS;2024-01-01;2024-01-02;1;',
    'HEMLIG-U;HEMLIG-PU;HEMLIG-PU;SUS;2024-02-01;2024-02-02;1;',
    'HEMLIG-Y;HEMLIG-PY;Lund;SUS;2024-02-01;2024-01-02;HEMLIG;',
  ),
  'utskrivningsklar.csv': csv(
    'vardtillfalle_id;kommun;utskrivningsklar',
    ...DAYS.map((day, nr) => `HEMLIG-V${nr}a;Lund;2024-02-${day}`),
    'HEMLIG-Z;Lund;2024-02-01',
    'HEMLIG-W;Lund;2024-02-01;för;många;HEMLIG',
  ),
});

/** Every file below a folder with its bytes. */
const filesIn = (folder: string): [string, Buffer][] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => [file, readFileSync(join(folder, file))]);

async function published(files: Record<string, string>, nyckel?: Buffer) {
  const folder = folderWith({});
  const workDir = join(folder, 'work');
  const pagesDir = join(folder, 'pages');
  const profile = { ...readProfile('skane'), max_avvisade_andel: 0.2 };
  const { dataDir } = await runPipeline({ extracts: folderWith(files), profile, nyckel, workDir, pagesDir });
  const all = [...filesIn(dataDir), ...filesIn(pagesDir)];
  const text = (file: string) => readFileSync(join(dataDir, file), 'utf8');
  return { workDir, all, text };
}

const P = (nr: number) => `HEMLIG-P${nr}`;
/** A valid personnummer for each patient: born on that day of 1940, number 123. */
const PERSONNUMMER = (nr: number) => {
  const nine = `4001${DAYS[nr]}123`;
  const sum = [...nine].reduce((total, digit, at) => {
    const product = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return `19${nine.slice(0, 6)}-123${(10 - (sum % 10)) % 10}`;
};

test('no id is in any published file, with pseudonyms or without; figures are the same', async () => {
  const plain = await published(extracts(P));
  const hidden = await published(extracts(P), KEY);
  const pseudonyms = DAYS.map((_, nr) => createHmac('sha256', KEY).update(P(nr)).digest('hex').slice(0, 24));
  for (const { all } of [plain, hidden]) {
    expect(all.length).toBeGreaterThan(20);
    for (const [file, bytes] of all) {
      expect([file, bytes.includes('HEMLIG')]).toEqual([file, false]);
      expect([file, pseudonyms.some((pseudonym) => bytes.includes(pseudonym))]).toEqual([file, false]);
    }
  }
  expect(plain.text('aterinskrivning_30d.csv')).toMatch(/,region,12,[^\n]*,visas,/);
  expect(hidden.text('aterinskrivning_30d.csv')).toBe(plain.text('aterinskrivning_30d.csv'));
});

test('personnummer as patient id: the build stops; with a key it counts, and none is in the warehouse', async () => {
  await expect(published(extracts(PERSONNUMMER))).rejects.toThrow('kolumnen patient_id: 56 rader');
  const { workDir, text } = await published(extracts(PERSONNUMMER), KEY);
  expect(text('aterinskrivning_30d.csv')).toBe(
    (await published(extracts(P))).text('aterinskrivning_30d.csv'),
  );
  for (const [file, bytes] of filesIn(workDir))
    expect([file, bytes.includes(PERSONNUMMER(0)), bytes.includes(PERSONNUMMER(0).replace('-', ''))]).toEqual(
      [file, false, false],
    );
  const { connection, close } = await openDatabase(join(workDir, 'warehouse.duckdb'));
  onTestFinished(close);
  const found = await connection.runAndReadAll(
    'select distinct patient_id from s_vardtillfalle order by all',
  );
  expect(found.getRows().flat()).toEqual(
    DAYS.map((_, nr) =>
      createHmac('sha256', KEY).update(PERSONNUMMER(nr).replace('-', '')).digest('hex').slice(0, 24),
    ).sort(),
  );
});

test('with a key a personnummer in another column still stops the build', async () => {
  const files = extracts(P);
  files['utskrivningar.csv'] = files['utskrivningar.csv']!.replace('HEMLIG anteckning', PERSONNUMMER(0));
  await expect(published(files, KEY)).rejects.toThrow('kolumnen "Kommentar": 1 rad');
});

test('the warehouse and the quarantine are for the owner only', async () => {
  const { workDir } = await published(extracts(P));
  const mode = (file: string) => (statSync(join(workDir, file)).mode & 0o777).toString(8);
  expect([mode('.'), mode('warehouse.duckdb')]).toEqual(['700', '600']);
  expect([mode('karantan'), mode('karantan/utskrivningar.csv')]).toEqual(['700', '600']);
});

/** A command's exit code and everything it says. */
async function run(...args: string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const code = await main(args);
  vi.restoreAllMocks();
  return { code, said: said.join('') };
}

test('no command says an id: neither the report nor a message', async () => {
  const profile = join(folderWith({}), 'p.yaml');
  writeFileSync(profile, 'namn: Test\nutgar_fran: skane\nmax_avvisade_andel: 0.2\n');
  const strict = join(folderWith({}), 's.yaml');
  writeFileSync(strict, 'namn: Test\nutgar_fran: skane\nmax_avvisade_andel: 0.01\n');
  const key = join(folderWith({}), 'nyckel');
  writeFileSync(key, KEY, { mode: 0o600 });
  const named = ['--extracts', folderWith(extracts(P)), '--profile', profile];
  const numbered = ['--extracts', folderWith(extracts(PERSONNUMMER)), '--profile', profile];
  const runs = [
    await run('check', ...named),
    await run('check', ...named, '--pseudonymize', key),
    await run('check', ...numbered),
    await run('check', ...numbered, '--pseudonymize', key),
    await run('check', '--extracts', named[1]!, '--profile', strict),
  ];
  expect(runs.map(({ code }) => code)).toEqual([0, 0, 1, 0, 1]);
  for (const { said } of runs) {
    expect(said).toContain('utskrivningar.csv');
    expect(said).not.toMatch(/HEMLIG|4001\d\d/);
  }
});

test('a key file that cannot be used: exit code 2, before anything is read', async () => {
  const short = join(folderWith({}), 'nyckel');
  writeFileSync(short, 'kort');
  for (const command of ['build', 'check', 'dev']) {
    const { code, said } = await run(command, '--extracts', '/finns/inte', '--pseudonymize', short);
    expect({ code, said }).toEqual({
      code: 2,
      said: expect.stringContaining('nyckelfilen har 4 byte och ska ha minst 32'),
    });
  }
});
