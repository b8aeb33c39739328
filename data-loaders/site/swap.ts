import { existsSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { onInterrupt } from '../interrupt.ts';

/**
 * Makes an empty folder beside `target`, fills it with `write` and puts it in its place in one go. If `write` fails or the process
 * is stopped, `target` is as before and nothing is left beside it. What a killed process left (`<target>.ny-<pid>`,
 * `<target>.gammal-<pid>`) is mended first.
 */
export async function replaceFolder<T>(target: string, write: (folder: string) => Promise<T>): Promise<T> {
  const place = existsSync(target) ? realpathSync(target) : resolve(target);
  await mkdir(dirname(place), { recursive: true });
  mendLeftovers(place);
  const fresh = `${place}.ny-${process.pid}`;
  const former = `${place}.gammal-${process.pid}`;
  const forget = onInterrupt(() => {
    rmSync(fresh, { recursive: true, force: true });
    if (existsSync(place)) rmSync(former, { recursive: true, force: true });
  });
  try {
    await mkdir(fresh);
    const result = await write(fresh);
    exchange(place, fresh, former);
    await rm(former, { recursive: true, force: true });
    return result;
  } finally {
    forget();
    await rm(fresh, { recursive: true, force: true });
  }
}

/** True for `target`, and for the folders beside it while it is replaced. */
export const isReplaced = (path: string, target: string): boolean =>
  path === target || path.startsWith(`${target}.ny-`) || path.startsWith(`${target}.gammal-`);

/** Synchronous, so that no signal is handled between the two renames. */
function exchange(place: string, fresh: string, former: string): void {
  const hadFormer = existsSync(place);
  if (hadFormer) renameSync(place, former);
  try {
    renameSync(fresh, place);
  } catch (error) {
    if (hadFormer) renameSync(former, place);
    throw error;
  }
}

/** Removes folders of processes that are gone; one that died between the two renames gets its former folder back. */
function mendLeftovers(place: string): void {
  const prefix = `${basename(place)}.`;
  for (const name of readdirSync(dirname(place)).filter((name) => name.startsWith(prefix))) {
    const [, kind, pid] = /^(ny|gammal)-(\d+)$/.exec(name.slice(prefix.length)) ?? [];
    if (!kind || (Number(pid) !== process.pid && isAlive(Number(pid)))) continue;
    const leftover = join(dirname(place), name);
    if (kind === 'gammal' && !existsSync(place)) renameSync(leftover, place);
    else rmSync(leftover, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
