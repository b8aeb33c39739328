import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoOptions, generateDemo } from '../demo/generate.ts';
import { onInterrupt } from '../interrupt.ts';
import { readProfile } from '../profile/read.ts';
import type { Progress } from '../progress.ts';
import { WAREHOUSE } from '../warehouse.ts';
import { type Attempt, runBare } from './bare.ts';
import { type Checks, ourChecks } from './checks.ts';
import { output, stopChildren } from './child.ts';
import { type PageSize, pageSize } from './pages.ts';
import type { Measured } from './part.ts';
import { type Built, build, copyProgram } from './program.ts';

export type Figures = {
  rows: number;
  /** Size of the extracts. */
  bytes: number;
  ingest: Measured;
  pipeline: Measured;
  checks: Checks;
  bare: Attempt[];
  /** The site made of rows taken over, the same extracts once more, and with one of the files changed. */
  first: Built;
  unchanged: Built;
  changed: Built;
  /** How many there are, and the sizes of some. */
  pages: number;
  sizes: PageSize[];
};

export type Bench = Pick<DemoOptions, 'from' | 'to'> & {
  rows: number;
  /** Name or file. */
  profile: string;
  /** Everything is made in it, and it is removed. */
  folder: string;
  progress: Progress;
};

/** A small file, with nothing of a stay in it. */
const SMALL_FILE = 'aktiviteter.csv';
const PAGES = [
  'index.html',
  'kommun/1280.html',
  'kommun/1275.html',
  'vardgivare/sus.html',
  'veckodagar.html',
];

/** Everything `npm run bench` measures, on new demo extracts, one part after the other. */
export async function measure({ folder, ...bench }: Bench): Promise<Figures> {
  const remove = () => rmSync(folder, { recursive: true, force: true });
  remove();
  const forget = onInterrupt(async () => {
    await stopChildren();
    remove();
  });
  try {
    return await measureIn(folder, bench);
  } finally {
    forget();
    remove();
  }
}

async function measureIn(
  folder: string,
  { rows, profile, progress, ...dates }: Omit<Bench, 'folder'>,
): Promise<Figures> {
  const [extracts, program, out] = ['utdrag', 'program', 'webbplats'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  progress.step('Gör utdrag');
  await generateDemo({ profile: readProfile(profile), out: extracts, rows, ...dates });
  const bytes = folderBytes(extracts);
  copyProgram(program);
  const part = (name: string, workDir: string) => run(program, [name, extracts, workDir, profile]);
  progress.step('DuckDB:s egen inläsning');
  const ingest = await part('ingest', join(folder, 'inlasning'));
  rmSync(join(folder, 'inlasning'), { recursive: true });
  progress.step('Utdrag till datafiler');
  const workDir = join(program, '.warehouse');
  const pipeline = await part('pipeline', workDir);
  const checks = await ourChecks(join(workDir, WAREHOUSE));
  const bare = await runBare(extracts, join(folder, 'andra'), (tool) => progress.step(`Med ${tool}`));
  const again = (step: string) => {
    progress.step(step);
    return build(program, ['--extracts', extracts, '--profile', profile, '--out', out]);
  };
  const first = await again('Bygger webbplatsen');
  const unchanged = await again('Bygger utan att något har ändrats');
  dropLastLine(join(extracts, SMALL_FILE));
  const changed = await again('Bygger när en liten fil har ändrats');
  const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
  const sizes = PAGES.filter((page) => pages.includes(page)).map((page) => pageSize(out, page));
  return {
    rows,
    bytes,
    ingest,
    pipeline,
    checks,
    bare,
    first,
    unchanged,
    changed,
    pages: pages.length,
    sizes,
  };
}

async function run(program: string, args: string[]): Promise<Measured> {
  const part = join('data-loaders', 'bench', 'part.ts');
  const command = ['--import', 'tsx', part, ...args];
  return JSON.parse(await output(process.execPath, command, { cwd: program })) as Measured;
}

function dropLastLine(file: string): void {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  writeFileSync(file, `${lines.slice(0, -1).join('\n')}\n`);
}

const folderBytes = (folder: string): number =>
  readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
