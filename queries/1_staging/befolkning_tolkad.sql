-- One row per row of befolkning*, read. An age group is `fran`–`till` years, `till` null where
-- it has no end: `65-69`, `65–69 år`, `65-`, `65+`, `65 år och äldre`, `100`.
with falt as (
    select
        b.nr, b.fil, b.rad, k.kod as kommun, k.fel as kommunfel, b.ar::varchar as artext,
        b.aldersgrupp::varchar as aldersgrupp, b.antal::varchar as antaltext,
        regexp_replace(
            regexp_replace(lower(b.aldersgrupp::varchar), '[\x{2013}\x{2212}]', '-', 'g'),
            '[\s\p{Z}]|år', '', 'g'
        ) as alder,
    from raw.befolkning as b
    left join kommun_uppslag as k
        on k.kommunkod is not distinct from b.kommunkod and k.kommun is not distinct from b.kommun
),
last as (
    select
        *,
        case when las_heltal(artext) between 1990 and 2099 then las_heltal(artext)::integer end
            as ar,
        case
            when regexp_full_match(alder, '\d{1,3}(-(\d{1,3})?|\+|ochäldre)?')
                then regexp_extract(alder, '^\d+')::integer
        end as fran,
        case
            when regexp_full_match(alder, '\d{1,3}-\d{1,3}')
                then regexp_extract(alder, '\d+$')::integer
            when regexp_full_match(alder, '\d{1,3}') then alder::integer
        end as till,
        las_heltal(antaltext) as antal,
    from falt
),
fel as (
    select
        *,
        case
            when coalesce(artext, aldersgrupp, antaltext) is null
                and kommunfel = 'kommun_saknas' then 'tom_rad'
            when artext is null then 'uppgift_saknas:ar'
            when aldersgrupp is null then 'uppgift_saknas:aldersgrupp'
            when antaltext is null then 'uppgift_saknas:antal'
            when kommunfel is not null then kommunfel || ':kommun'
            when ar is null then 'ogiltig_period:ar'
            when fran is null or till < fran then 'okand_aldersgrupp:aldersgrupp'
            when antal is null then 'ogiltigt_tal:antal'
        end as eget_fel,
    from last
)
select
    * exclude (eget_fel),
    case
        when eget_fel is not null then eget_fel
        when min(antal) over samma <> max(antal) over samma then 'motsagande_dubblett:antal'
        when row_number() over (samma order by nr) > 1 then 'dubblett'
    end as fel,
from fel
window samma as (partition by eget_fel, kommun, ar, fran, till)
