/** Arrow files as plain rows, read when first asked for. */
import { existsSync, readFileSync } from 'node:fs';
import { type Table, tableFromIPC } from 'apache-arrow';

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

export function readTable(path: string): Table {
  return tableFromIPC(readFileSync(path));
}

/** All rows of a small file as plain objects; an absent file has none. */
export function readRows<T>(path: string): T[] {
  if (!existsSync(path)) return [];
  const table = readTable(path);
  return Array.from({ length: table.numRows }, (_, row) => plain(table, row)) as T[];
}

export function plain(table: Table, row: number): Row {
  return Object.fromEntries(
    table.schema.fields.map((field, i) => {
      const value: unknown = table.getChildAt(i)?.get(row) ?? null;
      return [field.name, typeof value === 'bigint' ? Number(value) : value];
    }),
  );
}
