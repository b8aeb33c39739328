import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import Papa from 'papaparse';
import { type DefaultTreeAdapterMap, parse as parseHtml } from 'parse5';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { KEY } from '../../data-loaders/explain/cell.ts';
import { readRegistry } from '../../data-loaders/registry.ts';
import { openDatabase } from '../../data-loaders/sql.ts';
import { attack, isTarget, systemOf } from '../rojande/attack/attack.ts';
import type { Membership } from '../rojande/attack/between.ts';
import { readFiles } from '../rojande/attack/files.ts';
import { labelOf } from '../rojande/attack/system.ts';
import { allPages, fileOf } from './pages.ts';

type Node = DefaultTreeAdapterMap['node'];
const NUMBERS = ['taljare', 'namnare', 'antal', 'varde', 'nedre', 'ovre'];
const K = 5;

const data = () => join(inject('site'), 'data');
const rowsOf = (file: string) =>
  Papa.parse<Record<string, string>>(readFileSync(join(data(), file), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;

/** The demo region's delregioner, as its profile says. */
function map(): Membership {
  const profile = parse(readFileSync('profiles/skane.yaml', 'utf8')) as {
    delregioner: { kod: string; fran: string; kommuner: (string | { kod: string })[] }[];
  };
  return profile.delregioner.flatMap(({ kod, fran, kommuner }) =>
    kommuner.map((k) => ({
      ...{ delregion: kod, kommun: typeof k === 'string' ? k : k.kod },
      ...{ fran: String(fran), till: null },
    })),
  );
}

describe('the published site', () => {
  /** Addresses of hidden cells, and of shown ones. */
  const hidden = new Set<string>();
  const shown = new Set<string>();
  beforeAll(() => {
    for (const { id } of readRegistry())
      for (const row of readdirSync(data()).includes(`${id}.csv`) ? rowsOf(`${id}.csv`) : [])
        (row.status === 'skyddad' ? hidden : shown).add(KEY.map((column) => row[column]).join('|'));
  });

  it('gives an attacker no count of 1 to 4, and bounds next to none tighter than 5', async () => {
    const system = systemOf(readFiles(data(), readRegistry()), map());
    let place = 0;
    const { tight, targets } = await attack(system, K, (v) => isTarget(system, v) && ++place % 30_011 === 0);
    const few = [...tight].filter(([, [low, high]]) => high >= 1 && low < K);
    const recovered = few.filter(([, [low, high]]) => high - low < 1 && high < K);
    expect(recovered.map(([v]) => labelOf(system, v))).toEqual([]);
    expect(few.length).toBeLessThan(targets.length / 500);
  });

  it('has no number of a hidden cell in any file', async () => {
    const database = await openDatabase(':memory:');
    const some = NUMBERS.map((column) => `${column} is not null`).join(' or ');
    for (const { id } of readRegistry()) {
      const file = join(data(), `${id}.parquet`);
      if (!readdirSync(data()).includes(`${id}.parquet`)) continue;
      const reader = await database.connection.runAndReadAll(
        `select count(*) from '${file}' where status = 'skyddad' and (${some})`,
      );
      expect(Number(reader.getRowsJS()[0]?.[0]), id).toBe(0);
      const table = tableFromIPC(readFileSync(join(data(), `${id}.arrow`)));
      const [status, ...numbers] = ['status', ...NUMBERS].map((column) => table.getChild(column)!);
      let leaks = 0;
      for (let i = 0; i < table.numRows; i++)
        if (status!.get(i) === 'skyddad' && numbers.some((column) => column.get(i) !== null)) leaks++;
      expect(leaks, id).toBe(0);
    }
    database.close();
  });

  it('judges no hidden cell', () => {
    const of = (...parts: (string | undefined)[]) => parts.join('|');
    const leaks = [
      ...rowsOf('mal.csv').map((r) => ({
        cell: of(r.indikator, r.niva, r.enhet_id, r.periodtyp, r.period, 'alla', 'alla'),
        numbers: [r.varde, r.nedre, r.ovre, r.antal],
      })),
      ...rowsOf('tratt.csv').map((r) => ({
        cell: of(r.indikator, r.niva, r.enhet_id, r.periodtyp, r.period, 'alla', 'alla'),
        numbers: [r.fall, r.varde, r.nedre95, r.ovre95, r.nedre998, r.ovre998],
      })),
      ...rowsOf('bro.csv').map((r) => ({
        cell: of('medeldagar_alla', r.niva, r.enhet_id, r.periodtyp, r.period, 'alla', 'alla'),
        numbers: [r.varde, r.varde_ovre, r.andring, r.fall, r.dagar],
      })),
      // The act's days are of cells of their own (betalningsdagar); the other models are of the means.
      ...rowsOf('betalning.csv')
        .filter((r) => r.modell !== 'lus')
        .map((r) => ({
          cell: of('medeldagar_alla', 'kommun', r.enhet_id, 'manad', r.period, r.grupp, 'alla'),
          numbers: [r.fall, r.dagar, r.medel, r.overskjutande, r.individuella_fall, r.individuella_dagar],
        })),
    ].filter(({ cell, numbers }) => hidden.has(cell) && numbers.some((n) => n !== ''));
    expect(leaks.slice(0, 10)).toEqual([]);
  });

  it('says nothing of a hidden cell on any page, in text, title, label or coordinate', () => {
    const leaks: string[] = [];
    let met = 0;
    const walk = (page: string, node: Node, cell: string | null): void => {
      if ('attrs' in node) {
        const own = node.attrs.find(({ name }) => name === 'data-cell')?.value ?? null;
        if (own !== null && hidden.has(own)) met++;
        const inside = own === null ? cell : hidden.has(own) ? own : null;
        if (inside !== null) {
          const told = node.attrs.filter(
            ({ name, value }) =>
              /^(title|aria-label|alt|cx|cy|x1|x2|y1|y2|d|points|style|value|data-varde)$/.test(name) &&
              /\d/.test(value),
          );
          for (const { name, value } of told) leaks.push(`${page} ${inside}: ${name}="${value}"`);
        }
        for (const child of node.childNodes) walk(page, child, inside);
        return;
      }
      if ('value' in node && cell !== null && /\d/.test(node.value))
        leaks.push(`${page} ${cell}: ${node.value}`);
      if ('childNodes' in node) for (const child of node.childNodes) walk(page, child, cell);
    };
    for (const page of allPages()) walk(page, parseHtml(readFileSync(fileOf(page), 'utf8')), null);
    expect(leaks.slice(0, 10)).toEqual([]);
    expect(met).toBeGreaterThan(100);
  });
});
