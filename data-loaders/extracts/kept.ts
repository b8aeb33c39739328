import type { DuckDBConnection } from '@duckdb/node-api';
import { roleOf } from './columns.ts';
import type { Column } from './headings.ts';
import { identifier, literal } from './sql-text.ts';
import { needsDecision } from './values/dates.ts';

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
  // A date that is there and was not read is no empty cell; a placeholder is one.
  const unread = `count(*) filter (where har_datumfel(datumfel, ${literal(kolumn)}))`;
  return `{kolumn: ${literal(kolumn)}, tomma: count(*) - count(${day}) - ${unread}, forsta: min(${day}), sista: max(${day})}`;
}

export type Unread = {
  /** Date columns whose texts call for another look at the whole column: an order to decide, or blanks to take away. */
  reread: string[];
  /** Date columns that may hold a personnummer. */
  suspects: string[];
};

/** What the texts that gave no date call for; they are forgotten. */
export async function judgeUnread(connection: DuckDBConnection, nr: number): Promise<Unread> {
  const found = await connection.runAndReadAll(`
    select distinct kolumn, text, falttext(text) is distinct from text as blanka, har_personnummer(text) as nummer
    from (select unnest(olasta, recursive := true) from inlast.fil_${nr} where olasta is not null)
    where text is not null`);
  await connection.run(`alter table inlast.fil_${nr} drop column olasta`);
  const texts = found.getRowObjects().map((row) => ({
    kolumn: String(row.kolumn),
    again: row.blanka === true || needsDecision([String(row.text)]),
    nummer: row.nummer === true,
  }));
  const named = (rows: { kolumn: string }[]) => [...new Set(rows.map(({ kolumn }) => kolumn))].sort();
  return {
    reread: named(texts.filter(({ again }) => again)),
    suspects: named(texts.filter(({ nummer }) => nummer)),
  };
}
