import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onInterrupt } from '../interrupt.ts';
import { PROJECT } from '../places.ts';

export const FRAMEWORK = join(PROJECT, 'node_modules/@observablehq/framework/dist');

/**
 * Ends the child when this process is gone, killed or not, so that it writes no page into a folder that the next build
 * removes: its stdin is a pipe that closes then.
 */
const END_WITH_PARENT = 'data:text/javascript,process.stdin.on("close",()=>process.exit(1)).resume().unref()';

/**
 * Starts `observable <args>` as a child process: it changes global state and cannot run twice in one process. It is
 * stopped, and waited for, when this process is interrupted, so that it writes nothing after the clean-up.
 */
export function startFramework(
  args: string[],
  settings: Record<string, string>,
  stdio: 'pipe' | 'inherit',
): ChildProcess {
  const program = join(FRAMEWORK, 'bin/observable.js');
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, program, ...args], {
    cwd: PROJECT,
    env: { ...process.env, ...settings, OBSERVABLE_TELEMETRY_DISABLE: 'true' },
    stdio: ['pipe', stdio, stdio],
  });
  const forget = onInterrupt(() => stopProcess(child));
  child.on('close', forget);
  return child;
}

export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill();
  await once(child, 'close');
}
