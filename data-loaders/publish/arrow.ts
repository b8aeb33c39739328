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
import { describe } from './table.ts';

type Values = (DuckDBValue | undefined)[];

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
export async function writeArrow(connection: DuckDBConnection, table: string, file: string): Promise<void> {
  const columns = (await describe(connection, table)).map(({ name, type }) => {
    const read = READ_AS[type];
    if (!read) throw new Error(`unknown column type for Arrow: ${name} ${type}`);
    return { name, read };
  });
  const list = columns.map(({ name, read }) => `cast(${identifier(name)} as ${read})`).join(', ');
  const values = await (await connection.run(`select ${list} from ${table}`)).getColumns();
  const children = columns.map(({ read }, index) => toData(read, values[index] ?? [], index));
  const schema = new Schema(columns.map(({ name }, index) => new Field(name, children[index]!.type, true)));
  const batch = makeData({
    type: new Struct(schema.fields),
    length: values[0]?.length ?? 0,
    nullCount: 0,
    children,
  });
  await writeFile(file, tableToIPC(new Table(schema, new RecordBatch(schema, batch)), 'file'));
}

function toData(read: string, values: Values, index: number): Data<DataType> {
  if (read === 'varchar') return dictionary(values as (string | null)[], index);
  if (read === 'boolean') return vectorFromArray(values, new Bool()).data[0]!;
  const nulls = nullBitmap(values);
  const length = values.length;
  const numbers = values as (number | null)[];
  if (read === 'double')
    return makeData({ type: new Float64(), length, ...nulls, data: Float64Array.from(numbers, zeroForNull) });
  if (read === 'tinyint')
    return makeData({ type: new Int8(), length, ...nulls, data: Int8Array.from(numbers, zeroForNull) });
  return makeData({ type: new Int32(), length, ...nulls, data: Int32Array.from(numbers, zeroForNull) });
}

/** A null's place in the buffer: always 0, so that the bytes do not depend on anything else. */
const zeroForNull = (value: number | null): number => value ?? 0;

/** The dictionary's number is the column's: Arrow would count on through the process and change the bytes. */
function dictionary(values: (string | null)[], index: number): Data<DataType> {
  const codes = new Map<string, number>();
  const data = Int32Array.from(values, (value) => {
    if (value === null) return 0;
    const code = codes.get(value) ?? codes.size;
    codes.set(value, code);
    return code;
  });
  return makeData({
    type: new Dictionary(new Utf8(), new Int32(), index),
    length: values.length,
    ...nullBitmap(values),
    data,
    dictionary: vectorFromArray([...codes.keys()], new Utf8()),
  });
}

function nullBitmap(values: Values): { nullCount: number; nullBitmap?: Uint8Array } {
  const bitmap = new Uint8Array(Math.ceil(values.length / 8));
  let nullCount = 0;
  for (const [position, value] of values.entries())
    if (value === null) nullCount += 1;
    else bitmap[position >> 3]! |= 1 << (position & 7);
  return nullCount === 0 ? { nullCount } : { nullCount, nullBitmap: bitmap };
}
