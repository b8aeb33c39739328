import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
    /** File that is there when the site is built: empty, or what went wrong. */
    ready: string;
    /** Address of the site, under a sub-path so that every browser test also tests `--base`. */
    origin: string;
  }
}

const base = '/under/mapp/';

/**
 * Builds the demo site once, through the documented commands, and serves it to all browser tests. It is built beside the first of
 * the other tests; ready.ts waits for it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = findChromium();
  console.log(`Browser tests use ${chromium}`);
  const folder = mkdtempSync(join(tmpdir(), 'utskrivningsklar-'));
  const extracts = join(folder, 'demo');
  const site = join(folder, 'site');
  const ready = join(folder, 'klar');
  let stop = (): void => undefined;
  const run = async (...args: string[]) => {
    const program = ['--import', 'tsx', 'data-loaders/cli.ts', ...args];
    const child = spawn(process.execPath, program, { stdio: ['ignore', 'ignore', 'pipe'] });
    stop = () => child.kill();
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${said}`);
  };
  const built = (async () => {
    await run('demo', '--out', extracts);
    await run('build', '--extracts', extracts, '--out', site, '--base', base);
  })().then(
    () => '',
    (error: Error) => error.message,
  );
  const told = built.then((fault) => {
    // Named when it is whole: others look for the name.
    writeFileSync(`${ready}.ny`, fault);
    renameSync(`${ready}.ny`, ready);
  });
  const server = await serve(site, base);
  project.provide('chromium', chromium);
  project.provide('site', site);
  project.provide('ready', ready);
  project.provide('origin', server.origin);
  return async () => {
    stop();
    await told;
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
}
