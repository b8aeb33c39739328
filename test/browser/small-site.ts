import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Served, serve } from './server.ts';

/** A site of few kommuner for one file of tests, served; `close` takes it away. */
export type SmallSite = Served & { folder: string };

/** Builds with the documented command from what `writeExtracts` puts into a folder, by the profile, which is also in a file. */
export async function smallSite(
  profile: object,
  writeExtracts: (folder: string, profile: string) => void | Promise<void>,
): Promise<SmallSite> {
  const home = mkdtempSync(join(tmpdir(), 'utskrivningsklar-'));
  const [extracts, folder, file] = ['utdrag', 'site', 'profil.yaml'].map((name) => join(home, name));
  mkdirSync(extracts!);
  // JSON is YAML.
  writeFileSync(file!, JSON.stringify(profile));
  await writeExtracts(extracts!, file!);
  const options = ['--extracts', extracts!, '--profile', file!, '--out', folder!];
  execFileSync(process.execPath, ['--import', 'tsx', 'data-loaders/cli.ts', 'build', ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const server = await serve(folder!, '/');
  return {
    folder: folder!,
    origin: server.origin,
    close: async () => {
      await server.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
