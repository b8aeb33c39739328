import type { DuckDBConnection } from '@duckdb/node-api';
import { LOOKED_UP, namesOf, roleOf } from './columns.ts';
import type { Column } from './headings.ts';
import { rowsSql, type Source } from './rows.ts';
import { identifier, literal } from './sql-text.ts';

/** The first rows, from which it is told what a column is like. */
const SAMPLE_ROWS = 20_000;
/** A free text with more different values than this among them is no word list: its cells are kept one by one. */
const MANY_WORDS = 2_000;

export type Survey = {
  rows: number;
  /** Rows of the wrong form, left out of all else. */
  rejected: number;
  /** Text columns kept as numbers in a word list. */
  words: string[];
  /** Columns with blanks around some text: each cell is trimmed as it is read. */
  blanks: Set<string>;
  /** Columns, by `namn`, where something looks like a personnummer. */
  suspects: string[];
  /** Id columns that a spreadsheet has written with an exponent: different ids have become the same. */
  rounded: string[];
  /** Different texts of each date column among the first rows. */
  dates: Map<string, string[]>;
};

/**
 * Looks through a file before its rows are kept, in one pass: how many there are, the words of its text columns (to `raw.ord`),
 * and what each of them must be read with care for. `unchecked` is the column that may hold a personnummer, if any.
 */
export async function surveyFile(
  connection: DuckDBConnection,
  nr: number,
  source: Source,
  unchecked: string | null,
): Promise<Survey> {
  const { words, dates, rounded } = await sample(connection, source);
  const checked = source.columns.filter(({ namn }) => namn !== unchecked);
  await connection.run(`
    delete from raw.ord where fil_nr = ${nr};
    drop table if exists reject_errors;
    drop table if exists reject_scans;
    create or replace temp table oversikt as
    select ${[
      'count(*) as rader',
      ...words.map((name) => `histogram(${identifier(name)}) as ${identifier(name)}`),
      ...cellByCell(checked, words).map(({ namn }) => `${found(namn)} as ${identifier(`${namn}?`)}`),
    ].join(', ')}
    from (${rowsSql(source, true)})`);
  const blanks = new Set(await trimmedColumns(connection, source.columns, words));
  const row = (await connection.runAndReadAll('select * from oversikt')).getRowObjects()[0]!;
  const suspects = cellByCell(checked, words).filter(({ namn }) => Number(row[`${namn}?`]) > 0);
  for (const name of words) await enterWords(connection, nr, name, blanks.has(name));
  await connection.run('drop table oversikt');
  const inWords = await wordsWithNumbers(connection, nr);
  return {
    rows: Number(row.rader),
    rejected: source.rows.typ === 'csv' ? await count(connection, 'reject_errors') : 0,
    words,
    blanks,
    suspects: [...suspects.map(({ namn }) => namn), ...inWords.filter((name) => name !== unchecked)],
    rounded,
    dates,
  };
}

/** Columns whose cells are looked at one by one: ids, columns nobody knows and texts that are no word list. */
const cellByCell = (columns: Column[], words: string[]): Column[] =>
  columns.filter(({ kolumn }) => kolumn === null || (roleOf(kolumn) !== 'datum' && !words.includes(kolumn)));

/** A cheap count that is 0 if no cell holds a personnummer: ten or twelve digits alone, or a text that has such a word. */
function found(namn: string): string {
  const cell = identifier(namn);
  return `count(*) filter (where case when strlen(${cell}) < 10 then false else har_personnummer(${cell}) end)`;
}
/** What the first rows tell of the columns. */
async function sample(
  connection: DuckDBConnection,
  source: Source,
): Promise<Pick<Survey, 'words' | 'dates' | 'rounded'>> {
  const ids = namesOf(source.columns, 'id');
  const texts = namesOf(source.columns, 'text');
  const dates = namesOf(source.columns, 'datum');
  const selected = [
    'count(*)',
    ...texts.map((name) => `count(distinct ${identifier(name)})`),
    ...dates.map((name) => `list(distinct ${name}) filter (where ${name} is not null)`),
    ...ids.map(
      (name) => `coalesce(bool_or(regexp_full_match(trim(${name}), '\\d([.,]\\d+)?[Ee]\\+\\d+')), false)`,
    ),
  ];
  const found = await connection.runAndReadAll(
    `select ${selected.join(', ')} from (${rowsSql(source, false)} limit ${SAMPLE_ROWS})`,
  );
  const [, ...row] = found.getRowsJson()[0]!;
  return {
    words: texts.filter((name, index) => LOOKED_UP.includes(name) || Number(row[index]) <= MANY_WORDS),
    rounded: ids.filter((_, index) => row[texts.length + dates.length + index] === true),
    dates: new Map(dates.map((name, index) => [name, (row[texts.length + index] as string[] | null) ?? []])),
  };
}

/** Word lists where some text has blanks around it. Dates and ids: every cell is trimmed if the first rows need it. */
async function trimmedColumns(
  connection: DuckDBConnection,
  columns: Column[],
  words: string[],
): Promise<string[]> {
  const own = columns.flatMap(({ kolumn }) => (kolumn !== null && words.includes(kolumn) ? [kolumn] : []));
  if (own.length === 0) return [];
  const checks = own.map(
    (name) => `len(list_filter(map_keys(${identifier(name)}), lambda t: falttext(t) is distinct from t)) > 0`,
  );
  const row = (await connection.runAndReadAll(`select ${checks.join(', ')} from oversikt`)).getRows()[0]!;
  return own.filter((_, index) => row[index] === true);
}

async function enterWords(
  connection: DuckDBConnection,
  nr: number,
  name: string,
  blanks: boolean,
): Promise<void> {
  await connection.run(`
    insert into raw.ord
    select ${nr}, ${literal(name)}, ${blanks ? 'falttext(ord.key)' : 'ord.key'} as text, sum(ord.value)
    from (select unnest(map_entries(${identifier(name)})) as ord from oversikt)
    group by text having text is not null`);
}

async function wordsWithNumbers(connection: DuckDBConnection, nr: number): Promise<string[]> {
  const found = await connection.runAndReadAll(
    `select distinct kolumn from raw.ord where fil_nr = ${nr} and har_personnummer(text) order by kolumn`,
  );
  return found.getRows().map(([kolumn]) => String(kolumn));
}

async function count(connection: DuckDBConnection, table: string): Promise<number> {
  return Number((await connection.runAndReadAll(`select count(*) from ${table}`)).getRows()[0]![0]);
}
