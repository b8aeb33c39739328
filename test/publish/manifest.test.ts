import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRegistry } from '../../data-loaders/registry.ts';
import { extractsOf, type Publication, publication, SMALL } from './publication.ts';

let built: Publication;
beforeAll(async () => {
  built = await publication(extractsOf(SMALL), 1);
});
afterAll(() => built.remove());

const JUMP = { uppgift: 'vardtillfallen', flagga: 'hopp_upp', fran: '2024-03-01', till: '2024-03-01' };
const whole = { saknas_andel: 0, forsta: null, sista: null };
const ids = readRegistry().map(({ id }) => id);

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
      'granskning',
      'rojandekontroll',
    ]);
    expect(manifest()).toMatchObject({
      program: '1.0.0',
      profil: 'troskel-1',
      syntetisk: false,
      sista_datadag: '2024-03-29',
      rojandekontroll: { troskel: 1, metod: 'undertryck' },
    });
  });

  it('accounts for every row read', () => {
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    const none = { avvisade: {}, strukna_uppgifter: {}, anmarkningar: {} };
    expect(manifest().inputs).toEqual([
      {
        fil: 'utskrivningar.csv',
        sha256: sha256(SMALL['utskrivningar.csv']),
        lasta: 35,
        anvanda: 34,
        ...none,
        avvisade: { utskrivning_fore_inskrivning: 1 },
        lasning: [],
        rader: { ...none, avvisade: { utskrivning_fore_inskrivning: [36] } },
        i_kolumner: { ...none, avvisade: { utskrivning_fore_inskrivning: ['utskrivning'] } },
        okanda_kolumner: [],
        kolumner: expect.anything(),
      },
      {
        fil: 'utskrivningsklar.csv',
        sha256: sha256(SMALL['utskrivningsklar.csv']),
        lasta: 3,
        anvanda: 3,
        ...none,
        lasning: [],
        rader: none,
        i_kolumner: none,
        okanda_kolumner: [],
        kolumner: [
          { namn: 'vardtillfalle_id', rubrik: 'vardtillfalle_id', ...whole },
          { namn: 'kommun', rubrik: 'kommun', ...whole },
          {
            namn: 'utskrivningsklar',
            rubrik: 'utskrivningsklar',
            saknas_andel: 0,
            forsta: '2024-01-10',
            sista: '2024-02-12',
          },
        ],
      },
    ]);
    expect(Object.keys((manifest().inputs as object[])[0]!)).toEqual([
      'fil',
      'sha256',
      'lasta',
      'anvanda',
      'avvisade',
      'strukna_uppgifter',
      'anmarkningar',
      'lasning',
      'rader',
      'i_kolumner',
      'okanda_kolumner',
      'kolumner',
    ]);
  });

  it('tells what the checks of the extracts found', () => {
    expect(manifest().granskning).toEqual({
      avstangda: Object.fromEntries(
        built.catalogue.indikatorer.flatMap(({ id, avstangd_saknar }) =>
          avstangd_saknar.length > 0 ? [[id, avstangd_saknar]] : [],
        ),
      ),
      tomma_kolumner: {},
      // Two stays ended in January, one in February and 31 in March; threshold 1 hides nothing.
      tackningsflaggor: [
        { niva: 'region', enhet_id: '12', ...JUMP },
        { niva: 'vardgivare', enhet_id: 'sus', ...JUMP },
      ],
      dolda_tackningsflaggor: 0,
      avstamning: null,
    });
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
