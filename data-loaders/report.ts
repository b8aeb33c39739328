import type { DuckDBConnection } from '@duckdb/node-api';
import type { Filrapport } from './catalogue-types.ts';
import { identifier } from './extracts/sql-text.ts';
import { KODER } from './report/koder.ts';
import { remarksSql } from './report/remarks.ts';

export { assertAcceptable } from './report/accept.ts';
export { writeQuarantine } from './report/quarantine.ts';
export { firstRows } from './report/rows.ts';
export { reportText } from './report/text.ts';

/**
 * What became of every row of every file, in file order, from the `granskning_*` tables so far. Run after the stays are
 * made: their rules give remarks too. `lasta = anvanda + Σ avvisade`.
 */
export async function buildReport(connection: DuckDBConnection): Promise<Filrapport[]> {
  const remarks = await remarksSql(connection);
  const counted = await connection.runAndReadAll(`
    select fil, typ, kod, count(distinct rad)::integer as rader
    from (${remarks}) group by fil, typ, kod order by fil, typ, rader desc, kod`);
  const counts = counted.getRowObjects().map((row) => ({
    fil: String(row.fil),
    typ: String(row.typ),
    kod: String(row.kod),
    rader: Number(row.rader),
  }));
  for (const { kod } of counts) if (!(kod in KODER)) throw new Error(`unknown code: ${kod}`);
  await assertRefusedOnce(connection, remarks);
  // A file that lacks columns others of its kind have: its rows are used, without them.
  const files = await connection.runAndReadAll(`
    select fil_nr, fil, slag, sha256, lasta::integer as lasta, har.antal < kind.antal as saknar_kolumner
    from raw.fil
    join (select fil_nr, count(kolumn) as antal from raw.kolumn group by fil_nr) as har using (fil_nr)
    join (select slag, count(*) as antal from kolumn_finns group by slag) as kind using (slag)
    order by fil_nr`);
  const report: Filrapport[] = [];
  for (const row of files.getRowObjects()) {
    const fil = String(row.fil);
    const lasta = Number(row.lasta);
    const of = (typ: string) =>
      Object.fromEntries(
        counts
          .filter((count) => count.fil === fil && count.typ === typ)
          .map(({ kod, rader }) => [kod, rader]),
      );
    const avvisade = of('avvisad');
    report.push({
      fil,
      slag: String(row.slag),
      sha256: String(row.sha256),
      lasta,
      anvanda: lasta - Object.values(avvisade).reduce((sum, rader) => sum + rader, 0),
      avvisade,
      strukna_uppgifter: of('struken'),
      anmarkningar: { ...of('anmarkning'), ...(row.saknar_kolumner ? { andra_kolumner: lasta } : {}) },
      ...(await columns(connection, Number(row.fil_nr))),
    });
  }
  return report;
}

/** A row refused twice would be counted twice: that is a fault in the SQL, not in the extract. */
async function assertRefusedOnce(connection: DuckDBConnection, remarks: string): Promise<void> {
  const twice = await connection.runAndReadAll(`
    select fil, rad, string_agg(kod, ', ') as koder from (${remarks})
    where typ = 'avvisad' group by fil, rad having count(*) > 1 limit 1`);
  const row = twice.getRowObjects()[0];
  if (row) throw new Error(`row refused twice: ${row.fil} ${row.rad}: ${row.koder}`);
}

/** The file's known columns with the share (0–1) of rows where they are empty, and the headings nobody knows. */
async function columns(
  connection: DuckDBConnection,
  nr: number,
): Promise<Pick<Filrapport, 'okanda_kolumner' | 'kolumner'>> {
  const found = await connection.runAndReadAll(
    `select rubrik, kolumn from raw.kolumn where fil_nr = ${nr} order by nr`,
  );
  const all = found
    .getRowObjects()
    .map((row) => ({ rubrik: String(row.rubrik), kolumn: row.kolumn === null ? null : String(row.kolumn) }));
  const known = all.filter(({ kolumn }) => kolumn !== null);
  const shares = await connection.runAndReadAll(`
    select ${known.map(({ kolumn }) => `1 - count(${identifier(kolumn!)}) / greatest(count(*), 1)`).join(', ')}
    from raw.fil_${nr}`);
  const row = shares.getRows()[0]!;
  return {
    okanda_kolumner: all.filter(({ kolumn }) => kolumn === null).map(({ rubrik }) => rubrik),
    kolumner: known.map(({ rubrik, kolumn }, index) => ({
      namn: kolumn!,
      rubrik,
      saknas_andel: Math.round(Number(row[index]) * 1e6) / 1e6,
    })),
  };
}
