-- One row per row of vardplatser*, read. A month is `2023-06`, or its first day.
with falt as (
    select
        p.nr, p.fil, p.rad, u.kod as vardgivare, p.vardgivare::varchar as vardgivartext,
        p.manad::varchar as manadstext, p.disponibla::varchar as platstext,
    from raw.vardplatser as p
    left join vardgivare_uppslag as u on u.vardgivare = p.vardgivare
),
last as (
    select
        *,
        las_datum(case length(manadstext) when 7 then manadstext || '-01' else manadstext end)
            as dag,
        las_tal(platstext) as disponibla,
    from falt
),
fel as (
    select
        *,
        case
            when coalesce(vardgivartext, manadstext, platstext) is null then 'tom_rad'
            when vardgivare is null then 'uppgift_saknas:vardgivare'
            when manadstext is null then 'uppgift_saknas:manad'
            when platstext is null then 'uppgift_saknas:disponibla'
            when dag is null or day(dag) <> 1 then 'ogiltig_period:manad'
            when disponibla is null or disponibla < 0 then 'ogiltigt_tal:disponibla'
        end as eget_fel,
    from last
)
select
    * exclude (dag, eget_fel), dag as manad,
    case
        when eget_fel is not null then eget_fel
        when min(disponibla) over samma <> max(disponibla) over samma then 'motsagande_dubblett:disponibla'
        when row_number() over (samma order by nr) > 1 then 'dubblett'
    end as fel,
from fel
window samma as (partition by eget_fel, vardgivare, dag)
