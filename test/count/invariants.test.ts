import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRegistry } from '../../data-loaders/registry.ts';
import { type Database, openDatabase } from '../../data-loaders/sql.ts';
import { patient, worldOf } from '../reference/random.ts';
import { runCounting } from './counting.ts';
import { rowsOf } from './stage.ts';
import { stageWorld } from './world.ts';

let database: Database;

beforeAll(async () => {
  database = await openDatabase(':memory:');
  const patients = fc.sample(patient, { numRuns: 800, seed: 1989 });
  const world = worldOf(patients, {
    base: '2023-12-14',
    lastDay: null,
    okand_planering: 'inte_oplanerad',
    people: 'hela',
  });
  await stageWorld(database.connection, world);
  await runCounting(database.connection);
  await database.connection.run('create table v as from indikatorvarde where not avstangd');
});
afterAll(() => database.close());

/** Each check gives the rows that break it. */
const offending = (sql: string) => rowsOf(database.connection, `${sql} limit 5`);

it('the sample is not empty', async () => {
  const [row] = await rowsOf(database.connection, 'select sum(antal)::integer as antal from v');
  expect(Number(row!.antal)).toBeGreaterThan(10_000);
});

it.each(['kvartal', 'halvar', 'ar'])('months sum to %s', async (periodtyp) => {
  expect(
    await offending(`
      with manader as (
          select indikator, niva, enhet_id, grupp, kategori, p.period,
              sum(taljare) as taljare, sum(namnare) as namnare, sum(antal) as antal
          from v join period_manad as p on p.manad = v.period
          where v.periodtyp = 'manad' and p.periodtyp = '${periodtyp}'
          group by all
      )
      select * from v join manader as m using (indikator, niva, enhet_id, grupp, kategori, period)
      where v.periodtyp = '${periodtyp}'
          and (v.taljare <> m.taljare
              -- A stay that waits in several months is counted once in a longer period; inhabitants are not added up.
              or (v.antal <> m.antal and not starts_with(indikator, 'vantedygn'))
              -- Calendar days are counted in the whole period, also outside the span.
              or (v.namnare <> m.namnare and indikator not in ('fall_per_kalenderdag', 'vantedygn', 'vantedygn_per_1000')))`),
  ).toEqual([]);
});

it('expected waiting days of the kommuner sum to the waiting days of the region, which is as it is', async () => {
  expect(
    await offending(`
      with kommuner as (
          select period, sum(namnare) as forvantade, count(*) as antal
          from v where indikator = 'vantedygn_standardiserat' and niva = 'kommun' group by period
      )
      select * from v join kommuner using (period)
      where indikator = 'vantedygn_standardiserat' and niva = 'region'
          -- Each is rounded to a tenth.
          and (taljare = 0 or taljare <> namnare or abs(taljare - forvantade) > 0.05 * kommuner.antal)`),
  ).toEqual([]);
});

it('kommuner and utomlans sum to the region', async () => {
  expect(
    await offending(`
      with utomlans as (
          select date_trunc('year', d1) as period, count(*) as antal, sum(vantedagar) as taljare
          from fall anti join profil_kommun on kod = kommun
          where d1 is not null
          group by all
      ),
      kommuner as (
          select period, sum(antal) as antal, sum(taljare) as taljare
          from v
          where indikator = 'medeldagar_alla' and niva = 'kommun' and periodtyp = 'ar' and grupp = 'alla'
          group by period
      )
      select * from v join kommuner as k using (period) left join utomlans as u using (period)
      where v.indikator = 'medeldagar_alla' and v.niva = 'region' and v.periodtyp = 'ar' and v.grupp = 'alla'
          and (v.antal <> k.antal + coalesce(u.antal, 0) or v.taljare <> k.taljare + coalesce(u.taljare, 0))`),
  ).toEqual([]);
});

it('n = n0 + n1 and medeldagar_alla = (1 − n0/n) · medeldagar_skr', async () => {
  expect(
    await offending(`
      select * from v as alla
      join v as skr using (niva, enhet_id, periodtyp, period, grupp)
      join v as andel using (niva, enhet_id, periodtyp, period, grupp)
      join v as kvot using (niva, enhet_id, periodtyp, period, grupp)
      where alla.indikator = 'medeldagar_alla' and skr.indikator = 'medeldagar_skr'
          and andel.indikator = 'andel_utskrivningsklardagen' and kvot.indikator = 'kvot_utskrivningsklardagen'
          and (
              alla.namnare <> kvot.taljare + kvot.namnare
              or andel.taljare <> kvot.taljare
              or andel.namnare <> alla.namnare
              or abs(
                  alla.taljare / nullif(alla.namnare, 0)
                  - (1 - andel.taljare / nullif(andel.namnare, 0)) * coalesce(skr.taljare / nullif(skr.namnare, 0), 0)
              ) > 1e-9
          )`),
  ).toEqual([]);
});

