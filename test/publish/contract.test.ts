import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRegistry } from '../../data-loaders/registry.ts';
import { extractsOf, type Publication, publication } from './publication.ts';

const HEADER =
  'indikator,niva,enhet_id,enhet,periodtyp,period,grupp,kategori,taljare,namnare,antal,varde,nedre,ovre,status,slutlig';

/** Three stays in Lund, January to March 2024: 0, 1 and 3 väntedagar, and one row that is refused. */
const EXTRACTS = {
  'utskrivningar.csv': [
    'vardtillfalle_id;patient_id;kommun;vardgivare;inskrivning;utskrivning;utskriven_till;oplanerad;fodelsear;vardform',
    'a;p1;Lund;SUS;2024-01-01 10:00;2024-01-10 12:00;Hem;ja;1940;somatik',
    'b;p2;Lund;SUS;2024-01-05 10:00;2024-01-11 12:00;Hem;nej;1990;somatik',
    'c;p3;Lund;SUS;2024-02-01 10:00;2024-02-15 12:00;Korttid;ja;1950;somatik',
    'd;p4;Lund;SUS;2024-02-20 10:00;2024-03-20 12:00;Hem;ja;1950;somatik',
    ...Array.from(
      { length: 30 },
      (_, i) => `x${i};q${i};Malmö;SUS;2024-01-02 10:00;2024-03-29;Hem;ja;1950;somatik`,
    ),
    'e;p5;Lund;SUS;2024-02-20 10:00;2024-02-01 12:00;Hem;ja;1950;somatik',
    '',
  ].join('\n'),
  'utskrivningsklar.csv': [
    'vardtillfalle_id;kommun;utskrivningsklar',
    'a;Lund;2024-01-10 08:00',
    'b;Lund;2024-01-10 08:00',
    'c;Lund;2024-02-12',
    '',
  ].join('\n'),
};

let built: Publication;
beforeAll(async () => {
  built = await publication(extractsOf(EXTRACTS), 1);
});
afterAll(() => built.remove());

const ids = readRegistry().map(({ id }) => id);

describe('every indicator file', () => {
  it.each(ids)('%s: columns, line ends and number form are the contract’s', (id) => {
    const text = built.text(`${id}.csv`);
    const lines = text.split('\r\n');
    expect(lines[0]).toBe(HEADER);
    expect(lines.at(-1)).toBe('');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\uFEFF]/);
    const number = '(0|-?[1-9]\\d*|-?\\d+\\.\\d{0,5}[1-9])?';
    const form = new RegExp(
      `^${id},(kommun|delregion|region|vardgivare),\\w+,[^,"]+,(manad|kvartal|halvar|ar|helg),\\d{4}-\\d\\d-\\d\\d,` +
        `(alla|somatik|psykiatri|65plus|80plus),[\\w+-]+,(${number},){6}(visas|skyddad|saknas),[01]$`,
    );
    expect(lines.slice(1, -1).filter((line) => !form.test(line))).toEqual([]);
    expect(lines.length).toBeGreaterThan(2);
  });

  it.each(ids)('%s: parquet and arrow hold the same rows in the same order', async (id) => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const file = join(built.dataDir, `${id}.parquet`).replaceAll("'", "''");
    const parquet = await (
      await connection.run(
        `select * replace (cast(period as varchar) as period, cast(antal as double) as antal) from '${file}'`,
      )
    ).getRowObjectsJS();
    const arrow = tableFromIPC(readFileSync(join(built.dataDir, `${id}.arrow`)));
    const csv = built
      .rows(id)
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            NUMBERS.has(name) ? (value === '' ? null : Number(value)) : value,
          ]),
        ),
      );
    expect(parquet).toEqual(csv);
    expect(arrow.toArray().map((row) => row?.toJSON())).toEqual(csv);
  });

  it('has one row for each cell', () => {
    for (const id of ids) {
      const keys = built.rows(id).map((row) =>
        HEADER.split(',')
          .slice(0, 8)
          .map((column) => row[column])
          .join('|'),
      );
      expect(new Set(keys).size, id).toBe(keys.length);
    }
  });
});

const NUMBERS = new Set(['taljare', 'namnare', 'antal', 'varde', 'nedre', 'ovre', 'slutlig']);

it('writes a mean as the contract’s lines', () => {
  const lines = built.text('medeldagar_alla.csv').split('\r\n');
  const region = lines.filter((line) => /,region,12,Skåne,manad,.*,alla,alla,/.test(line));
  expect(region).toEqual([
    'medeldagar_alla,region,12,Skåne,manad,2024-01-01,alla,alla,1,2,2,0.5,,,visas,1',
    'medeldagar_alla,region,12,Skåne,manad,2024-02-01,alla,alla,3,1,1,3,,,visas,1',
    'medeldagar_alla,region,12,Skåne,manad,2024-03-01,alla,alla,0,0,0,,,,saknas,0',
  ]);
});

