import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
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
  const forget = onInterrupt(() => rmSync(fresh, { recursive: true, force: true }));
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

/**
 * Refuses an output folder that this program has not written: it would be replaced whole. Throws UsageError if `out`
 * is a file, holds something but no manifest of ours, holds the extracts or the profile, or cannot be written.
 */
export function assertOurs(out: string, inputs: string[]): void {
  assertWritable(dirname(existsSync(out) ? realpathSync(out) : resolve(out)));
  if (!existsSync(out)) return;
  if (!statSync(out).isDirectory())
    throw new UsageError(
      `--out ${out} är en fil. Ange en mapp som inte finns, som är tom eller som programmet skrivit.`,
    );
  const inside = inputs.find((input) => `${resolve(input)}/`.startsWith(`${resolve(out)}/`));
  if (inside)
    throw new UsageError(
      `--out ${out} innehåller ${inside}, som skulle försvinna när mappen byts ut. Välj en annan mapp.`,
    );
  if (readdirSync(out).length > 0 && !isSite(out))
    throw new UsageError(
      `--out ${out} innehåller annat än en webbplats från det här programmet (data/manifest.json saknas). ` +
        'Mappen byts ut i sin helhet: välj en tom mapp eller en som inte finns.',
    );
}

/** Throws UsageError unless folders can be made in `place`, or in the nearest one above that exists. */
function assertWritable(place: string): void {
  let folder = place;
  while (!existsSync(folder)) folder = dirname(folder);
  if (!statSync(folder).isDirectory())
    throw new UsageError(`--out ligger under ${folder}, som är en fil. Ange en mapp på en annan plats.`);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    throw new UsageError(
      `--out ligger i ${folder}, där rättighet att skriva saknas: webbplatsen byggs bredvid den förra. ` +
        'Ange en mapp på en annan plats eller ändra rättigheten.',
    );
  }
}

function isSite(folder: string): boolean {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'data', 'manifest.json'), 'utf8'));
    return (
      typeof manifest === 'object' && manifest !== null && 'program' in manifest && 'indikatorer' in manifest
    );
  } catch {
    return false;
  }
}
