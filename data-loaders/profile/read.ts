import { basename, dirname, resolve } from 'node:path';
import { checkProfile } from './check.ts';
import { complete } from './complete.ts';
import type { Delregion } from './delregioner.ts';
import { build, inherit, locate, profileNames } from './inherit.ts';
import { readMap } from './karta.ts';
import type { Betalningsmodell } from './model.ts';
import type { Granskning, Profile } from './profile.ts';

export type { Betalningsmodell, Delregion, Granskning, Profile };
export { profileNames };

/** The profile called NAME (in `profiles/`) or written in FILE. Throws DataError for every fault of the one who wrote it. */
export function readProfile(nameOrFile: string): Profile {
  const path = locate(nameOrFile);
  const chain = inherit(path, []);
  const merged = chain.map(({ content }) => content).reduce(build);
  checkProfile(merged, basename(path));
  const profile = complete(
    merged,
    chain.map(({ path: file }) => file),
  );
  const owner = chain.findLast(({ content }) => content.karta !== undefined);
  return owner ? withMap(profile, resolve(dirname(owner.path), owner.content.karta!)) : profile;
}

/** The profile with another map. Throws DataError for one that cannot be drawn. */
export function withMap(profile: Profile, file: string): Profile {
  return { ...profile, karta: readMap(file, profile.kommuner), filer: [file, ...profile.filer] };
}

/** The payment models of the profiles that come with the program, one per profile that has any. */
export function programModels(): Betalningsmodell[] {
  return profileNames().flatMap((name) => readProfile(name).betalningsmodell ?? []);
}
