/** Ahead of every browser test: waits until setup.ts has built the site. Throws an Error with what it said if it could not. */
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';

const ready = inject('ready');
while (!existsSync(ready)) await sleep(200);
const fault = readFileSync(ready, 'utf8');
if (fault) throw new Error(fault);
