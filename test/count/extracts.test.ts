import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadExtracts } from '../../data-loaders/extracts/load.ts';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { loadProfileTables } from '../../data-loaders/profile/tables.ts';
import { type Database, openDatabase, runFolder } from '../../data-loaders/sql.ts';
import { type Case, differences, readCases } from './cases.ts';
import { count, readGraph } from './graph.ts';
import { insertRows, rowsOf, setVariables, TABLES } from './stage.ts';
import { staged, variablesOf } from './world.ts';

let database: Database;
let folder: string;

beforeEach(async () => {
  database = await openDatabase(':memory:');
  folder = mkdtempSync(join(tmpdir(), 'utdrag-'));
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

/** The case's rows as CSV files, read and staged like any supplier's. */
async function readAsExtracts(test: Case): Promise<void> {
  for (const [kind, rows] of Object.entries(test.givet)) {
    const columns = [...new Set(rows.flatMap(Object.keys))].filter((column) => column !== 'skal');
    const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(';'));
    writeFileSync(join(folder, `${kind}.csv`), `${[columns.join(';'), ...lines].join('\n')}\n`);
  }
  const profile = readProfile('skane');
  await loadProfileTables(database.connection, profile);
  const own = staged(test);
  for (const table of [
    'profil_kommun',
    'profil_delregion',
    'profil_delregion_kommun',
    'profil_samverkansdag',
  ]) {
    await insertRows(database.connection, table, own[table] ?? []);
  }
  await setVariables(database.connection, variablesOf(test));
  await loadExtracts(database.connection, folder, profile);
  await runFolder(database.connection, '1_staging');
}

// Stays are numbered otherwise when read from files: those expectations stay with the staged rows.
const ofFigures = readCases()
  .map((test) => ({
    ...test,
    forvantat: test.forvantat.filter(
      ({ tabell }) =>
        tabell === undefined || ['indikatorvarde', 'avstamning', 'granskning_notis'].includes(tabell),
    ),
  }))
  .filter(({ forvantat }) => forvantat.length > 0);

const graph = await readGraph();

describe('the cases read from extract files give the same figures', () => {
  it.each(ofFigures.map((test) => [`${test.id}: ${test.regel}`, test] as const))('%s', async (_, test) => {
    await readAsExtracts(test);
    await count(database.connection, graph, test);
    expect(await differences(database.connection, test)).toEqual([]);
  });
});

it('staging gives every column the cases assume, of the same type', async () => {
  await readAsExtracts(ofFigures[0]!);
  // Published cells come from step 4; cases of step 5 give them.
  for (const [table, columns] of Object.entries(TABLES).filter(([name]) => name !== 'publicerat')) {
    const described = await rowsOf(database.connection, `describe ${table}`);
    const types = Object.fromEntries(
      described.map((row) => [row.column_name, String(row.column_type).toLowerCase()]),
    );
    for (const [column, type] of Object.entries(columns)) {
      // Words and ids are kept as numbers; the cases have them as texts.
      const kept =
        types[column]?.startsWith('enum(') || types[column] === 'ubigint' ? 'varchar' : types[column];
      expect(kept, `${table}.${column}`).toBe(type);
    }
  }
});
