import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseHeader, readRegistry } from '../../data-loaders/registry.ts';
import { type Database, openDatabase, readFolder, runFolder } from '../../data-loaders/sql.ts';
import { runCounting } from './counting.ts';
import { rowsOf } from './stage.ts';
import { stageWorld } from './world.ts';

const registry = readRegistry();
let database: Database;

beforeAll(async () => {
  database = await openDatabase(':memory:');
  await stageWorld(database.connection, {
    givet: {
      vardtillfallen: [
        {
          vardtillfalle_id: 'A',
          patient_id: 'P',
          kommun: '1281',
          vardgivare: 'sus',
          klinik: 'medicin',
          vardform: 'somatik',
          fodelsear: 1950,
          inskrivning: '2024-01-02',
          utskrivningsklar: '2024-01-03',
          // Long enough for twelve rolling months.
          utskrivning: '2024-12-25',
          utskriven_till: 'korttid',
          oplanerad: 'ja',
        },
      ],
    },
  });
  await runCounting(database.connection);
});
afterAll(() => database.close());

it('holds the indicators users’ scripts rely on', () => {
  expect(registry.map(({ id }) => id)).toEqual([
    'andel_utskrivningsklardagen',
    'aterinskrivning_30d',
    'aterinskrivning_30d_alla',
    'aterinskrivning_30d_nasta',
    'aterinskrivning_30d_svu',
    'aterinskrivning_dagar',
    'aterinskrivning_process',
    'aterinskrivning_vantan',
    'aterinskrivning_veckodag',
    'behov',
    'betalningsdagar',
    'dagklass_utskrivning',
    'dagklass_utskrivningsklar',
    'fall_per_kalenderdag',
    'framforhallning',
    'framforhallning_andringar',
    'framforhallning_fel',
    'framforhallning_sent_andrad',
    'frister',
    'frister_sent',
    'helgtabell',
    'helgtabell_destination',
    'kort_varsel',
    'kvar_over_helgen',
    'kvot_utskrivningsklardagen',
    'ledtider',
    'ledtider_sol_hsl',
    'medeldagar_alla',
    'medeldagar_individuellt',
    'medeldagar_skr',
    'medeldagar_veckodag',
    'orsak',
    'orsak_dagar',
    'pagaende',
    'process',
    'process_samma_dag',
    'sommarveckor',
    'sommarveckor_samma_dag',
    'utskriven_fore_kommunklar',
    'utskriven_till',
    'utskrivningstimme',
    'vantedagar_median',
    'vantedagar_p90',
    'vantedygn',
    'vantedygn_per_1000',
    'vantedygn_standardiserat',
    'vantedygn_vardplatser',
    'varaktighet',
    'varaktighet_dagar',
    'veckodag_matris',
    'veckodag_utskrivning',
    'veckodag_utskrivning_alla',
    'veckodag_utskrivningsklar',
  ]);
});

it.each(registry.map(({ id, rojande }) => [id, rojande.typ] as const))(
  '%s gives the columns of the contract',
  async (id, typ) => {
    const columns = await rowsOf(database.connection, `describe ${id}`);
    expect(columns.map(({ column_name, column_type }) => `${column_name} ${column_type}`)).toEqual([
      'niva VARCHAR',
      'enhet_id VARCHAR',
      'periodtyp VARCHAR',
      'period DATE',
      'grupp VARCHAR',
      'kategori VARCHAR',
      'taljare DOUBLE',
      'namnare DOUBLE',
      'antal BIGINT',
      ...(typ === 'kvantil' ? ['varde DOUBLE'] : []),
    ]);
  },
);

it.each(registry.map((indikator) => [indikator.id, indikator] as const))(
  '%s computes what its header says, each cell once',
  async (id, indikator) => {
    const cells = await rowsOf(database.connection, `select distinct niva, periodtyp, grupp from ${id}`);
    const expected = indikator.nivaer.flatMap((niva) => {
      const { perioder, grupper } = indikator.undantag?.[niva] ?? indikator;
      return perioder.flatMap((periodtyp) => grupper.map((grupp) => [niva, periodtyp, grupp].join()));
    });
    expect(cells.map(({ niva, periodtyp, grupp }) => [niva, periodtyp, grupp].join()).sort()).toEqual(
      expected.sort(),
    );
    const twice = await rowsOf(
      database.connection,
      `select niva, enhet_id, periodtyp, period, grupp, kategori from ${id} group by all having count(*) > 1`,
    );
    expect(twice).toEqual([]);
  },
);

