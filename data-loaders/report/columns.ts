import type { DuckDBConnection } from '@duckdb/node-api';
import type { Filrapport } from '../catalogue-types.ts';
import { identifier, literal } from '../extracts/sql-text.ts';
import { runFolder } from '../sql.ts';
import { CHECKS, readChecks } from './checks.ts';

/** Columns that hold a day, with or without time of day. */
const DAYS = new Set([
  'inskrivning',
  'utskrivning',
  'utskrivningsklar',
  'atertagen',
  'underrattelse',
  'kommunklar',
  'kommunklar_sol',
  'kommunklar_hsl',
  'hemgangsklar',
  'beraknad_utskrivning',
  'inskrivningsmeddelande',
  'sip_kallelse',
  'aterinskriven',
  'start',
  'slut',
]);

type Found = {
  fil_nr: number;
  rubrik: string;
  kolumn: string | null;
  tomma: number | null;
  rader: number | null;
  forsta: string | null;
  sista: string | null;
};

/** By file number: its known columns with how often they are empty and the days they span, and the headings nobody knows. */
export async function readColumns(
  connection: DuckDBConnection,
): Promise<(nr: number) => Pick<Filrapport, 'okanda_kolumner' | 'kolumner'>> {
  await ensureColumnFacts(connection);
  await runFolder(
    connection,
    CHECKS,
    readChecks().filter(({ name }) => name === 'kolumn_tomhet'),
  );
  const found = await connection.run(`
    select
        k.fil_nr, k.rubrik, k.kolumn, tomma::integer as tomma, rader::integer as rader,
        forsta::varchar as forsta, sista::varchar as sista
    from raw.kolumn as k left join kolumn_tomhet as t on t.fil_nr = k.fil_nr and t.kolumn = k.kolumn
    order by k.fil_nr, k.nr`);
  const all = (await found.getRowObjectsJS()) as Found[];
  return (nr) => {
    const own = all.filter(({ fil_nr }) => fil_nr === nr);
    return {
      okanda_kolumner: own.filter(({ kolumn }) => kolumn === null).map(({ rubrik }) => rubrik),
      kolumner: own.flatMap(({ kolumn, rubrik, tomma, rader, forsta, sista }) =>
        kolumn === null
          ? []
          : [{ namn: kolumn, rubrik, tomma: tomma ?? 0, rader: rader ?? 0, forsta, sista }],
      ),
    };
  };
}

/**
 * `raw.kolumn_tomma`, one row per file and known column: rows where it is empty, first and last day of a date column.
 * Reading fills it; where it has not, the files' tables are asked.
 */
async function ensureColumnFacts(connection: DuckDBConnection): Promise<void> {
  const found = await connection.runAndReadAll(
    "select 1 from information_schema.tables where table_schema = 'raw' and table_name = 'kolumn_tomma'",
  );
  if (found.currentRowCount > 0) return;
  await connection.run(
    'create table raw.kolumn_tomma (fil_nr integer, kolumn varchar, tomma bigint, forsta date, sista date)',
  );
  const columns = await connection.runAndReadAll(
    'select fil_nr, list(kolumn order by nr) as kolumner from raw.kolumn where kolumn is not null group by fil_nr',
  );
  for (const row of columns.getRowObjectsJS())
    await fill(connection, Number(row.fil_nr), row.kolumner as string[]);
}

async function fill(connection: DuckDBConnection, nr: number, columns: string[]): Promise<void> {
  const texts = columns.map((column) => `falttext(${identifier(column)}) as ${identifier(column)}`);
  const facts = columns.map((column) => {
    const name = identifier(column);
    const day = DAYS.has(column) ? `coalesce(las_tid(${name})::date, las_datum(${name}))` : 'null::date';
    return `{kolumn: ${literal(column)}, tomma: count(*) - count(${name}), forsta: min(${day}), sista: max(${day})}`;
  });
  await connection.run(`
    insert into raw.kolumn_tomma
    select ${nr}, fakta.kolumn, fakta.tomma, fakta.forsta, fakta.sista
    from (
        select unnest([${facts.join(', ')}]) as fakta
        from (select ${texts.join(', ')} from raw.fil_${nr})
    )`);
}