it('writes a share with its interval', () => {
  const lines = built.text('andel_utskrivningsklardagen.csv').split('\r\n');
  expect(lines.filter((line) => /,region,12,Skåne,ar,.*,alla,alla,/.test(line))).toEqual([
    'andel_utskrivningsklardagen,region,12,Skåne,ar,2024-01-01,alla,alla,1,3,3,33.333333,6.149032,79.234504,visas,0',
  ]);
});

it('orders rows by level, unit, period type, period, group and category', () => {
  const rank = (order: string[]) => (value: string) => order.indexOf(value);
  const niva = rank(['kommun', 'delregion', 'region', 'vardgivare']);
  const periodtyp = rank(['manad', 'kvartal', 'halvar', 'ar', 'helg']);
  const grupp = rank(['alla', 'somatik', 'psykiatri', '65plus', '80plus']);
  for (const id of ids) {
    const keys = built
      .rows(id)
      .map((row) =>
        [niva(row.niva!), row.enhet_id, periodtyp(row.periodtyp!), row.period, grupp(row.grupp!)].join('|'),
      );
    expect(keys, id).toEqual([...keys].sort());
  }
});

describe('manifest.json', () => {
  const manifest = () => JSON.parse(built.text('manifest.json')) as Record<string, unknown>;

  it('has the contract’s keys in their order', () => {
    expect(Object.keys(manifest())).toEqual([
      'program',
      'profil',
      'syntetisk',
      'sista_datadag',
      'inputs',
      'indikatorer',
      'filer',
    ]);
    expect(manifest()).toMatchObject({
      program: '1.0.0',
      profil: 'troskel-1',
      syntetisk: false,
      sista_datadag: '2024-03-29',
    });
  });

  it('accounts for every row read', () => {
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(manifest().inputs).toEqual([
      {
        fil: 'utskrivningar.csv',
        sha256: sha256(EXTRACTS['utskrivningar.csv']),
        lasta: 35,
        anvanda: 34,
        avvisade: { utskrivning_fore_inskrivning: 1 },
        strukna_uppgifter: {},
      },
      {
        fil: 'utskrivningsklar.csv',
        sha256: sha256(EXTRACTS['utskrivningsklar.csv']),
        lasta: 3,
        anvanda: 3,
        avvisade: {},
        strukna_uppgifter: {},
      },
    ]);
  });

  it('names every published file with its checksum and every indicator with its SQL’s', () => {
    const { indikatorer, filer } = manifest() as {
      indikatorer: { id: string; sql_sha256: string; filer: Record<string, string> }[];
      filer: Record<string, string>;
    };
    expect(indikatorer.map(({ id }) => id)).toEqual(ids);
    const listed = Object.assign({}, filer, ...indikatorer.map((indikator) => indikator.filer)) as Record<
      string,
      string
    >;
    const onDisk = readdirSync(built.dataDir).filter((file) => file !== 'manifest.json');
    expect(Object.keys(listed).sort()).toEqual(onDisk.sort());
    for (const [file, sum] of Object.entries(listed))
      expect(
        createHash('sha256')
          .update(readFileSync(join(built.dataDir, file)))
          .digest('hex'),
        file,
      ).toBe(sum);
    const sql = readFileSync(join(import.meta.dirname, '../../queries/3_indikatorer/medeldagar_alla.sql'));
    expect(indikatorer.find(({ id }) => id === 'medeldagar_alla')?.sql_sha256).toBe(
      createHash('sha256').update(sql).digest('hex'),
    );
  });
});

describe('what stays inside', () => {
  it('keeps the database with single stays from everyone but its owner', () => {
    const work = join(built.folder, 'work');
    expect(statSync(join(work, 'warehouse.duckdb')).mode & 0o777).toBe(0o600);
    expect(statSync(work).mode & 0o777).toBe(0o700);
    expect(readdirSync(work).filter((file) => file.startsWith('warehouse'))).toEqual(['warehouse.duckdb']);
  });

  it('gives the pages the same arrow files, and the catalogue', () => {
    for (const id of ids)
      expect(
        readFileSync(join(built.pagesDir, `${id}.arrow`)).equals(
          readFileSync(join(built.dataDir, `${id}.arrow`)),
        ),
      ).toBe(true);
    expect(existsSync(join(built.pagesDir, 'styrdiagram.arrow'))).toBe(true);
    expect(JSON.parse(readFileSync(join(built.pagesDir, 'catalogue.json'), 'utf8'))).toEqual(built.catalogue);
  });

  it('lets no patient or stay identity out', () => {
    const files = [
      ...readdirSync(built.dataDir).map((file) => join(built.dataDir, file)),
      join(built.pagesDir, 'catalogue.json'),
    ];
    for (const file of files) expect(readFileSync(file, 'latin1'), file).not.toMatch(/\bq(1\d|2\d)\b/);
  });
});
