import type { DuckDBConnection } from '@duckdb/node-api';
import type { Profile } from '../profile/read.ts';
import { namesOf, roleOf } from './columns.ts';
import type { Column } from './headings.ts';
import { assertNobody } from './nobody.ts';
import { type Reading, readRows } from './read.ts';
import type { LoadedFile } from './register.ts';
import { rowsSql, type Source } from './rows.ts';
import { identifier, literal } from './sql-text.ts';
import type { Survey } from './survey.ts';
import { type DateOrder, decideDates, needsDecision } from './values/dates.ts';

/** Clocks from which a column that has only midnights is taken to have none. */
const MIDNIGHTS = 50;

export type Keeping = {
  file: LoadedFile;
  source: Source;
  survey: Survey;
  /** Columns that have a word list. */
  words: Set<string>;
  profile: Profile;
  /** What stands for a patient's id. */
  patient: Reading['patient'];
};

/**
 * Reads the rows of a file that is looked through into `inlast.fil_<nr>`. A column whose first rows hid how its dates are
 * written is decided on by all of them. Throws DataError for dates that can be read in two ways, and for a personnummer among
 * them.
 */
export async function keepRows(
  connection: DuckDBConnection,
  { file, source, survey, words, profile, patient }: Keeping,
): Promise<void> {
  const { nr, columns } = file;
  const reading: Reading = {
    orders: new Map<string, DateOrder>(),
    words: new Set(survey.words.filter((kolumn) => words.has(kolumn))),
    blanks: survey.blanks,
    patient,
  };
  const undecided = namesOf(columns, 'datum').filter((kolumn) =>
    needsDecision(survey.dates.get(kolumn) ?? []),
  );
  if (undecided.length > 0) reading.orders = await orders(connection, file, source, undecided);
  await readRows(connection, nr, source, reading);
  const { reread, suspects } = await judgeUnread(connection, nr);
  await assertNobody(connection, { fil: file.fil, source, headerRow: file.headerRow }, suspects, profile);
  if (reread.length > 0) {
    const left = reread.filter((kolumn) => !reading.orders.has(kolumn));
    const found = await orders(connection, file, source, left);
    reading.orders = new Map([...reading.orders, ...found]);
    reading.blanks = new Set([...reading.blanks, ...reread]);
    await readRows(connection, nr, source, reading);
    await judgeUnread(connection, nr);
  }
  if (source.rows.typ === 'csv') await forgetMidnights(connection, nr, namesOf(columns, 'datum'));
  await enterColumnFacts(connection, nr, columns);
}

/**
 * Columns whose clocks are all 00:00 are dates, as a database writes those it keeps as times (a Parquet file's are when it is
 * opened). A few midnights may be what they say.
 */
async function forgetMidnights(connection: DuckDBConnection, nr: number, dates: string[]): Promise<void> {
  let columns = dates;
  for (const { from, least } of [
    { from: `(from inlast.fil_${nr} limit 1000)`, least: 0 },
    { from: `inlast.fil_${nr}`, least: MIDNIGHTS },
  ]) {
    if (columns.length === 0) return;
    const tests = columns.map(
      (name) => `count(${name}_tid) >= ${least} and coalesce(bool_and(${name}_tid = ${name}_datum), true)`,
    );
    const [found] = (await connection.runAndReadAll(`select ${tests.join(', ')} from ${from}`)).getRows();
    columns = columns.filter((_, index) => found![index] === true);
  }
  for (const name of columns) {
    const text = `klockslagen i ${name} är alla 00:00, så kolumnen läses som datum`;
    await connection.run(`
      update inlast.fil_${nr} set ${name}_tid = null;
      insert into raw.fil_anmarkning values (${nr}, ${literal(text)});`);
  }
}

/** The order of day and month in the columns, by all their rows. */
function orders(
  connection: DuckDBConnection,
  file: LoadedFile,
  source: Source,
  columns: string[],
): Promise<Map<string, DateOrder>> {
  const rad = file.numbered ? 'rad' : `row_number() over () + ${file.headerRow}`;
  return decideDates(connection, { fil: file.fil, from: `(${rowsSql(source, false)})`, columns, rad });
}

/** Enters, per known column of a file whose rows are kept, how many lack a value and the first and last day of dates. */
async function enterColumnFacts(connection: DuckDBConnection, nr: number, columns: Column[]): Promise<void> {
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

type Unread = {
  /** Date columns whose texts call for another look at the whole column: an order to decide, or blanks to take away. */
  reread: string[];
  /** Date columns that may hold a personnummer. */
  suspects: string[];
};

/** What the texts that gave no date call for; they are forgotten. */
async function judgeUnread(connection: DuckDBConnection, nr: number): Promise<Unread> {
  const found = await connection.runAndReadAll(`
    select distinct kolumn, text, datumtext(text) is distinct from text as blanka, har_personnummer(text) as nummer
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
