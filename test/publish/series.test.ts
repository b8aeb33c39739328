import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSeries } from '../../data-loaders/commands/series.ts';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { readPrevious } from '../../data-loaders/series/previous.ts';
import { loadPrevious } from '../../data-loaders/series/rows.ts';
import { sha256 } from '../../data-loaders/sha256.ts';
import { openDatabase } from '../../data-loaders/sql.ts';
import { extractsOf, makeFolder, type Publication, profileFile, publication } from './publication.ts';

const two = (n: number) => String(n).padStart(2, '0');
const HEAD = [
  'vardtillfalle_id;patient_id;kommun;vardgivare;inskrivning;utskrivning;fodelsear',
  'vardtillfalle_id;kommun;utskrivningsklar',
];

/** Sixty stays a month in three kommuner, three of them in Malmö; `late` more are found in January once it has been published. */
function extracts(months: number, late = 0): string {
  const stays: string[] = [];
  const ready: string[] = [];
  for (let month = 1; month <= months; month++) {
    for (let i = 0; i < 60 + (month === 1 ? late : 0); i++) {
      const [id, kommun] = [`${month}-${i}`, i < 30 || i >= 60 ? 'Lund' : i < 57 ? 'Eslöv' : 'Malmö'];
      const day = i === 0 ? new Date(Date.UTC(2024, month, 0)).getUTCDate() : 3 + (i % 24);
      stays.push(`${id};p${id};${kommun};SUS;2024-${two(month)}-01;2024-${two(month)}-${two(day)};1940`);
      ready.push(`${id};${kommun};2024-${two(month)}-${two(Math.max(1, day - (i % 3)))}`);
    }
  }
  return extractsOf({
    'utskrivningar.csv': [HEAD[0], ...stays, ''].join('\n'),
    'utskrivningsklar.csv': [HEAD[1], ...ready, ''].join('\n'),
  });
}

let first: Publication;
let second: Publication;
const siteOf = ({ folder }: Publication) => join(folder, 'work');

beforeAll(async () => {
  first = await publication(extracts(3), 5, { mapp: null, revision: false });
  second = await publication(extracts(4, 1), 5, { mapp: siteOf(first), revision: false });
});
afterAll(() => {
  first.remove();
  second.remove();
});

describe('a publication that follows another', () => {
  it('has every final row of it, as it was', () => {
    for (const { id } of first.catalogue.indikatorer) {
      const rows = (p: Publication) => p.text(`${id}.csv`).trimEnd().split('\r\n');
      const now = new Set(rows(second));
      for (const row of rows(first).filter((line) => line.endsWith(',1')))
        expect(now.has(row), row).toBe(true);
    }
    const january = second
      .rows('medeldagar_alla')
      .find((r) => r.niva === 'region' && r.period === '2024-01-01');
    expect(january).toMatchObject({ periodtyp: 'manad', namnare: '60', status: 'visas' });
  });

  it('shows no sum of a period that is not at its end', () => {
    const year = second.rows('medeldagar_alla').filter((r) => r.periodtyp === 'ar');
    expect(new Set(year.map((r) => r.status))).toEqual(new Set(['skyddad']));
    const april = second
      .rows('medeldagar_alla')
      .find((r) => r.niva === 'region' && r.period === '2024-04-01');
    expect(april).toMatchObject({ namnare: '60', status: 'visas', slutlig: '1' });
  });

  it('says in its manifest what it follows, and in which periods today’s extracts differ', () => {
    const manifest = JSON.parse(second.text('manifest.json'));
    const { frysta_rader, rattade_rader, rattade, ...rest } = manifest.utgava;
    expect(rest).toEqual({
      foregaende: { sista_datadag: '2024-03-31', manifest_sha256: sha256(first.text('manifest.json')) },
      revision: false,
    });
    expect(frysta_rader).toBeGreaterThan(rattade_rader);
    expect(rattade).toContainEqual({ periodtyp: 'manad', period: '2024-01-01', andel: expect.any(Number) });
    expect(rattade.map((r: { period: string }) => r.period)).not.toContain('2024-02-01');
    expect(second.catalogue.utgava).toEqual(manifest.utgava);
    expect(JSON.parse(first.text('manifest.json')).utgava.foregaende).toBeNull();
  });

  it('reads the same rows from CSV as from Parquet', async () => {
    const { connection, close } = await openDatabase(':memory:');
    const read = async (ending: string) => {
      const files = ['medeldagar_alla', 'vantedagar_median'].map((id) => join(first.dataDir, id + ending));
      await loadPrevious(connection, files, false);
      return (await connection.runAndReadAll('from forra_rad')).getRowsJson();
    };
    const csv = await read('.csv');
    expect(csv.length).toBeGreaterThan(100);
    expect(csv).toEqual(await read('.parquet'));
    close();
  });
});

