import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { address, fileOf } from './pages.ts';
import { csvRows, desktopPage, status } from './tools.ts';

const at = desktopPage();

describe('open data', () => {
  const page_ = () => readFileSync(join(import.meta.dirname, '../../src/oppna-data.md'), 'utf8');
  const example = (language: string): string =>
    new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(page_())![1]!;
  const data = () => fileOf('data');

  /** Kommuner by mean of the latest whole year, as the examples say. */
  function expected(): number[][] {
    const rows = csvRows('medeldagar_alla').filter(
      (row) =>
        row.niva === 'kommun' &&
        row.periodtyp === 'ar' &&
        row.grupp === 'alla' &&
        row.status === 'visas' &&
        row.slutlig === '1',
    );
    const latest = rows
      .map(({ period }) => period!)
      .sort()
      .at(-1);
    return rows
      .filter(({ period }) => period === latest)
      .map((row) => [row.enhet_id, row.varde, row.antal].map(Number))
      .sort((a, b) => a[1]! - b[1]! || a[0]! - b[0]!);
  }
  const rounded = (rows: number[][]) => rows.map(([id, value, n]) => [id, value!.toFixed(3), n]);
  const numbers = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number))
      .filter((row) => row.length === 3 && !row.some(Number.isNaN));

  it('the example for DuckDB gives the published figures', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const sql = example('duckdb').replace(
      "'medeldagar_alla.parquet'",
      `'${data().replaceAll("'", "''")}/medeldagar_alla.parquet'`,
    );
    const rows = (await (await connection.run(sql)).getRows()).map((row) => row.map(Number));
    expect(rounded(rows)).toEqual(rounded(expected()));
    expect(rows.length).toBeGreaterThan(10);
  });

  it.for([
    { language: 'python', program: 'python3', args: (code: string) => ['-c', code] },
    { language: 'r', program: 'Rscript', args: (code: string) => ['-e', `options(digits = 10)\n${code}`] },
  ])('the example for $language gives the same', ({ language, program, args }, { skip }) => {
    const { error, status, stdout, stderr } = spawnSync(program, args(example(language)), {
      cwd: data(),
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    // The tool is not on every computer; where it is, the example must run.
    skip((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT', `${program} is not installed`);
    expect(status, stderr).toBe(0);
    expect(rounded(numbers(stdout))).toEqual(rounded(expected()));
  });

  it('the workbooks say that the figures are made up', async () => {
    const book = await readXlsx(readFileSync(fileOf('data/medeldagar_alla.xlsx')));
    expect(book.sheets[0]!.name).toBe('Syntetiska uppgifter');
    expect(book.sheets[1]!.rows[0]![0]).toBe('Syntetiska uppgifter');
  });

  it('copies an example', async () => {
    await at.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await at.page.goto(address('oppna-data.html'));
    await at.page.getByRole('button', { name: 'Kopiera exemplet' }).nth(1).click();
    await expect.poll(() => status(at)).toBe('Exemplet är kopierat.');
    expect(await at.page.evaluate(() => navigator.clipboard.readText())).toContain('csv.DictReader');
  });
});
