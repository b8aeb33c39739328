import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Path of a program: the first place that exists, else Debian's package, installed where we may. Throws with `way out` if none. */
export function findProgram(places: string[], debian: string, wayOut: string): string {
  const found = places.find((place) => existsSync(place));
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.log(`Installing Debian’s package ${debian}.`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debian], {
      stdio: 'inherit',
      env,
    });
    const installed = places.find((place) => existsSync(place));
    if (installed) return installed;
  }
  throw new Error(`No ${debian} found. ${wayOut}`);
}
