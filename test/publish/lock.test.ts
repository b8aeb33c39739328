import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockWorkDir } from '../../data-loaders/site/lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Another process that holds the lock until it is killed. */
async function holder() {
  const module = join(import.meta.dirname, '../../data-loaders/site/lock.ts');
  const script = `import(${JSON.stringify(module)}).then(async ({ lockWorkDir }) => {
    await lockWorkDir(${JSON.stringify(folder)});
    console.log('held');
    setInterval(() => {}, 1000);
  })`;
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

it('waits for the other process, tells whom, and goes on when it is gone, killed or not', async () => {
  const child = await holder();
  const waitingFor: string[] = [];
  const lock = lockWorkDir(folder, (pid) => waitingFor.push(pid));
  const early = await Promise.race([lock, new Promise((done) => setTimeout(done, 500, 'waiting'))]);
  expect(early).toBe('waiting');
  child.kill('SIGKILL');
  const release = await lock;
  expect(waitingFor).toEqual([String(child.pid)]);
  release();
});

it('fails on a folder that is not there', async () => {
  await expect(lockWorkDir(join(folder, 'missing'))).rejects.toThrow('missing');
});
