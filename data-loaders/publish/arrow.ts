import { writeFile } from 'node:fs/promises';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import {
  Bool,
  type Data,
  type DataType,
  Dictionary,
  Field,
  Float64,
  Int8,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import { identifier } from '../extracts/sql-text.ts';
import { asEnum, type Column, describeWords } from './table.ts';

type Values = (DuckDBValue | undefined)[];

/** A column and what it is read as; its words are its dictionary. */
type ReadColumn = Column & { read: string };

/** DuckDB type → what the column is read as, so that browsers get plain numbers and ISO dates. */
const READ_AS: Record<string, string> = {
  VARCHAR: 'varchar',
  DATE: 'varchar',
  DOUBLE: 'double',
  BIGINT: 'integer',
  INTEGER: 'integer',
  UTINYINT: 'tinyint',
  TINYINT: 'tinyint',
  BOOLEAN: 'boolean',
};

/**
 * Writes a table as one Arrow record batch (IPC file format). Text and dates (ISO) are dictionaries of UTF-8, whole
 * numbers 32 bit, fractions 64 bit. Throws an Error for a column of another type.
 */
export async function writeArrow(
  connection: DuckDBConnection,
  table: string,
  file: string,
  described?: Column[],
): Promise<void> {
  const columns = (described ?? (await describeWords(connection, table))).map((column): ReadColumn => {
    const read = READ_AS[column.type];
    if (!read) throw new Error(`unknown column type for Arrow: ${column.name} ${column.type}`);
    return { ...column, read };
  });
  const rows = await connection.run(`select ${columns.map(selected).join(', ')} from ${table}`);
  const values = await rows.getColumns();
  const children = columns.map((column, index) => toData(column, values[index] ?? [], index));
  const schema = new Schema(columns.map(({ name }, index) => new Field(name, children[index]!.type, true)));
  const batch = makeData({
    type: new Struct(schema.fields),
    length: values[0]?.length ?? 0,
    nullCount: 0,
    children,
  });
  await writeFile(file, tableToIPC(new Table(schema, new RecordBatch(schema, batch)), 'file'));
}

/** DuckDB looks a word's place in the dictionary up itself: reading every text into JavaScript takes three times as long. */
function selected({ name, read, words }: ReadColumn): string {
  if (!words) return `cast(${identifier(name)} as ${read})`;
  if (words.length === 0) return 'cast(null as integer)';
  return `cast(enum_code(${asEnum(name, words)}) as integer)`;
}

/** The dictionary's number is the column's: Arrow would count on through the process and change the bytes. */
function toData({ read, words }: ReadColumn, values: Values, index: number): Data<DataType> {
  if (read === 'boolean') return vectorFromArray(values, new Bool()).data[0]!;
  const shape = { length: values.length, ...nullBitmap(values) };
  const fill = <T extends Int8Array | Int32Array | Float64Array>(data: T): T => filled(data, values);
  if (words)
    return makeData({
      type: new Dictionary(new Utf8(), new Int32(), index),
      ...shape,
      data: fill(new Int32Array(values.length)),
      dictionary: vectorFromArray(words, new Utf8()),
    });
  if (read === 'double')
    return makeData({ type: new Float64(), ...shape, data: fill(new Float64Array(values.length)) });
  if (read === 'tinyint')
    return makeData({ type: new Int8(), ...shape, data: fill(new Int8Array(values.length)) });
  return makeData({ type: new Int32(), ...shape, data: fill(new Int32Array(values.length)) });
}

/** A null's place in the buffer is 0, so that the bytes do not depend on anything else. A loop: `from` takes five times as long. */
function filled<T extends Int8Array | Int32Array | Float64Array>(data: T, values: Values): T {
  for (let position = 0; position < values.length; position++)
    data[position] = (values[position] as number | null) ?? 0;
  return data;
}

function nullBitmap(values: Values): { nullCount: number; nullBitmap?: Uint8Array } {
  const bitmap = new Uint8Array(Math.ceil(values.length / 8));
  let nullCount = 0;
  for (let position = 0; position < values.length; position++)
    if (values[position] === null) nullCount += 1;
    else bitmap[position >> 3]! |= 1 << (position & 7);
  return nullCount === 0 ? { nullCount } : { nullCount, nullBitmap: bitmap };
}
