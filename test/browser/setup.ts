import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findChromium } from './chromium.ts';
import { serve } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    chromium: string;
    /** Folder of the built demo site. */
    site: string;
    /** Address of the site, under a sub-path so that every browser test also tests `--base`. */
    origin: string;
  }
}

const base = '/under/mapp/';

/** Builds the demo site once, through the documented commands, and serves it to all browser tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = findChromium();
  console.log(`Browser tests use ${chromium}`);
  const folder = mkdtempSync(join(tmpdir(), 'utskrivningsklar-'));
  const extracts = join(folder, 'demo');
  const site = join(folder, 'site');
  const run = (...args: string[]) =>
    execFileSync('npx', ['tsx', 'data-loaders/cli.ts', ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  run('demo', '--out', extracts);
  run('build', '--extracts', extracts, '--out', site, '--base', base);
  const server = await serve(site, base);
  project.provide('chromium', chromium);
  project.provide('site', site);
  project.provide('origin', server.origin);
  return async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
}
