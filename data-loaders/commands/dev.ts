import { existsSync, type FSWatcher, watch } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataError } from '../errors.ts';
import { extractsDir } from '../places.ts';
import { readProfile } from '../profile/read.ts';
import { createProgress } from '../progress.ts';
import { QUERIES } from '../registry.ts';
import { startPreview } from '../site/preview.ts';
import { type Command, DEFAULT_PROFILE, INPUT_OPTIONS, type Values, wholeNumber } from './options.ts';
import { pseudonymize, readKey } from './pseudonymize.ts';
import { runFromExtracts, withLock } from './run.ts';

/** Files are often saved in several steps: wait this long for the last one. */
const SETTLE_MS = 300;
const DEFAULT_PORT = 3000;

export const dev: Command = {
  sammanfattning:
    'Räknar och visar sidorna medan du arbetar; räknar om när utdrag, frågor eller profil ändras.',
  alternativ: {
    ...INPUT_OPTIONS,
    pseudonymize,
    port: { varde: 'TAL', hjalp: `port på den egna datorn (${DEFAULT_PORT})` },
  },
  mer: 'Avsluta med Ctrl+C. Ett fel i utdragen skrivs ut och väntar på nästa ändring.',
  run: async (values) => {
    const port = wholeNumber(values, 'port', DEFAULT_PORT, 1);
    const nyckel = readKey(values);
    const folders = watchedFolders(values);
    for (;;) {
      const changed = nextChange(folders);
      const stop = (await recount(values, nyckel)) ? await startPreview(port) : async () => {};
      process.stderr.write(`Något har ändrats i ${await changed}: räknar om\n`);
      await stop();
    }
  },
};

/** False if the extracts or the profile are at fault, which is told. */
async function recount(values: Values, nyckel: Buffer | undefined): Promise<boolean> {
  const progress = createProgress();
  try {
    await withLock(progress, () => runFromExtracts(values, { progress, nyckel }));
    return true;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return false;
  }
}

/** Extracts, queries and the profile's files, as far as they exist. Throws DataError for a profile that cannot be read. */
function watchedFolders(values: Values): string[] {
  const profile = readProfile(values.profile ?? DEFAULT_PROFILE);
  const folders = [QUERIES, ...profile.filer.map((file) => dirname(file)), extractsDir(values.extracts)];
  return [...new Set(folders)].filter((folder) => folder !== null && existsSync(folder)) as string[];
}

/** The folder in which something changes next, when it has come to rest. */
async function nextChange(folders: string[]): Promise<string> {
  const watchers: FSWatcher[] = [];
  const changed = await new Promise<string>((done) => {
    for (const folder of folders) watchers.push(watch(folder, { recursive: true }, () => done(folder)));
  });
  for (const watcher of watchers) watcher.close();
  await sleep(SETTLE_MS);
  return changed;
}
