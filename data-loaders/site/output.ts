import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { UsageError } from '../errors.ts';
import { PROJECT, WORK_DIR } from '../places.ts';

const ELSEWHERE = 'Välj en annan mapp.';

/**
 * Refuses an output folder that this program has not written: it would be replaced whole. Throws UsageError if `out`
 * is a file, holds something but no manifest of ours, holds the extracts, the profile, the program or the home folder,
 * lies in the work dir, or cannot be replaced.
 */
export function assertOurs(out: string, inputs: string[]): void {
  assertPlace(out);
  const place = real(out);
  if (isWithin(place, real(WORK_DIR)))
    throw new UsageError(
      `--out ${out} ligger i arbetsmappen ${WORK_DIR}, som bara är för programmet. ${ELSEWHERE}`,
    );
  if (!existsSync(out)) return;
  if (!statSync(out).isDirectory())
    throw new UsageError(
      `--out ${out} är en fil. Ange en mapp som inte finns, som är tom eller som programmet skrivit.`,
    );
  const inside = [...inputs, WORK_DIR, PROJECT, homedir()].find((path) => isWithin(real(path), place));
  if (inside !== undefined)
    throw new UsageError(
      `--out ${out} innehåller ${inside}, som skulle försvinna när mappen byts ut. ${ELSEWHERE}`,
    );
  if (readdirSync(out).length > 0 && !isSite(out))
    throw new UsageError(
      `--out ${out} innehåller annat än en webbplats från det här programmet (data/manifest.json saknas). ` +
        'Mappen byts ut i sin helhet: välj en tom mapp eller en som inte finns.',
    );
}

/** Throws UsageError unless a folder can be made beside `out` and renamed into its place. */
export function assertPlace(out: string): void {
  const place = real(out);
  assertWritable(dirname(place));
  if (!existsSync(out) && lstatSync(out, { throwIfNoEntry: false })?.isSymbolicLink())
    throw new UsageError(
      `--out ${out} är en länk till något som inte finns. Ta bort länken eller ange en annan mapp.`,
    );
  if (existsSync(place) && isMountPoint(place))
    throw new UsageError(
      `--out ${out} är en monteringspunkt och går inte att byta ut. Ange en mapp inne i den, till exempel ${join(out, 'webb')}.`,
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
      `--out ligger i ${folder}, där rättighet att skriva saknas: det nya skrivs bredvid det förra. ` +
        'Ange en mapp på en annan plats eller ändra rättigheten.',
    );
  }
}

/** Another disk begins here, or the same one is mounted a second time (told by Linux only). */
function isMountPoint(place: string): boolean {
  const above = dirname(place);
  if (above === place || statSync(place).dev !== statSync(above).dev) return true;
  const table = '/proc/self/mountinfo';
  if (!existsSync(table)) return false;
  const mounted = readFileSync(table, 'utf8')
    .split('\n')
    .map((line) =>
      line.split(' ')[4]?.replace(/\\(\d{3})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 8))),
    );
  return mounted.includes(place);
}

/** The path is the folder or in it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The path with links followed, as far as it exists. */
export function real(path: string): string {
  const place = resolve(path);
  if (existsSync(place)) return realpathSync(place);
  return dirname(place) === place ? place : join(real(dirname(place)), place.slice(dirname(place).length));
}

/** A folder that this program has written as a site. */
export function isSite(folder: string): boolean {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'data', 'manifest.json'), 'utf8'));
    return (
      typeof manifest === 'object' && manifest !== null && 'program' in manifest && 'indikatorer' in manifest
    );
  } catch {
    return false;
  }
}
