import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onInterrupt } from '../interrupt.ts';
import { PROJECT } from '../places.ts';

export const FRAMEWORK = join(PROJECT, 'node_modules/@observablehq/framework/dist');

/**
 * Starts `observable <args>` as a child process: it changes global state and cannot run twice in one process. It is
 * stopped, and waited for, when this process is interrupted, so that it writes nothing after the clean-up.
 */
export function startFramework(
  args: string[],
  settings: Record<string, string>,
  stdio: 'pipe' | 'inherit',
): ChildProcess {
  const child = spawn(process.execPath, [join(FRAMEWORK, 'bin/observable.js'), ...args], {
    cwd: PROJECT,
    env: { ...process.env, ...settings, OBSERVABLE_TELEMETRY_DISABLE: 'true' },
    stdio: ['ignore', stdio, stdio],
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
