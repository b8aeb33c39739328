-- One row per final year, unit and goal judged that year; a kommun with no goal that year has
-- one row without a goal, as every kommun has where there is no goal at all.
with
gallande as (
    select mal, any_value(namnd) as namnd from profil_mal group by mal
),

ar as (
    select distinct period from publicerat where niva = 'kommun' and periodtyp = 'ar' and slutlig = 1
),

utan as (
    select 'kommun' as niva, kod as enhet_id, namn as enhet, period,
    from profil_kommun
    cross join ar
    anti join mal_utfall as m
        on m.niva = 'kommun' and m.enhet_id = kod and m.periodtyp = 'ar' and m.period = ar.period
)

select
    mal, indikator, niva, enhet_id, enhet, 'ar' as periodtyp, period, malvarde, riktning, varde,
    nedre, ovre, antal, coalesce(status, 'saknas') as status, coalesce(utfall, 'inget_mal') as utfall,
    coalesce(utan_intervall, false) as utan_intervall, styrdiagram, namnd, beslutad_av, beslutad,
    fran, till, coalesce(exempel, false) as exempel,
from (
    select * from mal_utfall where periodtyp = 'ar'
    union all by name
    select * from utan
)
left join gallande using (mal)
order by
    period, list_position(['region', 'delregion', 'vardgivare', 'kommun'], niva), enhet_id, mal
