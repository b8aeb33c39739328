import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Dictionary,
  Float64,
  Int32,
  Table,
  tableToIPC,
  Utf8,
  type Vector,
  vectorFromArray,
} from 'apache-arrow';

/** Column types as in the published Arrow files: dictionaries of text, doubles. */
export function writeArrowFile(dir: string, name: string, rows: object[]): void {
  const columns: Record<string, Vector> = {};
  for (const key of Object.keys(rows[0] ?? {})) {
    const values = rows.map((row) => (row as Record<string, unknown>)[key] ?? null);
    columns[key] = values.some((value) => typeof value === 'string')
      ? vectorFromArray(values, new Dictionary(new Utf8(), new Int32()))
      : vectorFromArray(values, new Float64());
  }
  writeFileSync(join(dir, `${name}.arrow`), tableToIPC(new Table(columns), 'file'));
}
