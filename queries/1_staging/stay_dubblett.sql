-- One row per otherwise faultless row that shares its stay with another row. `kod`:
-- contradicting rows are refused together, unless the profile lets those of the file last
-- by name win; of identical ones all but the first (kod null). `grupp` tells rows about the same
-- stay that contradict each other.
with kandidat as (
    select
        slag, fil, rad, nr,
        {
            'id': vardtillfalle_id,
            'patient': case when vardtillfalle_id is null then patient_id end,
            'dag': case when vardtillfalle_id is null then in_datum end,
            'tid': case when vardtillfalle_id is null then in_tid end
        } as stay,
        hash(stay_innehall(s)) as innehall,
    from las_stay('stay_flera') as s
    where fel is null
),
med_notis as (
    select
        k.*,
        -- Only vardtillfallen* has a notice on the row.
        case when k.slag = 'vardtillfallen' then hash(besked_innehall(n)) end as notis,
    from kandidat as k
    left join notis_tolkad as n on n.nr = k.nr
),
raknad as (
    select
        *,
        min(innehall) over stayet <> max(innehall) over stayet
        or coalesce(min(notis) over stayet <> max(notis) over stayet, false) as skiljer,
        -- Where the profile lets the newest file win. Files of two kinds have no order.
        getvariable('motsagande') = 'nyaste_filen' and fil = max(fil) over stayet
        and min(slag) over stayet = max(slag) over stayet as nyast,
        count(*) over stayet as antal,
        min(nr) over stayet as forsta,
    from med_notis
    window stayet as (partition by stay)
),
bedomd as (
    select
        *,
        min(innehall) filter (where nyast) over stayet
        = max(innehall) filter (where nyast) over stayet
        and coalesce(
            min(notis) filter (where nyast) over stayet
            = max(notis) filter (where nyast) over stayet, true
        ) as avgjord,
        row_number() over (
            partition by stay, skiljer and nyast
            order by slag desc, nr
        ) as plats,
    from raknad
    where antal > 1
    window stayet as (partition by stay)
)
select
    slag, fil, rad, nr,
    case
        when skiljer and avgjord is not true then 'motsagande_dubblett'
        when skiljer and not nyast then 'ersatt_av_nyare_fil'
        when plats > 1 then 'dubblett'
    end as kod,
    case when skiljer then forsta end as grupp,
from bedomd
