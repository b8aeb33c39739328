import type { DuckDBConnection } from '@duckdb/node-api';
import { KODER, type Radtyp } from './koder.ts';
import { remarksSql } from './remarks.ts';
import type { Orsaker } from './types.ts';

const ROWS_SHOWN = 5;

export type Remarks = Orsaker & {
  /** The first five rows of each reason. */
  rader: { [key in keyof Orsaker]: Record<string, number[]> };
  /** The columns of each reason. A remark may be about several, parted by commas. */
  i_kolumner: { [key in keyof Orsaker]: Record<string, string[]> };
};

const KEYS: Record<Radtyp, keyof Orsaker> = {
  avvisad: 'avvisade',
  struken: 'strukna_uppgifter',
  anmarkning: 'anmarkningar',
};

export const noRemarks = (): Remarks => ({
  avvisade: {},
  strukna_uppgifter: {},
  anmarkningar: {},
  rader: { avvisade: {}, strukna_uppgifter: {}, anmarkningar: {} },
  i_kolumner: { avvisade: {}, strukna_uppgifter: {}, anmarkningar: {} },
});

type Found = { fil: string; typ: Radtyp; kod: string; antal: number; rader: number[]; kolumner: string[] };

/** File → its rows by reason, the commonest first, with the first row numbers as a spreadsheet shows them. */
export async function readRemarks(connection: DuckDBConnection): Promise<Map<string, Remarks>> {
  const remarks = await remarksSql(connection);
  await assertRefusedOnce(connection, remarks);
  const found = await connection.run(`
    select
        fil, typ, kod, count(distinct rad)::integer as antal,
        min(distinct rad, ${ROWS_SHOWN})::integer[] as rader,
        coalesce(list_sort(list_distinct(flatten(list(distinct string_split(kolumn, ','))))), []) as kolumner
    from (${remarks}) group by fil, typ, kod order by fil, typ, antal desc, kod`);
  const files = new Map<string, Remarks>();
  for (const { fil, typ, kod, antal, rader, kolumner } of (await found.getRowObjectsJS()) as Found[]) {
    if (!(kod in KODER)) throw new Error(`unknown code: ${kod}`);
    const file = files.get(fil) ?? noRemarks();
    file[KEYS[typ]][kod] = antal;
    file.rader[KEYS[typ]][kod] = rader;
    file.i_kolumner[KEYS[typ]][kod] = kolumner;
    files.set(fil, file);
  }
  return files;
}

/** A row refused twice would be counted twice: that is a fault in the SQL, not in the extract. */
async function assertRefusedOnce(connection: DuckDBConnection, remarks: string): Promise<void> {
  const twice = await connection.runAndReadAll(`
    select fil, rad, string_agg(kod, ', ') as koder from (${remarks})
    where typ = 'avvisad' group by fil, rad having count(*) > 1 limit 1`);
  const row = twice.getRowObjects()[0];
  if (row) throw new Error(`row refused twice: ${row.fil} ${row.rad}: ${row.koder}`);
}
