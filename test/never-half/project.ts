import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { generateDemo } from '../../data-loaders/demo/generate.ts';
import { PAGES_DIR, PROGRAM_PARTS, PROJECT } from '../../data-loaders/places.ts';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { isReplaced } from '../../data-loaders/site/swap.ts';

export type Project = {
  /** The program, copied: its work dir and page data are its own. */
  root: string;
  profile: string;
  /** A new folder with extracts of its own, small ones. */
  extracts: (name: string, seed: number) => Promise<string>;
  /** Starts `build` with these options beside `--profile`. */
  start: (...args: string[]) => Run;
};

export type Run = { child: ChildProcess; ended: Promise<Ended>; said: (text: string) => Promise<void> };
export type Ended = { code: number | null; signal: NodeJS.Signals | null; out: string; err: string };

/** The program in a folder of its own, and a profile of two kommuner, so that a build takes seconds. */
export function copyProject(): Project {
  const home = mkdtempSync(join(tmpdir(), 'aldrig-halv-'));
  const root = join(home, 'program');
  mkdirSync(root);
  const ours = (path: string) => !isReplaced(path, PAGES_DIR) && !path.endsWith('.observablehq');
  for (const part of PROGRAM_PARTS)
    cpSync(join(PROJECT, part), join(root, part), { recursive: true, filter: ours });
  symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
  const profile = join(home, 'liten.yaml');
  writeFileSync(profile, 'namn: Liten\nutgar_fran: skane\nkommuner: ["1281", "1285"]\n');
  return {
    root,
    profile,
    extracts: async (name, seed) => {
      const out = join(home, name);
      const dates = { from: '2024-01-01', to: '2024-03-31' };
      await generateDemo({ profile: readProfile(profile), out, seed, rows: 60, ...dates });
      return out;
    },
    start: (...args) => run(root, ['build', '--profile', profile, ...args]),
  };
}

function run(root: string, args: string[]): Run {
  const program = ['--import', 'tsx', 'data-loaders/cli.ts', ...args];
  const child = spawn(process.execPath, program, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const text = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    text.out += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    text.err += chunk.toString('utf8');
  });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, ...text }) as Ended);
  const said = async (wanted: string) => {
    while (!text.err.includes(wanted) && child.exitCode === null) await once(child.stderr, 'data');
  };
  return { child, ended, said };
}

/** One sha256 over names and contents of all files of a folder; null if there is no folder. */
export function treeDigest(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(`${relative(folder, file)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

/** Files and folders anywhere below that a build makes for itself and takes away again. */
export function leftovers(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) =>
      !name.startsWith('node_modules') && /\.(?:ny|gammal)-\d+|\.warehouse\/(?:utdrag|karantan)-/.test(name),
  );
}

/** Numbers of the processes that work in the folder (Linux; elsewhere none are found). */
export function processesIn(folder: string): number[] {
  if (!existsSync('/proc/self/cwd')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === folder;
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** What a reader and an analyst have: the site's digest, and the rows in the warehouse as one text. */
export type State = { site: string | null; rows: string };

export async function stateOf(project: Project, out: string): Promise<State> {
  const file = join(project.root, '.warehouse', 'warehouse.duckdb');
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const files = await connection.runAndReadAll('select fil_nr, sha256 from raw.fil order by fil_nr');
  const rows: string[] = [];
  for (const [nr, sha256] of files.getRows()) {
    const found = await connection.runAndReadAll(`select count(*) from inlast.fil_${nr}`);
    rows.push(`${sha256} ${found.getRows()[0]![0]}`);
  }
  connection.closeSync();
  instance.closeSync();
  return { site: treeDigest(out), rows: rows.join('\n') };
}
