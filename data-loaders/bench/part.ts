/**
 * One measured part, run as a process of its own so that its peak memory is its own:
 * `tsx part.ts ingest|pipeline EXTRACTS WORKDIR PROFILE`. Prints one line of JSON (type Measured).
 */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DuckDBInstance } from '@duckdb/node-api';
import { literal } from '../extracts/sql-text.ts';
import { runPipeline } from '../pipeline.ts';
import { PAGES_DIR } from '../places.ts';
import { readProfile } from '../profile/read.ts';
import { type Step, stepsOf } from './program.ts';

export type Measured = {
  seconds: number;
  /** Processor time over all threads: what other programs on the machine disturb least. */
  cpuSeconds: number;
  peakMegabytes: number;
  steps: Step[];
};

/** DuckDB reads the same files by itself, as it comes: types and all, into a table each of a database on disk. */
async function ingest(extracts: string, workDir: string): Promise<void> {
  mkdirSync(workDir, { recursive: true });
  const instance = await DuckDBInstance.create(join(workDir, 'inlasning.duckdb'));
  const connection = await instance.connect();
  for (const file of readdirSync(extracts).filter((name) => name.endsWith('.csv')))
    await connection.run(
      `create table "${file}" as from read_csv(${literal(join(extracts, file))}, ignore_errors = true)`,
    );
  connection.closeSync();
  instance.closeSync();
}

async function measure(part: string, extracts: string, workDir: string, name: string): Promise<Measured> {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const marks: { step: string; at: number }[] = [];
  const progress = {
    step: (step: string) => void marks.push({ step, at: performance.now() }),
    end: () => {},
  };
  if (part === 'ingest') await ingest(extracts, workDir);
  else {
    const profile = readProfile(name);
    await runPipeline({ extracts, profile, workDir, pagesDir: PAGES_DIR, progress });
  }
  const end = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  return {
    seconds: (end - start) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    steps: stepsOf(marks, end),
  };
}

const [part, extracts, workDir, profile] = process.argv.slice(2);
console.log(JSON.stringify(await measure(part!, extracts!, workDir!, profile!)));
