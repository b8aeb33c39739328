-- A monthly cube rolled up to every unit, period and group that headers may ask for. `kub` names a table with manad,
-- kommun, delregion, vardgivare, vardform, aldersband; `delar` lists the columns of it to keep apart; the columns that
-- begin with antal_ or summa_ are added up.
create or replace macro upprullad(kub, delar) as table
with kub_manad as (
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
    -- The finest units are for everyone, and for a year.
    where enhet_id is not null and (niva <> 'kommun_vardgivare' or grupp = 'alla')
    group by all
)
select
    columns(lambda k: list_contains(['niva', 'enhet_id', 'periodtyp', 'period', 'grupp'] || delar, k)),
    cast(sum(columns(lambda k: starts_with(k, 'antal_') or starts_with(k, 'summa_'))) as bigint),
from manad_for_grupp
join period_manad using (manad)
where niva <> 'kommun_vardgivare' or periodtyp = 'ar'
group by all;