it('says which file and key a header has wrong', () => {
  const sql = registry[0]!.sql;
  expect(() => parseHeader('x.sql', 'select 1')).toThrow('missing header: x.sql');
  expect(() => parseHeader('x.sql', sql)).toThrow('x.sql: id is andel_utskrivningsklardagen');
  expect(() => parseHeader('x.sql', sql.replace('enhet: procent', 'enhet: promille'))).toThrow(
    /x\.sql: enhet: /,
  );
  expect(() => parseHeader('x.sql', sql.replace('riktning:', 'riktnig:'))).toThrow(/riktnig|riktning/);
});

it('tables run after those they read; a circle and a failing query are named', async () => {
  const run = (queries: { name: string; sql: string }[]) => runFolder(database.connection, 'prov', queries);
  await run([
    { name: 'prov_a', sql: "-- from prov_c\nselect 'from prov_c' as text, x from prov_b" },
    { name: 'prov_b', sql: 'select 1 as x' },
  ]);
  expect(await rowsOf(database.connection, 'select x from prov_a')).toEqual([{ x: 1 }]);
  const circle = [
    { name: 'prov_d', sql: 'from prov_e' },
    { name: 'prov_e', sql: 'select * from (select 1) join prov_d on true' },
  ];
  await expect(run(circle)).rejects.toThrow('circular queries: prov: prov_d, prov_e');
  await expect(run([{ name: 'prov_f', sql: 'select nix' }])).rejects.toThrow(/^prov\/prov_f\.sql: /);
});

it('what is spent is dropped when no query is left that reads it', async () => {
  const { connection } = database;
  await connection.run('create temp table prov_g as select 1 as x; create temp view prov_h as from prov_g');
  const left = "(select count(*)::integer from duckdb_tables() where table_name = 'prov_g') as g";
  const queries = [
    { name: 'prov_i', sql: `select x, ${left} from prov_h` },
    { name: 'prov_j', sql: `select x, ${left} from prov_i` },
  ];
  await runFolder(connection, 'prov', queries, 'temp table', [{ tables: ['prov_g'], views: ['prov_h'] }]);
  expect(await rowsOf(connection, 'from prov_i')).toEqual([{ x: 1, g: 1 }]);
  expect(await rowsOf(connection, 'from prov_j')).toEqual([{ x: 1, g: 0 }]);
});

it('no query asks a correlated exists, and every one says its grain first', () => {
  for (const folder of [
    '1_staging',
    '2_vardtillfallen',
    '3_indikatorer',
    '4_rojandekontroll',
    '4_rojandekontroll/ckm',
    '4_rojandekontroll/ckm/nycklar',
    '4_rojandekontroll/ckm/verkan',
    '5_bedomning',
    '6_katalog',
  ]) {
    for (const { name, sql } of readFolder(folder)) {
      const code = sql.replaceAll(/--.*|\/\*[\s\S]*?\*\//g, '');
      expect(code, name).not.toMatch(/\bexists\s*\(/i);
      if (name.startsWith('_')) continue;
      const comment = /^(?:\/\*[\s\S]*?\*\/\s*)?--\s*(.*)/.exec(sql)?.[1] ?? '';
      expect(comment, `${folder}/${name}.sql`).toMatch(/^(View: )?(One|At most one|No) row/i);
    }
  }
});

it('makes a roll-up for some indicators for every one that reads it', () => {
  const made = readFolder('2_vardtillfallen').flatMap(({ name, sql }) => {
    const [, list] = /from upprullad\(\s*'\w+',\s*\[[^\]]*\],\s*\[([^\]]+)\]/.exec(sql) ?? [];
    return list ? [{ name, ids: [...list.matchAll(/\w+/g)].map(String).sort() }] : [];
  });
  const readers = (table: string) =>
    registry.filter(({ sql }) => new RegExp(`(from|join) ${table}\\b`).test(sql)).map(({ id }) => id);
  expect(made.length).toBeGreaterThan(5);
  expect(made).toEqual(made.map(({ name }) => ({ name, ids: readers(name).sort() })));
});
