-- One row per unit, period, group and key of a count or sum of the chain (kub_kedja): ended cases.
with rullad as (
    from upprullad('kub_kedja', [])
)
select
    niva, enhet_id, periodtyp, period, grupp,
    regexp_replace(nyckel, '^(antal|summa)_', '') as nyckel,
    tal,
from rullad
unpivot (
    tal for nyckel in (columns(lambda k: starts_with(k, 'antal_') or starts_with(k, 'summa_')))
)
union all
select 'klinik', enhet_id, 'ar', period, 'alla', nyckel, cast(sum(fall) as bigint),
from (
    select
        *,
        unnest([
            'n', 'process=' || process,
            if(vantedagar = 0, 'process=' || process || ',vantat=0', null),
        ]) as nyckel,
    from kub_klinik
)
where nyckel is not null
group by all
