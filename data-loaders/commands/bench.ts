import { execFile } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type PageSize, pageSize } from '../bench/pages.ts';
import type { Measured } from '../bench/part.ts';
import { generateDemo } from '../demo/generate.ts';
import { makeWorkDir, PROJECT } from '../places.ts';
import { readProfile } from '../profile/read.ts';
import { createProgress, type Progress } from '../progress.ts';
import { buildSite } from '../site/build.ts';
import { type Command, wholeNumber } from './options.ts';
import { withLock } from './run.ts';

const DEFAULT_ROWS = 1_000_000;
const PART = fileURLToPath(new URL('../bench/part.ts', import.meta.url));
const PAGES = [
  'index.html',
  'kommun/1280.html',
  'kommun/1275.html',
  'vardgivare/sus.html',
  'veckodagar.html',
];

export const bench: Command = {
  sammanfattning: 'Mäter: utdrag till datafiler bredvid DuckDB:s egen inläsning, sidbygge och sidstorlekar.',
  alternativ: {
    rows: { varde: 'ANTAL', hjalp: `antal påhittade vårdtillfällen (${DEFAULT_ROWS})` },
  },
  mer: 'Skriver resultatet som Markdown, att föra in i docs/matningar.md. Gör om src/data.',
  run: async (values) => {
    const rows = wholeNumber(values, 'rows', DEFAULT_ROWS, 1);
    const progress = createProgress();
    process.stdout.write(await withLock(progress, () => measureAll(rows, progress)));
  },
};

async function measureAll(rows: number, progress: Progress): Promise<string> {
  const folder = join(makeWorkDir(), 'bench');
  const extracts = join(folder, 'utdrag');
  progress.step('Gör utdrag');
  await generateDemo({ profile: readProfile('skane'), out: extracts, rows });
  progress.step('DuckDB:s egen inläsning');
  const ingest = await run('ingest', extracts, join(folder, 'inlasning'));
  progress.step('Utdrag till datafiler');
  const workDir = join(folder, 'arbete');
  const pipeline = await run('pipeline', extracts, workDir);
  progress.step('Bygger sidorna');
  const out = join(folder, 'webbplats');
  const start = performance.now();
  await buildSite({ dataDir: join(workDir, 'data'), out, base: '/', quiet: true });
  const site = (performance.now() - start) / 1000;
  const report = markdown({ rows, bytes: folderBytes(extracts), ingest, pipeline, site, out });
  rmSync(folder, { recursive: true });
  return report;
}

async function run(part: 'ingest' | 'pipeline', extracts: string, workDir: string): Promise<Measured> {
  const args = ['--import', 'tsx', PART, part, extracts, workDir];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: PROJECT });
  return JSON.parse(stdout) as Measured;
}

type Result = {
  rows: number;
  bytes: number;
  ingest: Measured;
  pipeline: Measured;
  site: number;
  out: string;
};

function markdown({ rows, bytes, ingest, pipeline, site, out }: Result): string {
  const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
  const machine = `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  return [
    `${rows} stays, ${megabytes(bytes)} MB of CSV, ${machine}\n`,
    '| what | seconds | × DuckDB | CPU seconds | × DuckDB | peak memory, MB |',
    '|---|--:|--:|--:|--:|--:|',
    row("DuckDB's own typed ingest of the files", ingest, ingest),
    row('extracts → published files', pipeline, ingest),
    ...pipeline.steps.map(({ step, seconds }) => `| – ${step} | ${seconds.toFixed(1)} | | | | |`),
    `| site, ${pages.length} pages | ${site.toFixed(1)} | | | | |\n`,
    '| page, compressed kB | HTML | CSS | without JavaScript | JavaScript |',
    '|---|--:|--:|--:|--:|',
    ...PAGES.filter((page) => pages.includes(page)).map((page) => sizeRow(pageSize(out, page))),
    '',
  ].join('\n');
}

function row(what: string, part: Measured, ingest: Measured): string {
  const { seconds, cpuSeconds, peakMegabytes } = part;
  const times = [
    seconds.toFixed(1),
    (seconds / ingest.seconds).toFixed(1),
    cpuSeconds.toFixed(1),
    (cpuSeconds / ingest.cpuSeconds).toFixed(1),
  ];
  return `| ${what} | ${times.join(' | ')} | ${Math.round(peakMegabytes)} |`;
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);

const sizeRow = ({ page, html, css, js }: PageSize): string =>
  `| ${page} | ${[html, css, html + css, js].map(kilobytes).join(' | ')} |`;

const folderBytes = (folder: string): number =>
  readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
