import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { WORK_DIR } from './places.ts';
import { sha256, sha256OfFile } from './sha256.ts';
import { codeDigest, fileDigest } from './unchanged/code.ts';
import { type FileState, isSettled, listFiles, sameStat } from './unchanged/files.ts';
import { siteDigest } from './unchanged/site.ts';

/** One record for each output folder, readable by the owner only: names and checksums of the extracts. */
const FOLDER = join(WORK_DIR, 'byggen');

/** What a build is asked to do, before anything of it is checked. */
export type Request = {
  /** Folder of the extracts; null for made-up ones, which follow from the profile and the code alone. */
  extracts: string | null;
  out: string;
  /** Every option that changes the result, as given; the content of one that names a file counts too. */
  options: Record<string, string | undefined>;
};

/** The state of everything that goes into a build, taken before any of it is read. */
export type Snapshot = { request: Request; key: string; files: Record<string, FileState>; taken: number };

/** A file as a build read it. `sha256` is null for one in the folder that is no extract: its name and size count. */
type Seen = FileState & { sha256: string | null; settled: boolean };

/** A finished build; files by path. */
type BuildRecord = {
  key: string;
  profile: Record<string, string>;
  site: string;
  files: Record<string, Seen>;
};

/** Reads no extract, only their sizes and times. A folder that cannot be read has no files: the build tells why. */
export function takeSnapshot(request: Request): Snapshot {
  const { extracts, out, options } = request;
  const given = Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => [name, value, fileDigest(value!)]);
  const key = sha256(JSON.stringify([process.version, codeDigest(), extracts === null, given]));
  const taken = Date.now();
  return { request, key, files: extracts === null ? {} : listFiles(extracts, out), taken };
}

/**
 * Whether the site in the output folder is whole and was built from the same extracts, profile, code and options. The content
 * (sha256) is the truth: it is left unread only where size, times and inode are those of the former build and were
 * settled when that build read the file, as git does.
 */
export async function isUnchanged(snapshot: Snapshot): Promise<boolean> {
  const { request, key, files } = snapshot;
  const place = recordPlace(request.out);
  const former = readRecord(place);
  if (former?.key !== key || former.site !== siteDigest(request.out)) return false;
  if (Object.entries(former.profile).some(([file, sha256]) => fileDigest(file) !== sha256)) return false;
  if (Object.keys(files).join('\n') !== Object.keys(former.files).join('\n')) return false;
  const entries = Object.entries(files).map(([fil, state]) => ({ fil, state, was: former.files[fil]! }));
  if (entries.some(({ state, was }) => state.size !== was.size)) return false;
  const unsure = entries.filter(
    ({ state, was }) => was.sha256 !== null && !(was.settled && sameStat(state, was)),
  );
  for (const { fil, was } of unsure)
    if ((await sha256OfFile(join(request.extracts!, fil))) !== was.sha256) return false;
  const again = unsure.map(({ fil, state, was }) => [fil, seen(state, was.sha256, snapshot.taken)]);
  if (again.length > 0) write(place, { ...former, files: { ...former.files, ...Object.fromEntries(again) } });
  return true;
}

/**
 * Remembers a build that is done. `read`: the checksum of every extract as the build read it; `profile`: the profile's
 * files. Whoever calls holds the lock of the work dir. Nothing is remembered, and the next build is a whole one, if a
 * file changed while it was read, or if the record cannot be written.
 */
export function remember(
  snapshot: Snapshot,
  read: { fil: string; sha256: string }[],
  profile: string[],
): void {
  const { request, key, files, taken } = snapshot;
  const place = recordPlace(request.out);
  rmSync(place, { force: true });
  removeUnfinished();
  const now = request.extracts === null ? {} : listFiles(request.extracts, request.out);
  const names = Object.keys(files);
  if (names.join('\n') !== Object.keys(now).join('\n')) return;
  if (names.some((fil) => !sameStat(files[fil]!, now[fil]!))) return;
  if (takeSnapshot(request).key !== key) return;
  const sums = new Map(read.map(({ fil, sha256 }) => [fil, sha256]));
  write(place, {
    key,
    profile: Object.fromEntries(profile.map((file) => [file, fileDigest(file)!])),
    site: siteDigest(request.out)!,
    files: Object.fromEntries(
      Object.entries(files).map(([fil, state]) => [fil, seen(state, sums.get(fil) ?? null, taken)]),
    ),
  });
}

function seen(state: FileState, sha256: string | null, taken: number): Seen {
  return { ...state, sha256, settled: isSettled(state, taken) };
}

function recordPlace(out: string): string {
  const place = existsSync(out) ? realpathSync(out) : resolve(out);
  return join(FOLDER, `${sha256(place).slice(0, 16)}.json`);
}

/** Null if there is none, or one that was never written to its end. */
function readRecord(place: string): BuildRecord | null {
  try {
    return JSON.parse(readFileSync(place, 'utf8')) as BuildRecord;
  } catch {
    return null;
  }
}

/** What a killed process left. Whoever calls holds the lock of the work dir. */
function removeUnfinished(): void {
  if (!existsSync(FOLDER)) return;
  for (const name of readdirSync(FOLDER).filter((name) => !name.endsWith('.json')))
    rmSync(join(FOLDER, name), { force: true });
}

/** A record only saves time: a full disk here takes nothing from a build that is done. */
function write(place: string, record: BuildRecord): void {
  const fresh = `${place}.${process.pid}`;
  try {
    mkdirSync(FOLDER, { recursive: true, mode: 0o700 });
    writeFileSync(fresh, JSON.stringify(record), { mode: 0o600 });
    renameSync(fresh, place);
  } catch {
    rmSync(fresh, { force: true });
  }
}
