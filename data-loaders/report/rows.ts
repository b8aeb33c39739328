import type { DuckDBConnection } from '@duckdb/node-api';
import { remarksSql } from './remarks.ts';

const ROWS_SHOWN = 5;

/** The first rows that each remark struck, as `fil|typ|kod` → row numbers as a spreadsheet shows them. */
export type FirstRows = Map<string, number[]>;

export async function firstRows(connection: DuckDBConnection): Promise<FirstRows> {
  const found = await connection.run(`
    select fil, typ, kod, list(rad::integer order by rad) as rader
    from (select distinct fil, typ, kod, rad from (${await remarksSql(connection)}))
    group by fil, typ, kod`);
  const rows = (await found.getRowObjectsJS()) as {
    fil: string;
    typ: string;
    kod: string;
    rader: number[];
  }[];
  return new Map(
    rows.map(({ fil, typ, kod, rader }) => [`${fil}|${typ}|${kod}`, rader.slice(0, ROWS_SHOWN)]),
  );
}
