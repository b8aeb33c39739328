import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Papa from 'papaparse';
import { type PipelineResult, runPipeline } from '../../data-loaders/pipeline.ts';
import { readProfile } from '../../data-loaders/profile/read.ts';
import type { Series } from '../../data-loaders/series/place.ts';

export const FIXTURES = join(import.meta.dirname, '../fixtures');
export const MIDSUMMER = join(FIXTURES, 'midsommar-2023');
export const COMPARISON = join(FIXTURES, 'jamforelse', 'jamforelse-aterinlaggningar.csv');

export type Row = Record<string, string>;

export type Publication = PipelineResult & {
  folder: string;
  pagesDir: string;
  text: (file: string) => string;
  rows: (id: string) => Row[];
  remove: () => void;
};

/** An empty folder that the test removes. */
export const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'publish-'));

/** A folder with the named texts and copies of the named files as extracts. */
export function extractsOf(texts: Record<string, string>, files: string[] = []): string {
  const folder = makeFolder();
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  for (const file of files) copyFileSync(file, join(folder, basename(file)));
  return folder;
}

/** `skane` with another threshold of disclosure control, without some breakdowns. */
export function profileFile(troskel: number, utan = '{}'): string {
  const file = join(makeFolder(), `troskel-${troskel}.yaml`);
  writeFileSync(
    file,
    `namn: Test\nutgar_fran: skane\nrojandekontroll: {troskel: ${troskel}, utan: ${utan}}\n`,
  );
  return file;
}

/** The pipeline on a copy of `extracts`, without the site. `work` in its folder stands for the site that is published. */
export async function publication(
  extracts: string,
  troskel: number,
  series?: Series,
  utan?: string,
): Promise<Publication> {
  const folder = makeFolder();
  const copy = join(folder, 'extracts');
  mkdirSync(copy);
  cpSync(extracts, copy, { recursive: true });
  const result = await runPipeline({
    extracts: copy,
    profile: readProfile(profileFile(troskel, utan)),
    workDir: join(folder, 'work'),
    pagesDir: join(folder, 'pages'),
    series,
  });
  const text = (file: string) => readFileSync(join(result.dataDir, file), 'utf8');
  return {
    ...result,
    folder,
    pagesDir: join(folder, 'pages'),
    text,
    rows: (id) => Papa.parse<Row>(text(`${id}.csv`), { header: true, skipEmptyLines: true }).data,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Three stays in Lund, January to March 2024: 0, 1 and 3 väntedagar, and one row that is refused. */
export const SMALL = {
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
