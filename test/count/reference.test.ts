import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openDatabase } from '../../data-loaders/sql.ts';
import { reference } from '../reference/indicators.ts';
import { patient, surroundings, worldOf } from '../reference/random.ts';
import { runCounting } from './counting.ts';
import { rowsOf } from './stage.ts';
import { staged, stageWorld, type World } from './world.ts';

const LONG = process.env.LONG === '1';
const EXTRACTS = 500;
const RUNS = LONG ? 40 : 4;

/** Cells where SQL and reference differ, `key: SQL / reference`; at most a handful. */
async function disagreements(world: World): Promise<string[]> {
  const { connection, close } = await openDatabase(':memory:');
  try {
    await stageWorld(connection, world);
    // A column without a single value is still a column of the extract.
    await connection.run(`
      insert into kolumn_finns
      from (values ('utskrivningsklar', 'utskrivningsklar'), ('utskrivningsklar', 'atertagen'))`);
    await runCounting(connection);
    const rows = await rowsOf(
      connection,
      `select
          concat_ws('|', indikator, niva, enhet_id, periodtyp, period, grupp, kategori) as nyckel,
          concat_ws(' ', coalesce(cast(taljare as bigint)::varchar, '-'), rtrim(rtrim(printf('%.1f', namnare), '0'), '.'), antal,
              coalesce(cast(varde as bigint)::varchar, '-'), slutlig) as cell
      from indikatorvarde
      where not avstangd`,
    );
    const expected = reference(staged(world), {
      sista_datadag: world.profil?.sista_datadag ?? null,
      okand_planering: world.profil?.okand_planering ?? 'inte_oplanerad',
    });
    const found: string[] = [];
    for (const { nyckel, cell } of rows) {
      const other = expected.get(String(nyckel));
      expected.delete(String(nyckel));
      const text = other
        ? [other.taljare ?? '-', other.namnare, other.antal, other.varde ?? '-', other.slutlig]
            .filter((value) => value !== null)
            .join(' ')
        : 'none';
      if (text !== cell) found.push(`${nyckel}: ${cell} / ${text}`);
    }
    for (const nyckel of expected.keys()) found.push(`${nyckel}: none / a cell`);
    return found.sort().slice(0, 12);
  } finally {
    close();
  }
}

const manyExtracts = fc.tuple(fc.array(patient, { minLength: EXTRACTS, maxLength: EXTRACTS }), surroundings);

it(`SQL and the plain reference agree on every cell of ${RUNS * EXTRACTS} random extracts`, {
  timeout: 600_000,
}, async () => {
  for (const [patients, around] of fc.sample(manyExtracts, { numRuns: RUNS, seed: 20230623 })) {
    const found = await disagreements(worldOf(patients, around));
    if (found.length === 0) continue;
    // Make the counterexample small before showing it: halve the patients while they still disagree.
    const small = await shrink(patients, (some) => disagreements(worldOf(some, around)));
    expect({ around, patients: small.patients, found: small.found }).toBeNull();
  }
});

async function shrink<T>(patients: T[], check: (some: T[]) => Promise<string[]>) {
  let found: string[] = await check(patients);
  let current = patients;
  for (let size = Math.ceil(current.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < current.length; from += size) {
      const rest = [...current.slice(0, from), ...current.slice(from + size)];
      if (rest.length === 0) continue;
      const still = await check(rest);
      if (still.length === 0) continue;
      [current, found] = [rest, still];
      from -= size;
    }
  }
  return { patients: current, found };
}

it('the random extracts meet what they are for: withdrawals, joined stays, storhelger, open stays', async () => {
  const [patients] = fc.sample(manyExtracts, { numRuns: 1, seed: 2 })[0]!;
  const { connection, close } = await openDatabase(':memory:');
  await stageWorld(
    connection,
    worldOf(patients, { base: '2023-06-12', lastDay: null, okand_planering: 'oplanerad', people: 'hela' }),
  );
  await runCounting(connection);
  const [counts] = await rowsOf(
    connection,
    `select
        (select count(*) from notis where atertagen) as atertagna,
        (select count(*) from notis where strykning is not null) as strukna,
        (select count(*) from episodvistelse) as i_flera,
        (select count(*) from index_episod where aterinskriven) as aterinskrivna,
        (select count(*) from helgfall) as helgfall,
        (select count(*) from fall where d1 is null) as pagaende,
        (select count(*) from vanteperiod where fore is not null) as vantat_forr,
        (select count(*) from vantande) as vantande,
        (select count(*) from fall where ut_timme is not null) as med_klocka`,
  );
  for (const [name, count] of Object.entries(counts!)) expect(Number(count), name).toBeGreaterThan(20);
  close();
});
