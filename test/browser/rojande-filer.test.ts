import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, inject, it } from 'vitest';
import { readRegistry } from '../../data-loaders/registry.ts';
import { attribute, elements } from '../../data-loaders/site/tree.ts';
import { openDatabase } from '../../data-loaders/sql.ts';
import { TERMS } from '../../src/lib/glossary.ts';
import { readCounts, systemOf } from '../rojande/attack/attack.ts';
import { addTotal, type Row } from '../rojande/attack/counts.ts';
import { rangesOf } from '../rojande/attack/ranges.ts';

/** What the site holds besides rows and pages: the manifest, the search index, the figures that a choice fetches. */
type Node = DefaultTreeAdapterMap['node'];
const K = 5;

const site = () => inject('site');
const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(site(), ...path), 'utf8'));

/** Every number in it, with where it stands: names of objects' keys, `*` for a place in a list. */
function numbersIn(value: unknown, path: string[] = []): { path: string[]; number: number }[] {
  if (typeof value === 'number') return [{ path, number: value }];
  if (Array.isArray(value)) return value.flatMap((v) => numbersIn(v, [...path, '*']));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, v]) => numbersIn(v, [...path, key]));
}

describe('the manifest', () => {
  /** Rows of a file, reasons and row numbers, shares of empty fields, what the checks count in all files together. */
  const ABOUT_FILES = [
    /^inputs \* (lasta|anvanda)$/,
    /^inputs \* (avvisade|strukna_uppgifter|anmarkningar) \w+$/,
    /^inputs \* rader (avvisade|strukna_uppgifter|anmarkningar) \w+ \*$/,
    /^inputs \* kolumner \* saknas_andel$/,
    /^granskning (dolda_tackningsflaggor|avstamning (overens|bara_kallan|bara_beraknade))$/,
    /^rojandekontroll troskel$/,
  ];

  it('has numbers of whole files only: none is of a unit or a period', () => {
    const all = numbersIn(json('data', 'manifest.json'));
    expect(all.length).toBeGreaterThan(20);
    const other = all.filter(({ path }) => !ABOUT_FILES.some((known) => known.test(path.join(' '))));
    expect(other).toEqual([]);
  });

  it('counts no 1 to 4 patients among the remarks and the reconciled', () => {
    const few = numbersIn(json('data', 'manifest.json')).filter(
      ({ path, number }) =>
        /^(inputs \* anmarkningar|granskning avstamning)/.test(path.join(' ')) && number >= 1 && number < K,
    );
    expect(few).toEqual([]);
  });

  it('and an attacker who adds the years up to the rows of the files learns the year that is hidden', () => {
    const row = (period: string, n: number | null): Row => ({
      ...{ indikator: 'veckodag_utskrivning_alla', niva: 'region', enhet_id: '12', periodtyp: 'ar', period },
      ...{ grupp: 'alla', kategori: '1', taljare: n, namnare: n, antal: n },
      status: n === null ? 'skyddad' : 'visas',
    });
    const headers = readRegistry().filter(({ id }) => id === 'veckodag_utskrivning_alla');
    const counts = readCounts([row('2023-01-01', null), row('2024-01-01', 100)], headers);
    addTotal(counts, 'vardtillfalle', 103);
    const { high } = rangesOf(systemOf(counts, []));
    const hidden = counts.block.findIndex((b, v) => b.period === '2023-01-01' && counts.key[v] === 'n');
    expect(high[hidden]).toBe(3);
  });
});

describe('the search index', () => {
  it('has names and words only: every number in it is part of a title, an id or a word of the glossary', () => {
    const names = readRegistry().flatMap(({ id, titel }) => [id, titel]);
    const words = TERMS.flatMap(({ ord, betyder }) => [ord, betyder]);
    const known = new Set([...names, ...words].flatMap((name) => name.match(/\d+/g) ?? []));
    const page = elements(parse(readFileSync(join(site(), 'sok.html'), 'utf8')));
    const list = page.find((element) => attribute(element, 'id') === 'soktraffar')!;
    // Other words that a page is found by stand in an attribute.
    const data = [list, ...elements(list)]
      .flatMap(({ attrs }) => attrs)
      .filter(({ name }) => name.startsWith('data-'));
    expect(data.filter(({ name }) => name !== 'data-ord')).toEqual([]);
    const text = [textOf(list), ...data.map(({ value }) => value)].join(' ');
    expect(text.length).toBeGreaterThan(1000);
    const other = (text.match(/\d+/g) ?? []).filter((number) => !known.has(number));
    expect(other).toEqual([]);
  });
});

describe('the figures that a choice of indicator fetches', () => {
  type Figures = {
    perioder: [string, string][];
    enheter: [string, string, ((number | null)[] | string | null)[]][];
  };

  /** Rows without categories by `niva|group|unit|period type|period`, as text. */
  async function rowsOf(connection: DuckDBConnection, id: string): Promise<Map<string, string[]>> {
    const reader = await connection.runAndReadAll(
      `select concat_ws('|', niva, grupp, enhet_id, periodtyp, period), status, varde, nedre, ovre, antal, slutlig
       from read_csv('${join(site(), 'data', `${id}.csv`)}', all_varchar = true, quote = '"', escape = '"') where kategori = 'alla'`,
    );
    return new Map(
      reader.getRows().map(([name, ...rest]) => [String(name), rest.map((x) => String(x ?? ''))]),
    );
  }

  it('are the published ones, and none of a hidden cell', async () => {
    const { connection, close } = await openDatabase(':memory:');
    const published = new Map<string, Map<string, string[]>>();
    let [compared, hidden] = [0, 0];
    const wrong: unknown[] = [];
    for (const niva of readdirSync(join(site(), 'urval'))) {
      for (const file of readdirSync(join(site(), 'urval', niva))) {
        const [indikator = '', grupp] = file.split('.');
        const rows = published.get(indikator) ?? (await rowsOf(connection, indikator));
        published.set(indikator, rows);
        const { perioder, enheter } = json('urval', niva, file) as Figures;
        for (const [id, , figures] of enheter) {
          figures.forEach((figure, i) => {
            const name = [niva, grupp, id, ...perioder[i]!].join('|');
            const [status, ...numbers] = rows.get(name) ?? [];
            const own = Array.isArray(figure) ? figure.map((x) => String(x ?? '')) : null;
            if (own === null) hidden += status === 'skyddad' ? 1 : 0;
            else compared++;
            if (own === null ? status === 'visas' : status !== 'visas' || own.join() !== numbers.join())
              wrong.push([file, name, figure, status]);
          });
        }
      }
    }
    close();
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(compared).toBeGreaterThan(1000);
    expect(hidden).toBeGreaterThan(100);
  });
});

/** All text, hidden or not. */
const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join(' ') : '';
