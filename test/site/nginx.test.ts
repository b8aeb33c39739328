import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../data-loaders/site/finish-page.ts';
import { findProgram } from '../browser/install.ts';

/** docs/nginx.conf as its reader would fill it in, run on loopback. */
let folder: string;
let origin: string;
let server: ReturnType<typeof spawn>;
const login = { authorization: `Basic ${Buffer.from('anna:hemligt').toString('base64')}` };

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

beforeAll(async () => {
  const nginx = findProgram(
    ['/usr/sbin/nginx', '/usr/bin/nginx', '/opt/homebrew/bin/nginx'],
    'nginx-light',
    '',
  );
  folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  chmodSync(folder, 0o755);
  const site = join(folder, 'site');
  mkdirSync(join(site, 'data'), { recursive: true });
  writeFileSync(join(site, 'index.html'), '<!DOCTYPE html><title>Hej</title>');
  writeFileSync(join(site, '404.html'), '<!DOCTYPE html><title>Finns inte</title>');
  writeFileSync(join(site, '.hemlig'), 'x');
  writeFileSync(join(site, 'data', 'a.csv'), 'å\r\n');
  const password = createHash('sha1').update('hemligt').digest('base64');
  writeFileSync(join(folder, 'losenord'), `anna:{SHA}${password}\n`);
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const filled: Record<string, string> = {
    '<adress:port>': `127.0.0.1:${port}`,
    '<värdnamn>': 'localhost',
    '<mapp>': site,
    '<lösenordsfil>': join(folder, 'losenord'),
  };
  let server_block = readFileSync('docs/nginx.conf', 'utf8');
  for (const [place, value] of Object.entries(filled)) {
    expect(server_block).toContain(place);
    server_block = server_block.replaceAll(place, value);
  }
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const config = `daemon off; pid ${folder}/pid; error_log ${folder}/fel; events {} http { access_log off; ${temp.join(' ')} ${server_block} }`;
  writeFileSync(join(folder, 'nginx.conf'), config);
  server = spawn(nginx, ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'fel')], { stdio: 'ignore' });
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(origin).then(
        () => true,
        () => false,
      )
    )
      return;
    await setTimeout(50);
  }
  throw new Error(readFileSync(join(folder, 'fel'), 'utf8'));
}, 120_000);
afterAll(async () => {
  const ended = new Promise((done) => server.on('exit', done));
  server.kill('SIGQUIT');
  await ended;
  rmSync(folder, { recursive: true, force: true });
});

const ask = (path: string, more: RequestInit = { headers: login }) => fetch(`${origin}${path}`, more);

it('lets no one in without the password', async () => {
  const wrong = { authorization: `Basic ${Buffer.from('anna:fel').toString('base64')}` };
  for (const path of ['/', '/data/a.csv', '/finns-inte']) {
    expect((await ask(path, {})).status, path).toBe(401);
    expect((await ask(path, { headers: wrong })).status, path).toBe(401);
  }
  expect((await ask('/')).status).toBe(200);
});

it.each(['/', '/data/a.csv', '/finns-inte'])('says what protects the reader with %s', async (path) => {
  const { headers } = await ask(path);
  expect(headers.get('content-security-policy')).toBe(`${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`);
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('private, no-cache');
  expect(headers.get('server')).toBe('nginx');
});

it('names types, shows the page for unknown addresses, and lists no folder', async () => {
  expect((await ask('/')).headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect((await ask('/data/a.csv')).headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const unknown = await ask('/finns-inte');
  expect([unknown.status, await unknown.text()]).toEqual([404, expect.stringContaining('Finns inte')]);
  expect((await ask('/data/')).status).toBe(403);
  expect((await ask('/.hemlig')).status).toBe(404);
});

it('takes nothing but reading', async () => {
  for (const method of ['POST', 'PUT', 'DELETE'])
    expect((await ask('/', { method, headers: login })).status, method).toBe(405);
});
