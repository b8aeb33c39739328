import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { DataError } from '../../data-loaders/errors.ts';
import { isBlank } from '../../data-loaders/extracts/open/tail.ts';
import { read } from './helpers.ts';

/**
 * What other readers of CSV promise, asked of ours: Papa Parse's parser cases and csv-spectrum, from their own packages. A
 * case is text without headings, so each gets a heading row before it. Lines that hold nothing are dropped on both sides.
 */
type Case = {
  description: string;
  input: string;
  config?: Record<string, unknown>;
  expected: { data: unknown[]; errors: { type: string }[] };
};

/** Cases that do not apply, by the option they are about. */
const OPTIONS: Record<string, string> = {
  comments: 'an extract has no comment lines; a line beginning with # is data',
  header: 'the first row becomes keys of objects: our headings are columns; the same texts are there as rows',
  dynamicTyping: 'everything is read as text',
  transform: 'a function of the caller',
  transformHeader: 'a function of the caller',
  preview: 'a file is read whole',
  quoteChar: 'only the double quote quotes',
  escapeChar: 'a quote is escaped by doubling it',
  skipFirstNLines: 'the heading row is found by its headings, not by a number of lines',
};
/** Cases that do not apply, by their name. */
const NAMED: Record<string, string> = {
  'Quoted field with whitespace around quotes':
    'spaces before a quote are the exporter’s: "B" is B, as DuckDB has it',
  'Skip empty lines, with first line only whitespace': 'a line of spaces holds nothing',
  'Mixed slash n and slash r should choose first as precident':
    'every line end ends a row, also in a file that mixes them',
  'Input without comments with line starting with whitespace':
    'one column: a heading row of one column is no extract',
};
const SEPARATORS = [',', ';', '\t', '|'];

const require = createRequire(import.meta.url);
const papaparse = createContext({
  chai: { assert: {} },
  Papa,
  describe: Object.assign(() => {}, { skip: () => {} }),
});
runInContext(readFileSync(require.resolve('papaparse/tests/test-cases.js'), 'utf8'), papaparse);
const { CORE_PARSER_TESTS, PARSE_TESTS } = papaparse as Record<string, Case[]>;

/** The separator with which Papa Parse reads what it says it does, if it is one of ours. */
function separatorOf({ input, config = {}, expected }: Case): string | undefined {
  if (config.delimiter !== undefined) return SEPARATORS.find((one) => one === config.delimiter);
  return SEPARATORS.find((delimiter) => {
    const { data } = Papa.parse(input, { ...config, delimiter });
    return JSON.stringify(data) === JSON.stringify(expected.data);
  });
}

function reason(one: Case): string | undefined {
  const option = Object.keys(one.config ?? {}).find((name) => OPTIONS[name]);
  if (option) return OPTIONS[option];
  return NAMED[one.description] ?? (separatorOf(one) ? undefined : 'a separator no extract has');
}

const cases = [...CORE_PARSER_TESTS!, ...PARSE_TESTS!];
const applied = cases.filter((one) => reason(one) === undefined);

/** Papa's rows as ours would be: null for nothing, LF inside a text. */
function wanted(data: unknown[]): (string | null)[][] {
  return (data as string[][])
    .filter((row) => !row.every(isBlank))
    .map((row) => row.map((cell) => cell.replace(/\r\n?/g, '\n') || null));
}

const headings = (width: number) => Array.from({ length: width }, (_, index) => `h${index + 1}`);
const score = (cells: string[]) => cells.filter((cell) => /^h\d+$/.test(cell)).length;

describe('Papa Parse', () => {
  test('which cases apply', () => {
    expect(applied.length).toBe(87);
    expect(Object.keys(NAMED).filter((name) => !cases.some((one) => one.description === name))).toEqual([]);
  });

  test.each(applied.map((one) => [one.description, one] as const))('%s', async (_, one) => {
    const separator = separatorOf(one)!;
    const rows = wanted(one.expected.data);
    const width = rows[0]?.length ?? 2;
    const newline = /\r\n?|\n/.exec(one.input)?.[0] ?? '\n';
    const [bom, text] = one.input.startsWith('\ufeff') ? ['\ufeff', one.input.slice(1)] : ['', one.input];
    const file = `${bom}${headings(width).join(separator)}${newline}${text}`;
    const quotes = one.expected.errors.some(({ type }) => type === 'Quotes');
    for (const careful of [false, true]) {
      const found = await read(file, { careful, score }).catch((error) => {
        if (error instanceof DataError) return error.message;
        throw error;
      });
      if (quotes && typeof found === 'string') expect(found).toContain('Ett citattecken öppnas på rad');
      else if (typeof found === 'string') throw new Error(found);
      else if (quotes) expect(found.broken.map(({ kod }) => kod)).toContain('trasigt_citattecken');
      else {
        const fit = rows.filter(
          (row) => row.length === width || row.slice(width).every((cell) => cell === null),
        );
        const data = found.data
          .map(([, ...cells]) => cells)
          .filter((row) => row.some((cell) => cell !== null));
        expect(data).toEqual(fit.map((row) => row.slice(0, width)));
        expect(found.broken.map(({ kod }) => kod)).toEqual(
          Array(rows.length - fit.length).fill('fel_antal_falt'),
        );
        expect(found.rejects).toBe(0);
      }
    }
  });
});

type Spectrum = { name: string; csv: Buffer; json: Buffer };
const spectrum = await new Promise<Spectrum[]>((resolve, reject) => {
  require('csv-spectrum')((error: Error | null, items: Spectrum[]) =>
    error ? reject(error) : resolve(items),
  );
});

describe('csv-spectrum', () => {
  test.each(spectrum.map((item) => [item.name, item] as const))('%s', async (name, { csv, json }) => {
    const objects = [JSON.parse(json.toString())].flat() as Record<string, string>[];
    const keys = Object.keys(objects[0]!);
    for (const careful of [false, true]) {
      const found = await read(csv, {
        careful,
        score: (cells) => cells.filter((cell) => keys.includes(cell)).length,
      });
      expect(found.headings).toEqual(keys);
      // The package's own answer has another telephone number than its file.
      const from = name === 'location_coordinates' ? 1 : 0;
      const rows = objects.map((row) =>
        keys.map((key) => row[key]!.replace(/\r\n?/g, '\n') || null).slice(from),
      );
      expect(found.data.map(([, ...cells]) => cells.slice(from))).toEqual(rows);
      expect(found.broken).toEqual([]);
    }
  });
});
