import type { DuckDBConnection } from '@duckdb/node-api';
import { DataError } from '../../errors.ts';
import { identifier, literal } from '../sql-text.ts';

/** How the dates of a column are written: year first (or as serial numbers), or with day or month first beside that. */
export type DateOrder = 'iso' | 'dag_forst' | 'manad_forst';

/** Day and month before the year: `24/6 2023`, `24.06.2023`, `6/24/2023 14:05`. The SQL macro `i_ordning` reads the same. */
const UNORDERED =
  '(\\d{1,2})(?:\\.(\\d{1,2})[. ]|/(\\d{1,2})[/ ])(\\d{4})(?:,? +\\d{1,2}:\\d\\d(?::\\d\\d(?:[.,]\\d+)?)?)?';

const EXAMPLES = 3;

/** True when a text of the column has day and month before the year: then its column must be decided (`decideDates`). */
export function needsDecision(sample: readonly (string | null)[]): boolean {
  const form = new RegExp(`^${UNORDERED}$`);
  return sample.some((text) => text !== null && form.test(text.trim().replace(/\p{Z}/gu, ' ')));
}

type Source = {
  fil: string;
  /** A table, view or table function call whose columns are the canonical names, as text. */
  from: string;
  columns: string[];
  /** Expression over `from` that gives the row's number as a spreadsheet shows it. */
  rad: string;
};

/**
 * What comes first in the dates of each column, from all of its rows: a part over 12 is no month. Texts with the year
 * first and serial numbers say nothing and need nothing. Throws DataError, with the first rows, when a column
 * has dates of both orders, or none that tells them apart.
 */
export async function decideDates(
  connection: DuckDBConnection,
  { fil, from, columns, rad }: Source,
): Promise<Map<string, DateOrder>> {
  const orders = new Map<string, DateOrder>();
  if (columns.length === 0) return orders;
  const evidence = columns.map((_, index) => evidenceSql(index));
  const found = await connection.runAndReadAll(`
    select ${evidence.join(', ')}
    from (
        select ${rad} as rad_nr, ${columns.map((column, index) => partsSql(identifier(column), index)).join(', ')}
        from ${from}
    )`);
  const row = found.getRowObjectsJson()[0] as Record<string, Example[] | boolean | null>;
  const faults: string[] = [];
  for (const [index, column] of columns.entries()) {
    const [day, month, either] = ['dag', 'manad', 'oklar'].map(
      (name) => (row[`${name}_${index}`] ?? []) as Example[],
    );
    const fault = faultOf(fil, column, day!, month!, either!);
    if (fault) faults.push(fault);
    // 5/5 is the same day in either order.
    const dayFirst = day!.length > 0 || (month!.length === 0 && row[`lika_${index}`]);
    orders.set(column, dayFirst ? 'dag_forst' : month!.length > 0 ? 'manad_forst' : 'iso');
  }
  if (faults.length > 0) throw new DataError(faults.join('\n'));
  return orders;
}

type Example = { text: string; rad: string };

/** Text and first two parts of a date with the year last; null for other texts. */
function partsSql(column: string, index: number): string {
  const pattern = literal(`^${UNORDERED}$`);
  return `case when strlen(${column}) >= 8 and (contains(${column}, '/') or contains(${column}, '.'))
    then regexp_extract(datumtext(${column}), ${pattern}, ['a', 'b', 'c', 'ar']) end as delar_${index},
    datumtext(${column}) as text_${index}`;
}

function evidenceSql(index: number): string {
  const first = `try_cast(delar_${index}.a as integer)`;
  const second = `try_cast(delar_${index}.b || delar_${index}.c as integer)`;
  const examples = (name: string, condition: string) =>
    `arg_min({'text': text_${index}, 'rad': rad_nr::varchar}, rad_nr, ${EXAMPLES}) filter (where ${condition}) as ${name}_${index}`;
  return [
    `bool_or(${first} = ${second} and ${first} between 1 and 12) as lika_${index}`,
    examples('dag', `${first} between 13 and 31 and ${second} between 1 and 12`),
    examples('manad', `${second} between 13 and 31 and ${first} between 1 and 12`),
    examples(
      'oklar',
      `${first} between 1 and 12 and ${second} between 1 and 12 and ${first} <> ${second} and delar_${index}.ar between '1990' and '2099'`,
    ),
  ].join(', ');
}

const MEND = 'Exportera kolumnen med datum som 2023-06-24, eller som datum och inte som text i kalkylbladet.';

function faultOf(
  fil: string,
  column: string,
  day: Example[],
  month: Example[],
  either: Example[],
): string | null {
  if (day.length > 0 && month.length > 0) {
    return (
      `Datumen i kolumnen ${column} i ${fil} är skrivna på två sätt: dagen först (${listed(day)}) och månaden först ` +
      `(${listed(month)}). Då går övriga inte att tolka. ${MEND}`
    );
  }
  if (day.length === 0 && month.length === 0 && either.length > 0) {
    return (
      `Datumen i kolumnen ${column} i ${fil} kan läsas på två sätt, med dagen eller månaden först: ${listed(either)}. ` +
      `Inget datum i kolumnen avgör vilket, för ingen dag är efter den 12:e. ${MEND}`
    );
  }
  return null;
}

function listed(examples: Example[]): string {
  return examples.map(({ text, rad }) => `${text} på rad ${rad}`).join(', ');
}
