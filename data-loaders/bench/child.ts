import { type ChildProcess, type ExecFileOptions, execFile } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

const children = new Set<ChildProcess>();
let stopped = false;

/** Runs a program to its end and gives what it wrote. Throws what execFile throws. */
export async function output(file: string, args: string[], options: ExecFileOptions = {}): Promise<string> {
  const running = promisify(execFile)(file, args, { ...options, encoding: 'utf8' });
  return (await untilStopped(running.child, running)).stdout;
}

/** The result of a child process; never settles once children have been stopped, so that nothing is started after it. */
export async function untilStopped<T>(child: ChildProcess, result: Promise<T>): Promise<T> {
  children.add(child);
  child.once('close', () => children.delete(child));
  try {
    return await result;
  } catch (error) {
    if (!stopped) throw error;
    return await new Promise<never>(() => {});
  }
}

/** Ends those running and waits for them: they tidy up after themselves first. */
export async function stopChildren(): Promise<void> {
  stopped = true;
  await Promise.all(
    [...children].map((child) => {
      const closed = once(child, 'close');
      child.kill();
      return closed;
    }),
  );
}
