-- A monthly cube rolled up to every unit, period and group that headers may ask for. `kub` names a table with manad,
-- kommun, delregion, vardgivare, vardform, aldersband; `delar` lists the columns of it to keep apart; the columns that
-- begin with antal_ or summa_ are added up. Where `indikatorer` names who reads it, only what their headers ask for is made:
-- of many parts that is a tenth of the work.
create or replace macro upprullad(kub, delar, indikatorer := null) as table
with cell as (
    select distinct niva, periodtyp, grupp from indikator_cell
    where coalesce(list_contains(cast(indikatorer as varchar[]), indikator), true)
),
kub_manad as (
    select
        columns(lambda k: list_contains(
            ['manad', 'kommun', 'delregion', 'vardgivare', 'vardform', 'aldersband'] || delar, k
        )),
        sum(columns(lambda k: starts_with(k, 'antal_') or starts_with(k, 'summa_'))),
    from query_table(kub)
    group by all
),
manad_for_enhet as (
    select
        unnest(enheter(kommun, delregion, vardgivare), recursive := true),
        * exclude (kommun, delregion, vardgivare),
    from kub_manad
),
manad_for_grupp as (
    select
        columns(lambda k: list_contains(['niva', 'enhet_id', 'manad', 'grupp'] || delar, k)),
        sum(columns(lambda k: starts_with(k, 'antal_') or starts_with(k, 'summa_'))),
    from manad_for_enhet
    join grupp_karta using (vardform, aldersband)
    semi join cell using (niva, grupp)
    where enhet_id is not null
    group by all
)
select
    columns(lambda k: list_contains(['niva', 'enhet_id', 'periodtyp', 'period', 'grupp'] || delar, k)),
    cast(sum(columns(lambda k: starts_with(k, 'antal_') or starts_with(k, 'summa_'))) as bigint),
from manad_for_grupp
join period_manad using (manad)
semi join cell using (niva, periodtyp, grupp)
group by all;
