import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Katalog } from '../catalogue-types.ts';
import { literal } from '../extracts/sql-text.ts';
import type { PubliceradRad } from '../types.ts';
import { aboutFile } from './about.ts';
import { writeArrow } from './arrow.ts';
import { ROW_ORDER } from './order.ts';
import { describe, describeWords, noWords, wordsBy, writeFormats } from './table.ts';

/** The contract's columns, in order, and how each is taken from `publicerat`. */
const COLUMNS: Record<keyof PubliceradRad, string> = {
  indikator: 'indikator',
  niva: 'niva',
  enhet_id: 'enhet_id',
  enhet: 'enhet',
  periodtyp: 'periodtyp',
  period: 'cast(period as date) as period',
  grupp: 'grupp',
  kategori: 'kategori',
  taljare: 'taljare',
  namnare: 'namnare',
  antal: 'cast(antal as bigint) as antal',
  varde: 'varde',
  nedre: 'nedre',
  ovre: 'ovre',
  status: 'status',
  slutlig: 'cast(slutlig as tinyint) as slutlig',
};

/** Those, as SQL over `publicerat`. */
export const PUBLISHED_COLUMNS = Object.values(COLUMNS).join(', ');

/**
 * Writes every indicator's files to `dataDir` from `publicerat`. The connections share the work: while one waits for a file to be
 * written or packed, the other counts on.
 */
export async function writeIndicators(
  connections: DuckDBConnection[],
  dataDir: string,
  catalogue: Katalog,
): Promise<void> {
  const ids = catalogue.indikatorer.map(({ id }) => id);
  const shares = connections.map((_, share) =>
    ids.filter((_, place) => place % connections.length === share),
  );
  const written = await Promise.allSettled(
    connections.map((connection, share) => writeShare(connection, dataDir, catalogue, shares[share]!)),
  );
  // Told when both have stopped: what is closed and removed after a fault must not be in use.
  for (const share of written) if (share.status === 'rejected') throw share.reason;
}

/** The rows of all of them are put in order once: a look for each among all the rows costs more than writing it. */
async function writeShare(
  connection: DuckDBConnection,
  dataDir: string,
  catalogue: Katalog,
  ids: string[],
): Promise<void> {
  await connection.run(`create or replace temp table utdata_alla as
    select cast(list_position([${ids.map(literal).join(', ')}], indikator) as utinyint) as del, ${PUBLISHED_COLUMNS}
    from publicerat where indikator in (${ids.map(literal).join(', ')}) order by del, ${ROW_ORDER}`);
  const columns = await describe(connection, '(select * exclude (del) from utdata_alla)');
  const words = await wordsBy(connection, 'utdata_alla', 'del', columns);
  for (const [place, id] of ids.entries()) {
    const del = place + 1;
    await writeFormats(
      connection,
      `(select * exclude (del) from utdata_alla where del = ${del})`,
      join(dataDir, id),
      aboutFile(catalogue, id),
      words.get(del) ?? noWords(columns),
    );
  }
  await connection.run('drop table utdata_alla');
}

/** The same rows for the pages under ckm: with `brus`, what the noise does to each value. */
export async function writeWithNoise(
  connection: DuckDBConnection,
  pagesDir: string,
  catalogue: Katalog,
): Promise<void> {
  for (const { id } of catalogue.indikatorer) {
    await connection.run(`create or replace temp table utdata as
      select ${PUBLISHED_COLUMNS}, brus, if(brus is null, null, matt) as brusmatt
      from publicerat
      left join brus_cell using (indikator, niva, enhet_id, periodtyp, period, grupp, kategori)
      where indikator = ${literal(id)} order by ${ROW_ORDER}`);
    await writeArrow(connection, 'utdata', join(pagesDir, `${id}.arrow`));
  }
  await connection.run('drop table utdata');
}

/** Writes the files of `jamforelse`: figures already public elsewhere, outside disclosure control. */
export async function writeComparison(
  connection: DuckDBConnection,
  dataDir: string,
  catalogue: Katalog,
): Promise<void> {
  await connection.run(`create or replace temp table utdata as
    select indikator, niva, enhet, periodtyp, cast(period as date) as period, varde,
      cast(antal as bigint) as antal, kalla, status
    from s_jamforelse order by indikator, niva, enhet, periodtyp, period, kalla`);
  await writeFormats(
    connection,
    'utdata',
    join(dataDir, 'jamforelse'),
    aboutFile(catalogue, 'jamforelse'),
    await describeWords(connection, 'utdata'),
  );
  await connection.run('drop table utdata');
}
