import type { DuckDBConnection } from '@duckdb/node-api';
import type { Profile } from '../profile/read.ts';
import { roleOf } from './columns.ts';
import { assertNoIdentity } from './identity/check.ts';
import { rowsSql, type Source } from './rows.ts';
import { identifier } from './sql-text.ts';

/** A file as far as it is known when its rows are looked through. */
export type Examined = { fil: string; source: Source; headerRow: number };

/** Columns that may hold a personnummer, by their `namn`, as the survey suspects them. */
export type Suspects = string[];

/**
 * Throws DataError, with columns, counts and rows, when a suspected column holds a personnummer. Only a file that is
 * suspected is read for it.
 */
export async function assertNobody(
  connection: DuckDBConnection,
  { fil, source, headerRow }: Examined,
  suspects: Suspects,
  profile: Profile,
): Promise<void> {
  if (suspects.length === 0) return;
  const numbered = source.rows.typ === 'csv' && source.rows.numbered;
  const columns = source.columns.filter(({ namn }) => suspects.includes(namn));
  const kept = [...(numbered ? ['rad'] : []), ...columns.map(({ namn }) => identifier(namn))];
  await connection.run(
    `create or replace temp table misstankt as select ${kept.join(', ')} from (${rowsSql(source, false)})`,
  );
  try {
    await assertNoIdentity(connection, {
      fil,
      table: 'misstankt',
      columns: columns.map(({ namn, rubrik, kolumn }) => ({
        name: namn,
        rubrik,
        kolumn,
        kind: kolumn === null || roleOf(kolumn) === 'id' ? 'id' : 'text',
      })),
      profile,
      rad: numbered ? 'rad' : `rowid + ${headerRow + 1}`,
    });
  } finally {
    await connection.run('drop table misstankt');
  }
}
