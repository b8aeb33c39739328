import type { DuckDBConnection } from '@duckdb/node-api';
import { onTestFinished } from 'vitest';
import { createValueMacros } from '../../data-loaders/extracts/values/macros.ts';
import { openDatabase } from '../../data-loaders/sql.ts';

export type Rows = (sql: string, parameters?: Record<string, string>) => Promise<Record<string, unknown>[]>;

/** A database with the value macros, closed when the test is done. */
export async function withMacros(): Promise<{ connection: DuckDBConnection; rows: Rows }> {
  const { connection, close } = await openDatabase(':memory:');
  onTestFinished(close);
  await createValueMacros(connection);
  const rows: Rows = async (sql, parameters) =>
    (await connection.runAndReadAll(sql, parameters)).getRowObjectsJson() as Record<string, unknown>[];
  return { connection, rows };
}

/** The texts in a table `t(nr, v)`, in order. */
export async function fill(connection: DuckDBConnection, texts: readonly string[]): Promise<void> {
  await connection.run('create or replace table t (nr integer, v varchar)');
  const appender = await connection.createAppender('t');
  for (const [index, text] of texts.entries()) {
    appender.appendInteger(index);
    appender.appendVarchar(text);
    appender.endRow();
  }
  appender.closeSync();
}
