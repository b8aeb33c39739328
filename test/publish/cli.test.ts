import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../data-loaders/commands/main.ts';
import { extractsOf, MIDSUMMER, makeFolder } from './publication.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.doUnmock('../../data-loaders/commands/check.ts');
});

/** A work dir of its own, so that a build going on beside the tests is not waited for. */
vi.mock('../../data-loaders/places.ts', async (original) => {
  const { mkdtempSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const WORK_DIR = mkdtempSync(`${tmpdir()}/cli-`);
  return { ...(await original<object>()), WORK_DIR, makeWorkDir: () => WORK_DIR };
});

/** Runs a command line in this process and collects what it says. */
async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0);
  const code = await main(args);
  vi.restoreAllMocks();
  return { code, out: out.join(''), err: err.join('') };
}

describe('help', () => {
  it('lists the commands', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    for (const command of ['build', 'check', 'demo', 'dev', 'cases', 'explain', 'bench'])
      expect(out).toContain(`npm run ${command}`);
  });

  it.each([
    ['build', ['--extracts MAPP', '--profile NAMN|FIL', '--out MAPP', '--base /SÖKVÄG/', '--force']],
    ['check', ['--extracts MAPP', '--profile NAMN|FIL', '--pseudonymize NYCKELFIL']],
    ['demo', ['--rows ANTAL', '--seed TAL', '--profile NAMN|FIL', '--out MAPP']],
    ['dev', ['--extracts MAPP', '--profile NAMN|FIL']],
    [
      'cases',
      [
        '--indikator ID',
        '--kommun KOD|NAMN',
        '--period PERIOD',
        '--kategori KATEGORI',
        '--grupp GRUPP',
        '--out FIL',
      ],
    ],
    ['explain', ['--cell ADRESS', '--extracts MAPP', '--profile NAMN|FIL', '--out MAPP']],
    ['bench', ['--rows ANTAL']],
  ])('%s explains every option', async (command, options) => {
    const { code, out, err } = await run(command, '--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const option of [...options, '--help']) expect(out).toContain(`  ${option}`);
    expect(out).toContain(`Användning: npm run ${command} -- `);
  });
});

describe('wrong usage: exit code 2', () => {
  it.each([
    [['tvätta'], 'okänt kommando "tvätta". Kommandona är build, check, demo, dev, cases, explain, bench.'],
    [
      ['build', '--extrakt', 'x'],
      'okänt alternativ "--extrakt". Alternativen är --extracts, --profile, --out, --base, --karta, --previous, --revision, --pseudonymize, --force.',
    ],
    [
      ['build', 'extracts'],
      'oväntat ord "extracts". Alternativ skrivs efter "--": npm run … -- --extracts ….',
    ],
    [['build', '--out'], 'alternativet --out är ofullständigt eller fick ett värde det inte tar.'],
    [['build', '--base', 'https://a.se/x/'], '--base "https://a.se/x/" är inte en sökväg som "/statistik/".'],
    [['build', '--base', '/a/../b/'], '--base "/a/../b/" är inte en sökväg som "/statistik/".'],
    [['demo', '--rows', 'många'], '--rows "många" är inte ett heltal på minst 1.'],
    [['demo', '--rows', '0'], '--rows "0" är inte ett heltal på minst 1.'],
    [['bench', '--rows', '1e6'], '--rows "1e6" är inte ett heltal på minst 1.'],
  ])('%j', async (args, message) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  it('no command: the overview', async () => {
    expect(await run()).toMatchObject({ code: 2, out: expect.stringContaining('npm run build') });
  });

  it('options that npm took because "--" was left out', async () => {
    vi.stubEnv('npm_config_extracts', 'mapp');
    const { code, err } = await run('check');
    expect({ code, err }).toEqual({
      code: 2,
      err: '--extracts nådde inte programmet. Skriv "--" före: npm run … -- --extracts ….\n',
    });
  });
});

it('a bug keeps its stack and has a code of its own', async () => {
  vi.doMock('../../data-loaders/commands/check.ts', () => ({
    check: { alternativ: {}, run: () => Promise.reject(new TypeError('unexpected nothing')) },
  }));
  const { code, err } = await run('check');
  expect(code).toBe(70);
  expect(err).toMatch(/^Programfel: TypeError: unexpected nothing\n\s+at .*cli\.test\.ts/);
});

it('the process ends with the code', () => {
  const cli = join(import.meta.dirname, '../../data-loaders/cli.ts');
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', cli, 'check', '--profile', 'skåne'],
    {
      encoding: 'utf8',
    },
  );
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringMatching(/^Okänd profil "skåne"; menade du skane\?/),
  });
});

