import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { QUERIES } from '../../data-loaders/registry.ts';
import { FEW } from '../../src/components/index.ts';

it('pages call few what the queries do', () => {
  const sql = readFileSync(join(QUERIES, '4_rojandekontroll/_makron.sql'), 'utf8');
  expect(sql).toContain(`create or replace macro fa_fall_grans() as ${FEW};`);
});
