-- One row per row of jamforelse*, read. Decimal comma or point; period YYYY-MM or YYYY.
with falt as (
    select
        nr, fil, rad, indikator::varchar as indikator, niva::varchar as niva,
        enhet::varchar as enhet, period::varchar as periodtext, kalla::varchar as kalla,
        varde::varchar as vardetext, antal::varchar as antaltext,
    from raw.jamforelse
),
last as (
    select
        *,
        case length(periodtext) when 7 then 'manad' when 4 then 'ar' end as periodtyp,
        las_datum(periodtext || case length(periodtext) when 7 then '-01' when 4 then '-01-01' end)
            as period,
        las_tal(vardetext) as varde, las_heltal(antaltext) as antal,
    from falt
),
fel as (
    select
        *,
        case
            when coalesce(indikator, niva, enhet, periodtext, kalla, vardetext) is null
                then 'tom_rad'
            when indikator is null or niva is null or enhet is null or kalla is null
                or periodtext is null then 'uppgift_saknas'
            when period is null then 'ogiltig_period'
            when vardetext is not null and varde is null then 'ogiltigt_tal'
        end as eget_fel,
    from last
)
select
    * exclude (eget_fel),
    antaltext is not null and antal is null as antal_struket,
    concat_ws(
        ',', case when min(hash(antal)) over samma <> max(hash(antal)) over samma then 'antal' end,
        case when min(hash(varde)) over samma <> max(hash(varde)) over samma then 'varde' end
    ) as skilda,
    case
        when eget_fel is not null then eget_fel
        when min(hash(varde, antal)) over samma <> max(hash(varde, antal)) over samma
            then 'motsagande_dubblett'
        when row_number() over (samma order by nr) > 1 then 'dubblett'
    end as fel_kod,
from fel
window samma as (partition by eget_fel, indikator, niva, enhet, period, periodtyp, kalla)
