import { join } from 'node:path';
import { PROJECT } from '../places.ts';
import { FRAMEWORK, startFramework, stopProcess } from './framework.ts';
import { prepareNpmCache } from './npm-cache.ts';

/** Shows the pages on this computer while they are worked on; the returned function stops it. */
export async function startPreview(port: number): Promise<() => Promise<void>> {
  await prepareNpmCache(join(PROJECT, 'src'), FRAMEWORK);
  const args = ['preview', '--no-open', '--host', '127.0.0.1', '--port', String(port)];
  const child = startFramework(args, {}, 'inherit');
  return () => stopProcess(child);
}
