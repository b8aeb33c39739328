-- One row per share or mean, unit and final period: where the unit's value lies in the funnel around the region's.
select
    p.indikator, niva, enhet_id, enhet, periodtyp, period, namnare as fall, varde, centrum,
    round(inre.nedre, 6) as nedre95, round(inre.ovre, 6) as ovre95,
    round(yttre.nedre, 6) as nedre998, round(yttre.ovre, 6) as ovre998,
    case
        when namnare < fa_fall_grans() then 'fa_fall'
        when varde < yttre.nedre then 'under_998'
        when varde > yttre.ovre then 'over_998'
        when varde < inre.nedre then 'under_95'
        when varde > inre.ovre then 'over_95'
        else 'inom'
    end as lage,
from publicerat as p
join tratt_mitt using (indikator, periodtyp, period)
cross join lateral (select
    tratt_granser(matt, centrum, spridning, namnare, 1.96) as inre,
    tratt_granser(matt, centrum, spridning, namnare, 3.09) as yttre
) as g
where
    niva in ('kommun', 'delregion', 'vardgivare') and kategori = 'alla' and grupp = 'alla'
    and status = 'visas'
