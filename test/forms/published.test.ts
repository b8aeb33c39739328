import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { runPipeline } from '../../data-loaders/pipeline.ts';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { type Files, folderWith } from '../load/helpers.ts';
import { profileFile } from '../publish/publication.ts';
import { parquetOf, temporaryFolder, workbookOf } from './helpers.ts';

const DAYS = Array.from({ length: 28 }, (_, nr) => String(nr + 1).padStart(2, '0'));
/** Stays with readiness in three kommuner, half of them with a readmission; one row is refused, one loses a date. */
const TABLE = [
  [
    'Vårdtillfälle-ID',
    'Patient',
    'Kommun',
    'Vårdgivare',
    'Inskrivning',
    'Utskrivningsklar',
    'Utskrivning',
    'Utskriven till',
    'Oplanerad',
  ],
  ...DAYS.flatMap((day, nr) => {
    const place = [['Lund', 'Malmö', 'Höör'][nr % 3]!, ['SUS Lund', 'SUS Malmö'][nr % 2]!];
    const first = [
      `V${nr}`,
      `P${nr}`,
      ...place,
      `2024-01-${day}`,
      `2024-02-${day} 08:00`,
      `2024-02-${day} 15:30`,
      'Hem',
      'ja',
    ];
    const second = [
      `W${nr}`,
      `P${nr}`,
      ...place,
      `2024-03-${day} 09:15`,
      '1900-01-01',
      '2024-03-31',
      'Korttid',
      'ja',
    ];
    return nr % 2 ? [first, second] : [first];
  }),
  ['X', 'PX', 'Lund', 'SUS Lund', '2024-02-01', '', '2024-01-01', 'Hem', 'nej'],
];
const text = Papa.unparse(TABLE, { delimiter: ';', newline: '\r\n' });

/** What the pipeline publishes: the data files, and the manifest without what it says of the extracts. */
async function published(
  files: Files,
  { workDir = temporaryFolder(), nyckel }: { workDir?: string; nyckel?: Buffer } = {},
) {
  const { dataDir } = await runPipeline({
    extracts: folderWith(files),
    profile: readProfile(profileFile(1)),
    nyckel,
    workDir,
    pagesDir: join(workDir, 'pages'),
  });
  const { inputs, ...manifest } = JSON.parse(readFileSync(join(dataDir, 'manifest.json'), 'utf8'));
  const names = readdirSync(dataDir).filter((name) => name !== 'manifest.json');
  const data = Object.fromEntries(names.map((name) => [name, readFileSync(join(dataDir, name), 'base64')]));
  const told = inputs.map(({ fil, sha256, lasning, ...rest }: Record<string, unknown>) => rest);
  return { data, manifest, told };
}

test('the same stays in every form of file publish the same files; manifests differ in the inputs only', async () => {
  const csv = await published({ 'vardtillfallen.csv': text });
  expect(Object.keys(csv.data).length).toBeGreaterThan(20);
  expect(csv.told[0]).toMatchObject({ lasta: 43, anvanda: 42, strukna_uppgifter: { platshallardatum: 14 } });
  const forms: Files[] = [
    { 'vardtillfallen-maj.csv': iconv.encode(`Titel\r\n${text}\r\nSumma;43`, 'win1252') },
    { 'vardtillfallen.xlsx': await workbookOf(TABLE, '1904') },
    { 'vardtillfallen/ar=2024/x.parquet': await parquetOf(TABLE) },
  ];
  for (const files of forms) {
    const { data, manifest } = await published(files);
    expect(data).toEqual(csv.data);
    expect(manifest).toEqual(csv.manifest);
  }
});

test('the same files are published with rows of the former warehouse, and with pseudonyms', async () => {
  const lines = text.split('\r\n');
  const half = (from: number, to: number) => [lines[0], ...lines.slice(from, to)].join('\n');
  const files = { 'vardtillfallen-1.csv': half(1, 20), 'vardtillfallen-2.csv': half(20, 99) };
  const fresh = await published(files);
  const workDir = temporaryFolder();
  await published(
    { ...files, 'vardtillfallen-1.csv': half(1, 10), 'vardtillfallen-3.csv': half(10, 20) },
    { workDir },
  );
  expect(await published(files, { workDir })).toEqual(fresh);
  const nyckel = Buffer.alloc(32, 'nyckel');
  expect(await published(files, { workDir, nyckel })).toEqual(fresh);
});
