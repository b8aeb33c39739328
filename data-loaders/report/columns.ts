import type { DuckDBConnection } from '@duckdb/node-api';
import { runFolder } from '../sql.ts';
import { CHECKS, readChecks } from './checks.ts';
import type { Filrapport } from './types.ts';

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
