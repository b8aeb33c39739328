-- One row per published cell as publicerat has it, in its order; the interval holds what the noise may have done to the value too
-- (two independent errors: the root of the sum of their squares), so that whatever is judged by it counts the noise in.
-- What stands from a former publication got its interval then.
with bredder as (
    select
        c.rad, p.*,
        c.matt = 'procent' as andel,
        -- None where there is no interval to widen.
        if(fryst is null and p.nedre is not null, coalesce(brus, 0), 0) as bredd,
    from publicerat as p
    join rojande_cell as c using (indikator, niva, enhet_id, periodtyp, period, grupp, kategori)
    left join (select rad, true as fryst from rojande_forra where fryst) using (rad)
    left join brus_cell using (indikator, niva, enhet_id, periodtyp, period, grupp, kategori)
)

select
    * exclude (rad, andel, bredd) replace (
        if(bredd = 0, nedre, round(greatest(0, varde - sqrt((varde - nedre) ** 2 + bredd ** 2)), 6)) as nedre,
        case
            when bredd = 0 then ovre
            when andel then round(least(100, varde + sqrt((ovre - varde) ** 2 + bredd ** 2)), 6)
            else round(varde + sqrt((ovre - varde) ** 2 + bredd ** 2), 6)
        end as ovre
    ),
from bredder
order by rad
