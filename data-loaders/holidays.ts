import type { DuckDBConnection } from '@duckdb/node-api';
import { getHolidays } from 'swedish-holidays';

export type Helgdag = { datum: string; namn: string };

/**
 * Red days and eves of the years, ISO dates and the package's Swedish names.
 * The package computes with the process's local midnight: west of Greenwich every day would be one too early, so the
 * zone is pinned while it works.
 */
export function holidays(fran: number, till: number): Helgdag[] {
  const zone = process.env.TZ;
  process.env.TZ = 'Europe/Stockholm';
  try {
    const days: Helgdag[] = [];
    for (let year = fran; year <= till; year++) {
      for (const { month, day, name } of getHolidays(year)) {
        days.push({ datum: [year, two(month), two(day)].join('-'), namn: name });
      }
    }
    return days;
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
}

const two = (number: number) => String(number).padStart(2, '0');

/**
 * Table `helgdag(datum, namn)` for the years of the staged dates and one year on each side. Reads s_vardtillfalle,
 * s_notis and the variable sista_datadag_profil.
 */
export async function loadHolidays(connection: DuckDBConnection): Promise<void> {
  await connection.run('create or replace table helgdag (datum date, namn varchar)');
  const years = await connection.runAndReadAll(`
    select year(min(forsta)), year(max(sista))
    from (
        select least(min(in_datum), min(ut_datum)) as forsta, greatest(max(in_datum), max(ut_datum)) as sista
        from s_vardtillfalle
        union all
        select min(klar_datum), max(klar_datum) from s_notis
        union all
        select dag, dag from (select cast(getvariable('sista_datadag_profil') as date) as dag)
    )`);
  const [first, last] = years.getRows()[0] ?? [];
  if (first == null || last == null) return;
  const values = holidays(Number(first) - 1, Number(last) + 1).map(
    ({ datum, namn }) => `('${datum}', '${namn.replaceAll("'", "''")}')`,
  );
  await connection.run(`insert into helgdag values ${values.join(', ')}`);
}
