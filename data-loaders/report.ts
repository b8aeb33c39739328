import type { DuckDBConnection } from '@duckdb/node-api';
import { readColumns } from './report/columns.ts';
import { readReadingFacts } from './report/reading.ts';
import { noRemarks, readRemarks } from './report/rows.ts';
import type { Filrapport } from './report/types.ts';

export { assertAcceptable } from './report/accept.ts';
export { type Findings, readFindings } from './report/findings.ts';
export { findingsText } from './report/findings-text.ts';
export { publishedReport } from './report/published.ts';
export { writeQuarantine } from './report/quarantine.ts';
export { shortReport } from './report/short.ts';
export { reportText } from './report/text.ts';

/**
 * What became of every row of every file, in file order, from the `granskning_*` tables so far. Run after the stays are
 * made: their rules give remarks too. `lasta = anvanda + Σ avvisade`.
 */
export async function buildReport(connection: DuckDBConnection): Promise<Filrapport[]> {
  const remarks = await readRemarks(connection);
  const columns = await readColumns(connection);
  const reading = await readReadingFacts(connection);
  // A file that lacks columns others of its kind have: its rows are used, without them.
  const files = await connection.runAndReadAll(`
    select fil_nr, fil, slag, sha256, lasta::integer as lasta, har.antal < kind.antal as saknar_kolumner
    from raw.fil
    join (select fil_nr, count(kolumn) as antal from raw.kolumn group by fil_nr) as har using (fil_nr)
    join (select slag, count(*) as antal from kolumn_finns group by slag) as kind using (slag)
    order by fil_nr`);
  return files.getRowObjects().map((row) => {
    const fil = String(row.fil);
    const lasta = Number(row.lasta);
    const { avvisade, strukna_uppgifter, anmarkningar, rader, i_kolumner } = remarks.get(fil) ?? noRemarks();
    return {
      fil,
      slag: String(row.slag),
      sha256: String(row.sha256),
      lasning: reading.get(Number(row.fil_nr)) ?? [],
      lasta,
      anvanda: lasta - Object.values(avvisade).reduce((sum, antal) => sum + antal, 0),
      avvisade,
      strukna_uppgifter,
      anmarkningar: { ...anmarkningar, ...(row.saknar_kolumner ? { andra_kolumner: lasta } : {}) },
      rader,
      i_kolumner,
      ...columns(Number(row.fil_nr)),
    };
  });
}