describe('--previous and --revision', () => {
  it('ask for a series, its first publication or the year’s revision', () => {
    expect(readSeries({})).toBeUndefined();
    expect(readSeries({ previous: 'ingen' })).toEqual({ mapp: null, revision: false });
    expect(readSeries({ previous: 'ut' })).toEqual({ mapp: 'ut', revision: false });
    expect(readSeries({ previous: 'ut', revision: '' })).toEqual({ mapp: 'ut', revision: true });
  });

  it.each([{ revision: '' }, { previous: 'ingen', revision: '' }])(
    '%o is a revision of nothing',
    (values) => {
      expect(() => readSeries(values)).toThrow(
        '--revision räknar om det som publicerats: ange också --previous MAPP.',
      );
    },
  );
});

describe('a former publication is refused', () => {
  const copies: string[] = [];
  afterAll(() => {
    for (const copy of copies) rmSync(copy, { recursive: true, force: true });
  });

  /** A copy of the first publication, changed. */
  function changed(change: (data: string) => void): string {
    const site = makeFolder();
    copies.push(site);
    cpSync(first.dataDir, join(site, 'data'), { recursive: true });
    change(join(site, 'data'));
    return site;
  }
  const edit = (data: string, change: (manifest: Record<string, unknown>) => void) => {
    const file = join(data, 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    change(manifest);
    writeFileSync(file, JSON.stringify(manifest));
  };
  const message = async (site: string, profile = readProfile(profileFile(5))) => {
    const error = await readPrevious(site, profile, false).catch((e: Error) => e);
    expect(error).toMatchObject({ name: 'DataError' });
    return (error as Error).message.replaceAll(site, 'MAPP');
  };

  it('not when it is whole', async () => {
    const previous = await readPrevious(siteOf(first), readProfile(profileFile(5)), false);
    expect(previous.sista_datadag).toBe('2024-03-31');
    expect(previous.filer.every((file) => existsSync(file) && file.endsWith('.parquet'))).toBe(true);
  });

  it.each<[string, (data: string) => void, RegExp]>([
    [
      'without a manifest',
      (data) => rmSync(join(data, 'manifest.json')),
      /^Ingen tidigare utgåva i MAPP: data\/manifest\.json finns inte\./,
    ],
    [
      'with half a manifest',
      (data) => writeFileSync(join(data, 'manifest.json'), '{"program": "1'),
      /^data\/manifest\.json i MAPP går inte att läsa som ett manifest/,
    ],
    [
      'with a changed file',
      (data) => appendFileSync(join(data, 'vantedagar_median.parquet'), 'x'),
      /^Filen data\/vantedagar_median\.parquet i MAPP är inte den som publicerades: kontrollsumman/,
    ],
    [
      'with a file missing',
      (data) => rmSync(join(data, 'orsak.parquet')),
      /^Filen data\/orsak\.parquet i MAPP saknas\. Hämta tillbaka hela mappen/,
    ],
    [
      'of an older program',
      (data) => edit(data, (m) => delete m.rojandekontroll),
      /äldre version av programmet och säger inte vilken tröskel/,
    ],
    [
      'of another profile',
      (data) => edit(data, (m) => Object.assign(m, { profil: 'halland' })),
      /byggd med profilen "halland", inte "troskel-5"\. Använd samma/,
    ],
    [
      'of made-up rows',
      (data) => edit(data, (m) => Object.assign(m, { syntetisk: true })),
      /bygger på påhittade uppgifter, utdragen är riktiga/,
    ],
    [
      'with a path for a name',
      (data) =>
        edit(data, (m) => Object.assign(m, { indikatorer: [{ id: '../x', filer: { '../x.csv': 'y' } }] })),
      /^Manifestet i MAPP är trasigt/,
    ],
  ])('%s', async (_, change, expected) => {
    expect(await message(changed(change))).toMatch(expected);
  });

  it('of another threshold', async () => {
    const site = changed((data) => edit(data, (m) => Object.assign(m, { profil: 'troskel-7' })));
    expect(await message(site, readProfile(profileFile(7)))).toMatch(
      /har tröskeln 5, profilen 7\. Använd samma som då/,
    );
  });

  it('of other breakdowns', async () => {
    const utan = '{kommun: {perioder: [rullande12, kvartal], grupper: [65plus]}, klinik: allt}';
    const narrow = readProfile(profileFile(5, utan));
    expect(await message(siteOf(first), narrow)).toMatch(
      /utelämnar andra indelningar \(rojandekontroll\.utan\) än profilen: .* Använd samma som då/,
    );
    const told = { klinik: 'allt', kommun: { grupper: ['65plus'], perioder: ['kvartal', 'rullande12'] } };
    const same = changed((data) =>
      edit(data, (m) => Object.assign(m.rojandekontroll as object, { utan: told })),
    );
    await expect(readPrevious(same, narrow, false)).resolves.toBeDefined();
  });

  it('that goes further than the extracts', async () => {
    await expect(publication(extracts(2), 5, { mapp: siteOf(first), revision: false })).rejects.toThrow(
      /går till och med 2024-03-31, utdragen bara till och med 2024-02-29/,
    );
  });
});
