/** A profile's file and those it builds on, as one. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import { DataError } from '../errors.ts';
import { HEADING_FILE } from '../extracts/values/rubriker.ts';
import { readProfileFile } from './document.ts';
import { PROFILE_FOLDER } from './kommuner.ts';
import { meant } from './nearest.ts';
import type { ProfileFile } from './schema.ts';

/** Names of the profiles that come with the program. */
export function profileNames(): string[] {
  return readdirSync(PROFILE_FOLDER)
    .filter((file) => extname(file) === '.yaml' && file !== HEADING_FILE)
    .map((file) => basename(file, '.yaml'))
    .sort();
}

/** A name is looked for among the program's profiles, anything with a slash or a YAML ending is a path. */
export function locate(nameOrFile: string, folder = process.cwd()): string {
  if (/[/\\]|\.ya?ml$/i.test(nameOrFile)) {
    const path = resolve(folder, nameOrFile);
    if (existsSync(path)) return path;
    throw new DataError(`Profilfilen ${nameOrFile} finns inte. Kontrollera sökvägen.`);
  }
  const names = profileNames();
  if (names.includes(nameOrFile)) return `${PROFILE_FOLDER}${nameOrFile}.yaml`;
  throw new DataError(
    `Okänd profil "${nameOrFile}"${meant(nameOrFile, names, '.')} Profiler som finns: ${names.join(', ')}. ` +
      'En egen profil anges med sökvägen till filen, till exempel --profile ./min-region.yaml.',
  );
}

/** The file and those it builds on, the most general first. */
export function inherit(path: string, seen: string[]): { path: string; content: ProfileFile }[] {
  if (seen.includes(path)) {
    const round = [...seen, path].map((file) => basename(file)).join(' → ');
    throw new DataError(`Profilerna bygger på varandra i en cirkel: ${round}. Ta bort ett utgar_fran.`);
  }
  const content = readProfileFile(path);
  if (content.utgar_fran === undefined) return [{ path, content }];
  return [...inherit(locate(content.utgar_fran, dirname(path)), [...seen, path]), { path, content }];
}

/** A profile that names fewer kommuner and no delregioner of its own keeps the inherited ones, without the kommuner it left out. */
export function build(general: ProfileFile, special: ProfileFile): ProfileFile {
  const merged = merge(special.betalningsmodell ? withoutModelSource(general) : general, special);
  if (!special.kommuner || special.delregioner || !general.delregioner) return merged;
  const left = new Set(special.kommuner);
  const delregioner = general.delregioner
    .map((entry) => ({
      ...entry,
      kommuner: entry.kommuner.filter((item) => left.has(typeof item === 'string' ? item : item.kod)),
    }))
    .filter((entry) => entry.kommuner.length > 0);
  return { ...merged, delregioner };
}

/** Who stands behind a payment model, and what of it is unconfirmed, does not pass on to a model that was changed. */
function withoutModelSource({ betalningsmodell, ...general }: ProfileFile): ProfileFile {
  if (!betalningsmodell) return general;
  const {
    namn: _namn,
    kalla: _kalla,
    bekraftad: _bekraftad,
    obekraftat: _obekraftat,
    ...rest
  } = betalningsmodell;
  return { ...general, betalningsmodell: rest };
}

/** Maps merge key by key, lists and single values replace. */
function merge<T>(general: T, special: T): T {
  if (!isMap(general) || !isMap(special)) return special;
  const result: Record<string, unknown> = { ...general };
  for (const [key, value] of Object.entries(special)) {
    result[key] = key in result && value !== undefined ? merge(result[key], value) : value;
  }
  return result as T;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
