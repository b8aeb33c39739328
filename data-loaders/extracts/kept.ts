import type { DuckDBConnection } from '@duckdb/node-api';
import { namesOf, roleOf } from './columns.ts';
import type { Column } from './headings.ts';
import { identifier, literal } from './sql-text.ts';

/** Enters, per known column of a file whose rows are kept, how many lack a value and the first and last day of dates. */
export async function enterColumnFacts(
  connection: DuckDBConnection,
  nr: number,
  columns: Column[],
): Promise<void> {
  const facts = columns.flatMap(({ kolumn }) => (kolumn === null ? [] : [factsOf(kolumn)]));
  await connection.run(`
    delete from raw.kolumn_tomma where fil_nr = ${nr};
    insert into raw.kolumn_tomma
    select ${nr}, kolumn, tomma, forsta, sista
    from (select unnest([${facts.join(', ')}], recursive := true) from inlast.fil_${nr})`);
}

function factsOf(kolumn: string): string {
  if (roleOf(kolumn) !== 'datum') {
    return `{kolumn: ${literal(kolumn)}, tomma: count(*) - count(${identifier(kolumn)}), forsta: null::date, sista: null::date}`;
  }
  const day = `${kolumn}_datum`;
  // A date that is there and was not read is no empty cell.
  const unread = `count(*) filter (where contains(datumfel, ${literal(`|${kolumn}:`)}))`;
  return `{kolumn: ${literal(kolumn)}, tomma: count(*) - count(${day}) - ${unread}, forsta: min(${day}), sista: max(${day})}`;
}

/** Date columns with a text that could not be read. */
export async function unreadDates(
  connection: DuckDBConnection,
  nr: number,
  columns: Column[],
): Promise<string[]> {
  const found = await connection.runAndReadAll(`
    select distinct split_part(fel, ':', 1)
    from (select unnest(datumfel_lista(datumfel)) as fel from inlast.fil_${nr} where datumfel is not null)
    where fel not like '%:platshallardatum'`);
  const unread = found.getRows().map(([kolumn]) => String(kolumn));
  return namesOf(columns, 'datum').filter((kolumn) => unread.includes(kolumn));
}
