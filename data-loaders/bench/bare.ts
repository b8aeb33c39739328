import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROFILE_FOLDER } from '../profile/kommuner.ts';
import type { Checks } from './checks.ts';
import { output } from './child.ts';

/** What a bare script prints. `peakMegabytes` is null where the system does not tell. */
export type Bare = {
  seconds: number;
  cpuSeconds: number;
  peakMegabytes: number | null;
  version: string;
  checks: Checks;
};

/** One tool's attempt: its figures, or why there are none. */
export type Attempt = { tool: string; result: Bare | { problem: string } };

type Tool = { tool: string; script: string; programs: string[]; probe: string[] };

const TOOLS: Tool[] = [
  { tool: 'data.table', script: 'bare.R', programs: ['Rscript'], probe: ['-e', 'library(data.table)'] },
  // A python3 of one's own often comes before the system's, which has the packages.
  {
    tool: 'pandas',
    script: 'bare.py',
    programs: ['python3', '/usr/bin/python3'],
    probe: ['-c', 'import pandas'],
  },
];

/** data.table's threads sleep while they wait for each other: spinning, they would count as processor time what the neighbours took. */
const env = { ...process.env, OMP_WAIT_POLICY: 'passive' };

/** The bare indicators by every other tool there is, on the same CSV files, one after the other; tables into `out`. */
export async function runBare(
  extracts: string,
  out: string,
  tell: (tool: string) => void,
): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (const { tool, script, programs, probe } of TOOLS) {
    tell(tool);
    const program = await firstThatRuns(programs, probe);
    const result = program
      ? await attempt(program, script, extracts, join(out, tool))
      : { problem: 'not installed' };
    attempts.push({ tool, result });
  }
  return attempts;
}

async function firstThatRuns(programs: string[], probe: string[]): Promise<string | null> {
  for (const program of programs) {
    try {
      await output(program, probe);
      return program;
    } catch {
      // Not there, or without the package.
    }
  }
  return null;
}

/** A tool that gives up, for want of memory for one, takes nothing from the other measurements. */
async function attempt(
  program: string,
  script: string,
  extracts: string,
  out: string,
): Promise<Attempt['result']> {
  mkdirSync(out, { recursive: true });
  const files = ['utskrivningar.csv', 'utskrivningsklar.csv'].map((file) => join(extracts, file));
  const path = fileURLToPath(new URL(script, import.meta.url));
  try {
    const args = [path, ...files, join(PROFILE_FOLDER, 'kommuner.csv'), out];
    return JSON.parse(await output(program, args, { env })) as Bare;
  } catch (error) {
    const said = error instanceof Error ? error.message.trim().split('\n').at(-1) : String(error);
    return { problem: `failed: ${said}` };
  }
}