const STAYS = 'vardtillfalle_id;kommun;vardgivare;inskrivning;utskrivning\n';

/** Extracts or profile at fault, each with a part of its message. */
const FAULTS: [string, () => string[], RegExp][] = [
  ['missing folder', () => ['--extracts', join(makeFolder(), 'saknas')], /finns inte/],
  ['empty folder', () => ['--extracts', makeFolder()], /är tom/],
  ['empty file', () => ['--extracts', extractsOf({ 'utskrivningar.csv': '' })], /utskrivningar\.csv/],
  ['header only', () => ['--extracts', extractsOf({ 'utskrivningar.csv': STAYS })], /bara en rubrikrad/],
  [
    'missing column',
    () => ['--extracts', extractsOf({ 'vardtillfallen.csv': 'kommun\nLund\n' })],
    /saknas i vardtillfallen/,
  ],
  [
    'refused rows',
    () => ['--extracts', extractsOf({ 'utskrivningar.csv': `${STAYS}a;Lund;SUS;2024-02-02;2024-01-01\n` })],
    /100\u00a0%/,
  ],
  ['unknown profile', () => ['--profile', 'finns-inte', '--extracts', MIDSUMMER], /Okänd profil/],
  [
    'broken YAML',
    () => ['--profile', join(extractsOf({ 'p.yaml': 'namn: "a\n' }), 'p.yaml'), '--extracts', MIDSUMMER],
    /p\.yaml rad/,
  ],
];

describe('faults in extracts or profile: exit code 1, the former site untouched', () => {
  it.each(FAULTS)('%s', async (_, args, message) => {
    const out = join(makeFolder(), 'dist');
    mkdirSync(join(out, 'data'), { recursive: true });
    writeFileSync(join(out, 'data', 'manifest.json'), '{"program": "1.0.0", "indikatorer": []}');
    writeFileSync(join(out, 'index.html'), 'former');
    const given = args();
    const { code, err } = await run('build', ...given, '--out', out);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(message) });
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('former');
    expect(readdirSync(join(out, '..'))).toEqual(['dist']);
    expect((await run('check', ...given)).code).toBe(1);
  });
});

it('refuses a foreign output folder before it reads anything', async () => {
  const out = extractsOf({ 'avhandling.docx': 'text' });
  const { code, err } = await run('build', '--extracts', MIDSUMMER, '--out', out);
  expect(code).toBe(2);
  expect(err).toContain(`--out ${out} innehåller annat än en webbplats från det här programmet`);
  expect(existsSync(join(out, 'avhandling.docx'))).toBe(true);
});

it('check prints the report and ends with 0 when the build would do', async () => {
  const { code, out } = await run('check', '--extracts', MIDSUMMER);
  expect(code).toBe(0);
  // What cannot be computed follows from the registry; see the indicators' headers.
  const lines = out.split('\n');
  const isLacking = (line: string) => line.startsWith('  utan ');
  const lacking = lines.find((line) =>
    line.startsWith('  utan inskrivning, oplanerad/planerad, patient_id: '),
  );
  expect(lacking).toContain('Oplanerad återinskrivning inom 30 dagar;');
  expect(lines.filter((line) => !isLacking(line)).join('\n')).toBe(
    [
      'vardtillfallen-midsommar-2023.csv (vardtillfallen): 15 rader lästa, 15 används',
      '  kolumner:',
      '    utskrivningsklar                    2023-06-22 till 2023-06-25',
      '    utskrivning                         2023-06-23 till 2023-06-26',
      '    orsak             tom i 26,7\u00a0%',
      'Uppgifterna räknas från 2023-06-22 till och med 2023-06-26, som är sista datadag.',
      'Det här kan inte räknas, för att en kolumn saknas:',
      'Vårdtillfällen per månad och vårdgivare:',
      '          alla',
      '  2023-06   15',
      'Underrättelser per månad och vårdgivare:',
      '          alla',
      '  2023-06   15',
      'Utdragen kan användas.',
      '',
    ].join('\n'),
  );
});
