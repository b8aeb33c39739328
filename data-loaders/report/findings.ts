import type { DuckDBConnection, JS } from '@duckdb/node-api';
import { type UnknownKommuner, unknownKommuner } from '../extracts/values/kommuner.ts';
import { readRegistry, withDays } from '../registry.ts';
import { runChecks } from './checks.ts';
import type { Tackningsflagga } from './types.ts';

/** A unit's used rows in a month. */
export type Tackning = Pick<Tackningsflagga, 'uppgift' | 'niva' | 'enhet_id'> & {
  manad: string;
  antal: number;
};

/** What the checks of the whole found, every number as it is: for the one who runs the program, not to be published. */
export type Findings = {
  /** First and last day of what is counted, ISO. */
  dagar: { forsta: string; sista: string } | null;
  /** What stands for kommun in the extracts and is none. */
  kommuner: UnknownKommuner;
  /** Columns that no extract has, `a|b` where either would do, and the titles of the indicators that are off for them. */
  saknade: { krav: string[]; indikatorer: string[] }[];
  /** Columns that are mostly empty, with the share (0–1), and the titles of the indicators that need them. */
  tomma: { krav: string; andel: number; indikatorer: string[] }[];
  tackning: Tackning[];
  /** `antal` in the months, and what is usual in one. */
  flaggor: (Tackningsflagga & { antal: number; vanligt: number })[];
  /** enhet_id → name. */
  enheter: Map<string, string>;
  /** Index episodes by who says that the patient came back; null without an extract that says so, or with the figure off. */
  avstamning: { overens: number; bara_kallan: number; bara_beraknade: number } | null;
};

/** Runs the checks, after the stays are made. */
export async function readFindings(connection: DuckDBConnection): Promise<Findings> {
  await runChecks(connection);
  const read = async <T extends object>(sql: string): Promise<T[]> =>
    (await (await connection.run(sql)).getRowObjectsJS()) as Record<string, JS>[] as T[];
  const [profil] = await read<{ dagar: number }>(
    "select getvariable('aterinskrivning_dagar')::integer as dagar",
  );
  const titles = new Map(readRegistry().map((one) => [one.id, withDays(one, profil!.dagar).titel]));
  const titled = <T extends { indikatorer: string[] }>(rows: T[]): T[] =>
    rows.map((row) => ({ ...row, indikatorer: row.indikatorer.map((id) => titles.get(id) ?? id) }));
  const units = await read<{ id: string; namn: string }>(
    "select enhet_id as id, enhet as namn from enhet where niva in ('region', 'vardgivare')",
  );
  const [avstamning] = await read<NonNullable<Findings['avstamning']>>(
    `select overens::integer as overens, bara_kallan::integer as bara_kallan, bara_beraknade::integer as bara_beraknade
     from avstamning
     anti join (select indikator from krav_saknas where indikator = 'aterinskrivning_30d') on true`,
  );
  const [dagar] = await read<NonNullable<Findings['dagar']>>(
    'select forsta_dag::varchar as forsta, sista_datadag::varchar as sista from dataspann where forsta_dag is not null',
  );
  return {
    dagar: dagar ?? null,
    kommuner: await unknownKommuner(connection),
    saknade: titled(
      await read(`
        select saknar as krav, list(indikator order by indikator) as indikatorer
        from krav_saknas group by saknar order by saknar`),
    ),
    tomma: titled(
      await read(`
        select krav, any_value(andel) as andel, list(indikator order by indikator) as indikatorer
        from krav_tomt group by krav order by krav`),
    ),
    tackning: await read(`
      select uppgift, niva, enhet_id, manad::varchar as manad, antal::integer as antal
      from tackning_manad order by uppgift desc, niva, enhet_id, manad`),
    flaggor: await read(`
      select * replace (fran::varchar as fran, till::varchar as till, antal::integer as antal)
      from tackning_flagga order by uppgift desc, niva, enhet_id, fran, flagga`),
    enheter: new Map(units.map(({ id, namn }) => [id, namn])),
    avstamning: avstamning ?? null,
  };
}
