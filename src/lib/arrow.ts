/** Arrow files as plain rows, read when first asked for. */
import { existsSync, readFileSync } from 'node:fs';
import { type Table, tableFromIPC, type Vector } from 'apache-arrow';

type Row = Record<string, unknown>;

export function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

export function grouped<T>(rows: T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) push(groups, key(row), row);
  return groups;
}

export function push<K, T>(groups: Map<K, T[]>, key: K, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

/** A table's columns by name, each as what gives a row's value, and how to make a whole row. */
export type Columns = {
  names: string[];
  rows: number;
  value: (name: string) => (row: number) => unknown;
  plain: (row: number) => Row;
};

/** The columns of a file as publish/arrow.ts writes it. An absent file has no rows. */
export function readColumns(path: string): Columns {
  const table = existsSync(path) ? tableFromIPC(readFileSync(path)) : null;
  const readers = (table?.schema.fields ?? []).map(
    ({ name }, i) => [name, reader(table!, table!.getChildAt(i)!)] as const,
  );
  const byName = new Map(readers);
  return {
    rows: table?.numRows ?? 0,
    names: readers.map(([name]) => name),
    value: (name) => byName.get(name) ?? (() => null),
    plain: (row) => {
      const values: Row = {};
      for (const [name, read] of readers) values[name] = read(row);
      return values;
    },
  };
}

/** Arrow's own way to a value costs more than all else a page does with it: the one batch's buffers are read as they are. */
function reader({ batches }: Table, vector: Vector): (row: number) => unknown {
  const [data] = vector.data;
  if (!data || batches.length !== 1) return (row) => vector.get(row) ?? null;
  if (data.dictionary) {
    const words: unknown[] = [...data.dictionary];
    return (row) => (data.getValid(row) ? words[data.values[row]] : null);
  }
  if (ArrayBuffer.isView(data.values) && (data.values as Int32Array).length === data.length)
    return (row) => (data.getValid(row) ? data.values[row] : null);
  return (row) => vector.get(row) ?? null;
}

/** All rows of a small file as plain objects; an absent file has none. */
export function readRows<T>(path: string): T[] {
  const { rows, plain } = readColumns(path);
  return Array.from({ length: rows }, (_, row) => plain(row)) as T[];
}
