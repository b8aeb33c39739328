import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences } from '../../data-loaders/bench/checks.ts';
import { markdown } from '../../data-loaders/bench/markdown.ts';
import { type Figures, measure } from '../../data-loaders/bench/measure.ts';
import { silent } from '../../data-loaders/progress.ts';

const home = mkdtempSync(join(tmpdir(), 'bench-'));
const folder = join(home, 'bench');
let figures: Figures;

beforeAll(async () => {
  const profile = join(home, 'liten.yaml');
  writeFileSync(profile, 'namn: Liten\nutgar_fran: skane\nkommuner: ["1281", "1285"]\n');
  const dates = { from: '2024-01-01', to: '2024-06-30' };
  figures = await measure({ rows: 3000, profile, folder, progress: silent, ...dates });
}, 600_000);

afterAll(() => rmSync(home, { recursive: true }));

describe('a tiny run', () => {
  it('leaves nothing behind', () => expect(existsSync(folder)).toBe(false));

  it('counts something to compare', () => {
    for (const count of Object.values(figures.checks)) expect(count).toBeGreaterThan(0);
    expect(figures.checks.nolldagar).toBeLessThan(figures.checks.fall);
    expect(figures.checks.aterinskrivna).toBeLessThan(figures.checks.episoder);
  });

  it('the other tools, where there are any, count the same', () => {
    expect(figures.bare.map(({ tool }) => tool)).toEqual(['data.table', 'pandas']);
    for (const { tool, result } of figures.bare) {
      if ('problem' in result) expect(result.problem, tool).toBe('not installed');
      else expect(differences(figures.checks, result.checks), tool).toBe('');
    }
  });

  it('builds nothing when nothing has changed, and reads one file when one has', () => {
    const told = ({ steps }: Figures['first']) => steps.map(({ step }) => step);
    expect(told(figures.unchanged)).toEqual([]);
    expect(told(figures.changed)).toContain('Läste 1 av 7 filer: de andra har inte ändrats');
    expect(told(figures.changed)).toContain('Bygger sidorna');
  });
});

describe('the Markdown', () => {
  it('has whole tables and numbers in them', () => {
    const text = markdown(figures);
    expect(text).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
    const tables = text.split('\n\n').filter((block) => block.startsWith('|'));
    expect(tables).toHaveLength(4);
    for (const table of tables) {
      const widths = table
        .trimEnd()
        .split('\n')
        .map((row) => row.replaceAll('\\|', '').split('|').length);
      expect(widths.length).toBeGreaterThan(2);
      expect(new Set(widths), table).toHaveProperty('size', 1);
    }
  });

  it('says which tool is missing, which failed and which counts otherwise', () => {
    const checks = { ...figures.checks, fall: figures.checks.fall + 1 };
    const result = { seconds: 3, cpuSeconds: 4, peakMegabytes: null, version: 'pandas 1', checks };
    const pipeline = { ...figures.pipeline, seconds: 1.5, cpuSeconds: 1 };
    const text = markdown({
      ...figures,
      pipeline,
      bare: [
        { tool: 'data.table', result: { problem: 'not installed' } },
        { tool: 'pandas', result },
      ],
    });
    expect(text).toContain('| data.table | not installed |  |  |  |  | ≥ 2 |  |');
    const difference = `fall ${checks.fall}, not ${figures.checks.fall}`;
    expect(text).toContain(`| pandas 1 | 3.0 | 4.0 |  | 2.0 | 4.0 | ≥ 6 | ${difference} |`);
  });
});
