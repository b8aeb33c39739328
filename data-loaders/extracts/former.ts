import { existsSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Profile } from '../profile/read.ts';
import { sha256 } from '../sha256.ts';
import { codeDigest } from '../unchanged/code.ts';
import type { Extract } from './discover.ts';
import { keyFingerprint } from './identity/key.ts';
import type { KeptColumn, LoadedFile } from './register.ts';
import { identifier, literal } from './sql-text.ts';
import { asWord } from './words.ts';

/** What the kept rows of a file depend on beside its content and the program. */
export function readingKey(
  { slag, format, mappnycklar }: Extract,
  { kolumner, nummerserier }: Profile,
  nyckel?: Buffer,
): string {
  const pseudonyms = nyckel ? keyFingerprint(nyckel) : null;
  return sha256(JSON.stringify([slag, format, mappnycklar, kolumner, nummerserier, pseudonyms]));
}

/** The former warehouse could be opened and not be read to the end. */
export class FormerDamaged extends Error {}

async function unlessDamaged<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new FormerDamaged('the former warehouse is damaged', { cause });
  }
}

/** Runs `use` with the former warehouse attached as `forra`; `use` gets false if there is none that can be opened. */
export async function withFormer<T>(
  connection: DuckDBConnection,
  former: string | undefined,
  use: (attached: boolean) => Promise<T>,
): Promise<T> {
  const attached = former !== undefined && existsSync(former) && (await attach(connection, former));
  try {
    return await use(attached);
  } finally {
    if (attached) await connection.run('detach forra');
  }
}

/** False for a warehouse that cannot be opened or was made by another version of the program. */
async function attach(connection: DuckDBConnection, former: string): Promise<boolean> {
  try {
    await connection.run(`attach ${literal(former)} as forra (read_only)`);
  } catch {
    return false;
  }
  const found = await connection.runAndReadAll(`
    select 1 from duckdb_tables()
    where database_name = 'forra' and schema_name = 'raw' and comment = ${literal(codeDigest())}`);
  if (found.currentRowCount > 0) return true;
  await connection.run('detach forra');
  return false;
}

/** Marks the warehouse as made by this version of the program. */
export async function markVersion(connection: DuckDBConnection): Promise<void> {
  await connection.run(`comment on table raw.fil is ${literal(codeDigest())}`);
}

type Taken = { file: LoadedFile; keep: (words: Set<string>) => Promise<void> };

/**
 * The file as the former warehouse has it, entered anew under its number; null if it is not there. `keep` copies the rows
 * once the word lists are made. Both throw FormerDamaged, and then nothing that was entered is to be used.
 */
export async function takeOver(
  connection: DuckDBConnection,
  extract: Extract,
  nr: number,
  sha256: string,
  key: string,
): Promise<Taken | null> {
  const taken = await unlessDamaged(() => take(connection, extract, nr, sha256, key));
  return taken && { ...taken, keep: (words) => unlessDamaged(() => taken.keep(words)) };
}

async function take(
  connection: DuckDBConnection,
  extract: Extract,
  nr: number,
  sha256: string,
  key: string,
): Promise<Taken | null> {
  const found = await connection.runAndReadAll(
    'select fil_nr, lasta::integer as lasta, rubrikrad, numrerad, skiljetecken from forra.raw.fil where sha256 = $sha256 and nyckel = $key',
    { sha256, key },
  );
  const row = found.getRowObjects()[0];
  if (!row) return null;
  const old = Number(row.fil_nr);
  const file: LoadedFile = {
    ...extract,
    nr,
    sha256,
    lasta: Number(row.lasta),
    headerRow: Number(row.rubrikrad),
    delimiter: row.skiljetecken === null ? null : String(row.skiljetecken),
    numbered: Boolean(row.numrerad),
    columns: await formerColumns(connection, old),
    broken: [],
    anmarkningar: [],
  };
  const name = `${nr} as fil_nr, ${literal(extract.fil)} as fil`;
  await connection.run(`
    insert into raw.fil by name select * replace (${name}) from forra.raw.fil where fil_nr = ${old};
    insert into raw.kolumn by name select * replace (${name}) from forra.raw.kolumn where fil_nr = ${old};
    insert into raw.felaktig_rad by name select * replace (${name}) from forra.raw.felaktig_rad where fil_nr = ${old};`);
  for (const table of ['kolumn_tomma', 'ord', 'fil_anmarkning']) {
    await connection.run(`
      insert into raw.${table} by name
      select * replace (${nr} as fil_nr) from forra.raw.${table} where fil_nr = ${old}`);
  }
  const keep = async (words: Set<string>) => {
    const retyped = file.columns.flatMap(({ kolumn, ordlista }) =>
      kolumn !== null && ordlista && words.has(kolumn) ? [`${asWord(kolumn)} as ${identifier(kolumn)}`] : [],
    );
    const replaced = retyped.length > 0 ? ` replace (${retyped.join(', ')})` : '';
    await connection.run(`create table inlast.fil_${nr} as select *${replaced} from forra.inlast.fil_${old}`);
  };
  return { file, keep };
}

async function formerColumns(connection: DuckDBConnection, old: number): Promise<KeptColumn[]> {
  const found = await connection.runAndReadAll(
    `select nr, rubrik, kolumn, namn, ordlista from forra.raw.kolumn where fil_nr = ${old} order by nr`,
  );
  return found.getRowObjects().map((row) => ({
    nr: Number(row.nr),
    rubrik: String(row.rubrik),
    kolumn: row.kolumn === null ? null : String(row.kolumn),
    namn: String(row.namn),
    ordlista: Boolean(row.ordlista),
  }));
}
