import type { DuckDBConnection } from '@duckdb/node-api';
import { namesOf, roleOf } from './columns.ts';
import { rowsSql, type Source } from './rows.ts';
import { identifier, literal } from './sql-text.ts';
import type { DateOrder } from './values/dates.ts';
import { asWord } from './words.ts';

/** How the cells of a file are read. */
export type Reading = {
  /** The order of day and month, in date columns that need one. */
  orders: Map<string, DateOrder>;
  /** Text columns kept as words. */
  words: Set<string>;
  /** Word and date columns whose cells may have blanks around them. Ids and other texts are always trimmed. */
  blanks: Set<string>;
  /** What stands for a patient's id. */
  patient: (column: string) => string;
};

/**
 * Reads the file's rows into `inlast.fil_<nr>` in one pass: ids and texts, dates as `<kolumn>_datum` and `<kolumn>_tid`
 * (null without a time of day), `datumfel`, null unless a date could not be read: `|<kolumn>:<code>|…`, and `olasta`, the
 * texts of those: judged by whoever calls, then dropped.
 */
export async function readRows(
  connection: DuckDBConnection,
  nr: number,
  source: Source,
  reading: Reading,
): Promise<void> {
  await connection.run(`create or replace table inlast.fil_${nr} as ${readSql(source, reading)}`);
}

function readSql(source: Source, { orders, words, blanks, patient }: Reading): string {
  const { columns, rows } = source;
  const dates = namesOf(columns, 'datum');
  const number = rows.typ === 'csv' && rows.numbered ? ['rad'] : [];
  // A stay's id is kept as text, for the smaller of two goes first; a patient's only has to be told from others.
  const ids = namesOf(columns, 'id').map((name) =>
    name === 'patient_id'
      ? `case when patient_id is not null then hash(${patient(name)}) end as patient_id`
      : identifier(name),
  );
  const texts = namesOf(columns, 'text').map((name) =>
    words.has(name) ? `${asWord(name)} as ${identifier(name)}` : identifier(name),
  );
  const form = (name: string) => orders.get(name) ?? 'iso';
  const clocks = dates.map((name) => `${clockSql(name, form(name))} as ${name}_tid`);
  const days = dates.map(
    (name) => `coalesce(${name}_tid::date, ${daySql(name, form(name))}) as ${name}_datum`,
  );
  const kept = dates.flatMap((name) => [`${name}_datum`, `${name}_tid`]);
  const inNeed = (kolumn: string) => blanks.has(kolumn) || (roleOf(kolumn) !== 'datum' && !words.has(kolumn));
  const trimmed = columns.flatMap(({ kolumn }) =>
    kolumn !== null && inNeed(kolumn)
      ? [`${textOf(kolumn)}(${identifier(kolumn)}) as ${identifier(kolumn)}`]
      : [],
  );
  const replaced = trimmed.length > 0 ? ` replace (${trimmed.join(', ')})` : '';
  return `
    select ${[...number, ...ids, ...texts, ...kept, `${faultSql(dates)} as datumfel`, `${unreadSql(dates)} as olasta`].join(', ')}
    from (select *, ${days.join(', ')} from (select *, ${clocks.join(', ')}
        from (select *${replaced} from (${rowsSql(source, false)}))))`;
}

const textOf = (kolumn: string): string => (roleOf(kolumn) === 'datum' ? 'datumtext' : 'falttext');

const clockSql = (name: string, order: DateOrder): string =>
  order === 'iso' ? `las_tid(${name})` : `las_tid_form(${name}, ${literal(order)})`;

const daySql = (name: string, order: DateOrder): string =>
  order === 'iso' ? `las_datum(${name})` : `las_datum_form(${name}, ${literal(order)})`;

/** Worked out only for rows where a date is there and was not read: they are few. */
const forUnread = (dates: string[], then: string): string =>
  `case when ${dates.map((name) => `(${name} is not null and ${name}_datum is null)`).join(' or ')} then ${then} end`;

function faultSql(dates: string[]): string {
  if (dates.length === 0) return 'null::varchar';
  const faults = dates.map((name) => `datumfel_i(${name}, ${name}_datum, ${literal(name)})`);
  return forUnread(dates, `'|' || concat_ws('|', ${faults.join(', ')}) || '|'`);
}

function unreadSql(dates: string[]): string {
  if (dates.length === 0) return 'null::struct(kolumn varchar, text varchar)[]';
  const texts = dates.map(
    (name) => `{kolumn: ${literal(name)}, text: case when ${name}_datum is null then ${name} end}`,
  );
  return forUnread(dates, `[${texts.join(', ')}]`);
}
