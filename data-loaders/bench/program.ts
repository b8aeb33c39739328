import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { PAGES_DIR, PROGRAM_PARTS, PROJECT } from '../places.ts';
import { isReplaced } from '../site/swap.ts';
import { untilStopped } from './child.ts';

export type Step = { step: string; seconds: number };
export type Built = { seconds: number; steps: Step[] };

/** The program in a new folder `root`: its work dir and page data are its own, so measuring leaves the user's builds alone. */
export function copyProgram(root: string): void {
  mkdirSync(root, { recursive: true });
  const ours = (path: string) => !isReplaced(path, PAGES_DIR) && !path.endsWith('.observablehq');
  for (const part of PROGRAM_PARTS)
    cpSync(join(PROJECT, part), join(root, part), { recursive: true, filter: ours });
  symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'), 'junction');
}

/**
 * What `npm run build` calls, in the program copied to `root`; its steps as it tells them. Throws an Error with what it
 * said if it fails.
 */
export async function build(root: string, args: string[]): Promise<Built> {
  const start = performance.now();
  const command = ['--import', 'tsx', join('data-loaders', 'cli.ts'), 'build', ...args];
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  const marks: { step: string; at: number }[] = [];
  const lines = createInterface(child.stderr).on('line', (step) => {
    marks.push({ step, at: performance.now() });
  });
  const ended = Promise.all([once(child, 'close'), once(lines, 'close')]).then(([[code]]) => {
    if (code !== 0) throw new Error(`build failed: ${marks.map(({ step }) => step).join('\n')}`);
  });
  await untilStopped(child, ended);
  const end = performance.now();
  return { seconds: (end - start) / 1000, steps: stepsOf(marks, end) };
}

/** Each step lasts until the next begins, the last until `end`; milliseconds in, seconds out. */
export const stepsOf = (marks: { step: string; at: number }[], end: number): Step[] =>
  marks.map(({ step, at }, index) => ({ step, seconds: ((marks[index + 1]?.at ?? end) - at) / 1000 }));
