import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { expect, it, vi } from 'vitest';
import type { Katalog } from '../../data-loaders/catalogue-types.ts';
import { readParts } from '../../data-loaders/publish/xlsx/parts.ts';
import { readRegistry } from '../../data-loaders/registry.ts';
import { reviewPack } from '../../data-loaders/site/review-pack.ts';
import { openData } from '../../src/lib/data.ts';
import { observations } from '../../src/lib/observations/index.ts';
import { openPage } from '../../src/lib/page.ts';
import { type Settings, writeFixture } from './fixture.ts';

/** The workbook of a fixture: bytes, and rows by sheet. */
async function pack(settings: Settings, change: Partial<Katalog> = {}) {
  const dir = writeFixture(settings);
  const catalogue = join(dir, 'catalogue.json');
  writeFileSync(catalogue, JSON.stringify({ ...JSON.parse(readFileSync(catalogue, 'utf8')), ...change }));
  const data = openData(dir);
  const bytes = Buffer.from(await reviewPack(data));
  const sheets = new Map((await readXlsx(bytes)).sheets.map(({ name, rows }) => [name, rows]));
  return { bytes, sheets, data };
}

it('holds goals, bridge, findings, extracts, refused rows, queries and parameters, and says that they are made up', async () => {
  const { sheets, data } = await pack({});
  expect([...sheets.keys()]).toEqual([
    'Syntetiska uppgifter',
    'Mål',
    'Bro',
    'Iakttagelser',
    'Utdrag',
    'Avvisade rader',
    'Indikatorer',
    'Parametrar',
  ]);
  expect(sheets.get('Syntetiska uppgifter')![0]).toEqual([
    'Syntetiska uppgifter',
    'Alla vårdtillfällen är påhittade.',
  ]);
  expect(
    sheets
      .get('Mål')!
      .slice(1)
      .map((row) => [row[2], row[3], row[7], row[11]]),
  ).toEqual([
    ['Lund', 'Omsorgsnämnden', 11, 'går inte att avgöra'],
    ['Eslöv', 'Omsorgsnämnden', 11, 'går inte att avgöra'],
    ['Höör <&"*_> Nya', null, null, 'inget mål'],
  ]);
  expect(sheets.get('Bro')!).toHaveLength(1 + 3 * 5);
  const found = observations(openPage(data, '/revision'));
  expect(
    sheets
      .get('Iakttagelser')!
      .slice(1)
      .map((row) => row[1]),
  ).toEqual(found.map(({ rubrik }) => rubrik));
  expect(sheets.get('Utdrag')![1]).toEqual([
    'utskrivningar.csv',
    'utskrivningar',
    1200,
    1190,
    'b'.repeat(64),
  ]);
  expect(sheets.get('Avvisade rader')![1]!.slice(0, 4)).toEqual([
    'utskrivningar.csv',
    'dubblett',
    'raden är likadan som en tidigare',
    10,
  ]);
  const queries = sheets.get('Indikatorer')!.map((row) => row[0]);
  for (const { id } of readRegistry()) expect(queries).toContain(id);
  expect(queries).toContain('mal');
  expect((await pack({ syntetisk: false })).sheets.has('Om paketet')).toBe(true);
});

it('has the word and no number where a goal or a step is hidden', async () => {
  const { sheets } = await pack({ skyddade: ['1281'] });
  const goal = sheets.get('Mål')!.find((row) => row[2] === 'Lund')!;
  expect(goal.slice(7, 12)).toEqual(['skyddad', null, null, null, 'skyddad']);
  const steps = sheets.get('Bro')!.filter((row) => row[2] === 'Lund');
  expect(steps.length).toBe(5);
  for (const step of steps) expect(step.slice(5, 10)).toEqual(['skyddad', null, null, null, null]);
});

it('has texts and no formulas, and the same bytes at another time', async () => {
  const profilnamn = '=HYPERLINK("http://x")';
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2020-01-01T10:00:00Z') });
  const first = await pack({}, { profilnamn });
  vi.setSystemTime(new Date('2021-06-07T12:34:56Z'));
  const second = await pack({}, { profilnamn });
  vi.useRealTimers();
  expect(first.bytes.equals(second.bytes)).toBe(true);
  expect(JSON.stringify(first.sheets.get('Syntetiska uppgifter'))).toContain('=HYPERLINK');
  for (const { path, content } of await readParts(first.bytes))
    if (path.startsWith('xl/worksheets/')) expect(content.toString(), path).not.toMatch(/<f[ >]/);
});