it('a distribution sums to its namnare, which is the same for every category', async () => {
  expect(
    await offending(`
      select indikator, niva, enhet_id, periodtyp, period, grupp
      from v
      where indikator = 'aterinskrivning_dagar' or indikator in ('process', 'behov', 'utskriven_till', 'kort_varsel', 'framforhallning', 'framforhallning_andringar')
          or indikator like 'veckodag%' or indikator like 'dagklass%' or indikator like 'helgtabell%'
      group by all
      having sum(taljare) <> max(namnare) or min(namnare) <> max(namnare)`),
  ).toEqual([]);
});

it('readmission: next only ≤ unplanned ≤ any cause, of the same discharges; those ready are a part of them', async () => {
  expect(
    await offending(`
      select * from v as n
      join v as o using (niva, enhet_id, periodtyp, period, grupp)
      join v as a using (niva, enhet_id, periodtyp, period, grupp)
      join v as s using (niva, enhet_id, periodtyp, period, grupp)
      where n.indikator = 'aterinskrivning_30d_nasta' and o.indikator = 'aterinskrivning_30d'
          and a.indikator = 'aterinskrivning_30d_alla' and s.indikator = 'aterinskrivning_30d_svu'
          and (
              n.taljare > o.taljare or o.taljare > a.taljare
              or n.namnare <> o.namnare or a.namnare <> o.namnare
              or s.taljare > o.taljare or s.namnare > o.namnare
          )`),
  ).toEqual([]);
});

it.each([
  ['aterinskrivning_veckodag', 'aterinskrivning_30d'],
  ['aterinskrivning_vantan', 'aterinskrivning_30d_svu'],
  ['aterinskrivning_process', 'aterinskrivning_30d_svu'],
])('%s sums to %s', async (part, whole) => {
  expect(
    await offending(`
      with delar as (
          select niva, enhet_id, periodtyp, period, grupp, sum(taljare) as taljare, sum(namnare) as namnare
          from v where indikator = '${part}' group by all
      )
      select * from delar
      left join (select * from v where indikator = '${whole}') as hel using (niva, enhet_id, periodtyp, period, grupp)
      where delar.taljare is distinct from hel.taljare or delar.namnare is distinct from hel.namnare`),
  ).toEqual([]);
});

it('a group of a unit is never greater than everyone; 80plus never than 65plus', async () => {
  expect(
    await offending(`
      select * from v join v as alla using (indikator, niva, enhet_id, periodtyp, period, kategori)
      where (alla.grupp = 'alla' or (alla.grupp = '65plus' and v.grupp = '80plus')) and v.antal > alla.antal`),
  ).toEqual([]);
});

it('the quantiles are DuckDB’s own quantile_disc', async () => {
  expect(
    await offending(`
      with egna as (
          select kommun as enhet_id, date_trunc('month', d1) as period,
              quantile_disc(vantedagar, 0.5) as median, quantile_disc(vantedagar, 0.9) as p90
          from fall where d1 is not null group by all
      )
      select * from v join egna using (enhet_id, period)
      where niva = 'kommun' and periodtyp = 'manad' and grupp = 'alla'
          and ((indikator = 'vantedagar_median' and varde <> median) or (indikator = 'vantedagar_p90' and varde <> p90))`),
  ).toEqual([]);
});

it('the sums of squares are of the waiting days and the days of payment', async () => {
  expect(
    await offending(`
      with delar as (
          select 'fall' as mangd, 'alla' as kategori, kommun, d1, vantedagar as dagar from fall where d1 is not null
          union all
          select 'fall', individuell, kommun, d1, vantedagar from fall_betalning
          union all
          select 'betalning', betalning, kommun, d1, betalningsdagar from fall_betalning where betalning <> 'inga'
      ),
      egna as (
          select mangd, kategori, kommun as enhet_id, date_trunc('year', d1) as period, sum(dagar * dagar) as summa
          from delar group by all
      )
      select * from egna left join kvadratsumma using (mangd, kategori, enhet_id, period)
      where niva = 'kommun' and periodtyp = 'ar' and grupp = 'alla' and kvadratsumma is distinct from summa`),
  ).toEqual([]);
});

it('every mean has the sum of squares that its interval takes, at least the days it is a mean of', async () => {
  const medel = readRegistry().filter(({ rojande }) => rojande.typ === 'medel');
  expect(medel.length).toBeGreaterThan(8);
  const mangd = medel.map(({ id, rojande }) => `('${id}', '${rojande.mangd}')`).join();
  expect(
    await offending(`
      select * from v
      join (values ${mangd}) as medel (indikator, mangd) using (indikator)
      left join kvadratsumma using (mangd, niva, enhet_id, periodtyp, period, grupp, kategori)
      where taljare > 0 and coalesce(kvadratsumma, 0) < taljare`),
  ).toEqual([]);
});

it('the two legs are the waiting days of the cases whose kommunklar is known, wherever they are counted', async () => {
  expect(
    await offending(`
      with egna as (
          select kommun as enhet_id, date_trunc('year', d1) as period, sum(vantedagar) as dagar
          from fall_kedja where kommunklar is not null group by all
      ),
      ben as (
          select enhet_id, period, sum(taljare) as taljare
          from v
          where indikator = 'ledtider' and niva = 'kommun' and periodtyp = 'ar'
          group by all
      )
      select * from ben join egna using (enhet_id, period) where taljare <> dagar`),
  ).toEqual([]);
});
