import { cpus, totalmem } from 'node:os';
import type { Attempt, Bare } from './bare.ts';
import { type Checks, differences } from './checks.ts';
import type { Figures } from './measure.ts';
import type { PageSize } from './pages.ts';
import type { Measured } from './part.ts';
import type { Built } from './program.ts';

/** How many times faster than the other tool the pipeline should be. */
const TARGETS: Record<string, number> = { 'data.table': 2, pandas: 6 };
/** What the build calls the step that makes the pages. */
const SITE_STEP = 'Bygger sidorna';

/** The figures as the tables of docs/matningar.md. */
export function markdown(figures: Figures): string {
  const { rows, bytes, ingest, pipeline, checks, bare, first, unchanged, changed, pages, sizes } = figures;
  const machine = `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  return [
    `${rows} stays, ${(bytes / 1e6).toFixed(0)} MB of CSV, ${machine}\n`,
    '| what | seconds | × DuckDB | CPU seconds | × DuckDB | peak memory, MB |',
    '|---|--:|--:|--:|--:|--:|',
    dataRow("DuckDB's own typed ingest of the files", ingest, ingest),
    dataRow('extracts → published files', pipeline, ingest),
    ...pipeline.steps.map(({ step, seconds }) => `| – ${step} | ${seconds.toFixed(1)} | | | | |`),
    '',
    '| the bare indicators | seconds | CPU seconds | peak memory, MB | pipeline faster, × | by CPU, × | target, × | same figures |',
    '|---|--:|--:|--:|--:|--:|--:|---|',
    ...bare.map((attempt) => bareRow(attempt, pipeline, checks)),
    `\nBefore röjandekontroll: ${figuresOf(checks)}.\n`,
    '| `npm run build` | seconds | of them the pages | target |',
    '|---|--:|--:|--:|',
    buildRow('first site, every row from the former warehouse', first),
    buildRow('nothing has changed', unchanged, '≤ 2'),
    buildRow('one small file has changed', changed),
    `\n${pages} pages.\n`,
    '| page, compressed kB | HTML | CSS | without JavaScript | JavaScript |',
    '|---|--:|--:|--:|--:|',
    ...sizes.map(sizeRow),
    '',
  ].join('\n');
}

function dataRow(what: string, part: Measured, ingest: Measured): string {
  const { seconds, cpuSeconds, peakMegabytes } = part;
  const times = [seconds, seconds / ingest.seconds, cpuSeconds, cpuSeconds / ingest.cpuSeconds];
  return line(what, ...times.map(oneDecimal), Math.round(peakMegabytes));
}

function bareRow({ tool, result }: Attempt, pipeline: Measured, ours: Checks): string {
  const target = TARGETS[tool] ? `≥ ${TARGETS[tool]}` : '';
  if ('problem' in result) return line(tool, result.problem, '', '', '', '', target, '');
  const { seconds, cpuSeconds, peakMegabytes, version, checks }: Bare = result;
  const ratios = [seconds / pipeline.seconds, cpuSeconds / pipeline.cpuSeconds].map(oneDecimal);
  const same = differences(ours, checks) || 'yes';
  const times = [seconds, cpuSeconds].map(oneDecimal);
  return line(version, ...times, peakMegabytes ?? '', ...ratios, target, same);
}

function buildRow(what: string, { seconds, steps }: Built, target = ''): string {
  const site = steps.find(({ step }) => step === SITE_STEP);
  return line(what, oneDecimal(seconds), site ? oneDecimal(site.seconds) : '', target);
}

const sizeRow = ({ page, html, css, js }: PageSize): string =>
  line(page, ...[html, css, html + css, js].map((bytes) => (bytes / 1000).toFixed(1)));

const line = (...cells: (string | number)[]): string =>
  `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;

const oneDecimal = (value: number): string => value.toFixed(1);

const figuresOf = (checks: Checks): string =>
  Object.entries(checks)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
