import { createHmac } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
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

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => void rmSync(folder, { recursive: true, force: true })));

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

type Published = { workDir: string; all: [string, Buffer][]; text: (file: string) => string };

/** The pipeline on these extracts, in folders that last as long as the tests. */
async function published(files: Record<string, string>, nyckel?: Buffer): Promise<Published> {
  const folder = mkdtempSync(join(tmpdir(), 'publicerat-'));
  folders.push(folder);
  const extracts = join(folder, 'utdrag');
  mkdirSync(extracts);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(extracts, name), content);
  const workDir = join(folder, 'work');
  const pagesDir = join(folder, 'pages');
  const profile = { ...readProfile('skane'), max_avvisade_andel: 0.2 };
  const { dataDir } = await runPipeline({ extracts, profile, nyckel, workDir, pagesDir });
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

const hmac = (id: string): string => createHmac('sha256', KEY).update(id).digest('hex').slice(0, 24);
const PSEUDONYMS = DAYS.map((_, nr) => hmac(PERSONNUMMER(nr).replace('-', ''))).sort();

let plain: Published;
let hidden: Published;
beforeAll(async () => {
  plain = await published(extracts(P));
  hidden = await published(extracts(PERSONNUMMER), KEY);
});

test('no id and no pseudonym is in any published file; figures are the same with either', async () => {
  const secrets = ['HEMLIG', ...DAYS.map((_, nr) => PERSONNUMMER(nr)), ...PSEUDONYMS];
  for (const { all } of [plain, hidden]) {
    expect(all.length).toBeGreaterThan(20);
    for (const [file, bytes] of all)
      expect([file, secrets.filter((secret) => bytes.includes(secret))]).toEqual([file, []]);
  }
  expect(plain.text('aterinskrivning_30d.csv')).toMatch(/,region,12,[^\n]*,visas,/);
  expect(hidden.text('aterinskrivning_30d.csv')).toBe(plain.text('aterinskrivning_30d.csv'));
});

test('personnummer as patient id: the build stops; with a key it counts, and none is in the work dir', async () => {
  await expect(published(extracts(PERSONNUMMER))).rejects.toThrow('kolumnen patient_id: 56 rader');
  for (const [file, bytes] of filesIn(hidden.workDir)) {
    const found = DAYS.map((_, nr) => PERSONNUMMER(nr)).filter(
      (number) => bytes.includes(number) || bytes.includes(number.replace('-', '')),
    );
    expect([file, found]).toEqual([file, []]);
  }
  const { connection, close } = await openDatabase(join(hidden.workDir, 'warehouse.duckdb'));
  onTestFinished(close);
  // The warehouse keeps a number for each id: the hash of its pseudonym.
  const hashes = PSEUDONYMS.map((pseudonym) => `hash('${pseudonym}')`);
  const found = await connection.runAndReadAll(
    `select count(*) from (select unnest([${hashes.join(', ')}]) as patient_id) semi join raw.utskrivningar using (patient_id)`,
  );
  expect(found.getRows()).toEqual([[BigInt(PSEUDONYMS.length)]]);
});

test('with a key a personnummer in another column still stops the build', async () => {
  const files = extracts(P);
  files['utskrivningar.csv'] = files['utskrivningar.csv']!.replace('HEMLIG anteckning', PERSONNUMMER(0));
  await expect(published(files, KEY)).rejects.toThrow('kolumnen "Kommentar": 1 rad');
});

test('the warehouse and the quarantine are for the owner only', () => {
  const mode = (file: string) => (statSync(join(plain.workDir, file)).mode & 0o777).toString(8);
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
    await run('check', ...numbered),
    await run('check', ...numbered, '--pseudonymize', key),
    await run('check', '--extracts', named[1]!, '--profile', strict),
  ];
  expect(runs.map(({ code }) => code)).toEqual([0, 1, 0, 1]);
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
