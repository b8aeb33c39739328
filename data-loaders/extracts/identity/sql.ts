import { identifier, literal } from '../sql-text.ts';

/**
 * A column of texts. `id`: most values differ (ids). `date`: the texts of a date column that were not read. `text`: few
 * different values. `series`: the profile declares it a number series.
 */
export type CheckedColumn = { name: string; kind: 'id' | 'date' | 'text'; series: boolean };

/** A value of a number series: one run of digits, letters before or after it or none. */
const SERIES = '\\s*[A-Za-z]*[0-9]+[A-Za-z]*\\s*';

/**
 * A select over `table` (as it is written in SQL): one row per column that has a valid personnummer in some value, with
 * `nr` (place in `columns`, from 0), `antal` (rows) and `i_serie` (every such value is one a number series could have).
 * One cheap pass a column; the exact test is made on what is left.
 */
export function identityCheckSql(table: string, columns: CheckedColumn[]): string {
  const candidates = columns.map((column, nr) =>
    column.kind === 'text' ? distinctCandidates(table, column, nr) : rowCandidates(table, column, nr),
  );
  return `
    with kandidat as (${candidates.join('\nunion all\n')}),
    ord as (select nr, rid, v, antal, unnest(sifferord(v)) as ord from kandidat),
    siffra as (select nr, rid, v, antal, siffror(ord) as siffror from ord),
    tal as (select nr, rid, v, antal, siffrornas_tal(siffror) as n from siffra),
    traff as (select distinct nr, rid, v, antal from tal where ar_personnummer(n))
    select nr, sum(antal)::double as antal, bool_and(regexp_full_match(v, ${literal(SERIES)})) as i_serie
    from traff group by nr order by nr`;
}

/** Rows that may hold a number. A value of ten or twelve digits alone is judged as an integer, without a pattern. */
function rowCandidates(table: string, { name, series }: CheckedColumn, nr: number): string {
  const alone = 'try_cast(case when strlen(v) in (10, 12) then v end as bigint)';
  const judged = series
    ? `case when n is null then ${candidate(series)} else false end`
    : `case when n is null then ${candidate(series)} else ar_personnummer(n) end`;
  return `select ${nr} as nr, rid, 1 as antal, v from (
      select v, rid, ${alone} as n from (select ${identifier(name)} as v, rowid as rid from ${table}))
    where ${judged}`;
}

/** Each value that may hold a number once, with its rows. */
function distinctCandidates(table: string, { name, series }: CheckedColumn, nr: number): string {
  const column = identifier(name);
  return `select ${nr} as nr, null as rid, antal, v from (
      select ${column} as v, count(*) as antal from ${table} where strlen(${column}) >= 10 group by ${column})
    where ${candidate(series)}`;
}

const candidate = (series: boolean): string =>
  series
    ? `case when liknar_personnummer(v) then not regexp_full_match(v, ${literal(SERIES)}) else false end`
    : 'liknar_personnummer(v)';

/** An SQL condition: the column's text has a valid personnummer, and is no value of a declared number series. */
export function hasNumberSql(column: Pick<CheckedColumn, 'name' | 'series'>): string {
  const text = identifier(column.name);
  if (!column.series) return `har_personnummer(${text})`;
  return `case when har_personnummer(${text}) then not regexp_full_match(${text}, ${literal(SERIES)}) else false end`;
}

/**
 * An SQL expression for the select that reads a file, over columns it does not keep: null, or the places in `columns`
 * (from 0, with comma) of those with a valid personnummer in the row, `s` after it where a number series could have the
 * value.
 */
export function unknownColumnsExpression(columns: Pick<CheckedColumn, 'name' | 'series'>[]): string {
  if (columns.length === 0) return 'null::varchar';
  const any = columns.map((column) => hasNumberSql(column)).join(' or ');
  const places = columns.map((column, nr) => {
    const serie = `regexp_full_match(${identifier(column.name)}, ${literal(SERIES)})`;
    return `case when ${hasNumberSql(column)} then case when ${serie} then '${nr}s' else '${nr}' end end`;
  });
  return `case when ${any} then concat_ws(',', ${places.join(', ')}) end`;
}
