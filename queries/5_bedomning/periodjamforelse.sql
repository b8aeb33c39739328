-- One row per indicator, unit, its latest final half-year or year, and an earlier one it is set against: the period just
-- before (foregaende) and, for a half-year, the same one a year earlier (fjol). A change is named where the two 95 % intervals
-- do not meet; that is stricter than it need be, and says little of single units with few cases. The change (andring) is that
-- of the figures as they are shown, with the indicator's decimals: 0,90 less 0,87 is 0,03 whatever lies behind.
with
senaste as (
    select indikator, periodtyp, max(period) as period,
    from publicerat
    where periodtyp in ('halvar', 'ar') and slutlig = 1 and kategori = 'alla' and grupp = 'alla'
    group by indikator, periodtyp
),

mot as (
    select
        indikator, periodtyp, period, mot,
        cast(period - case when mot = 'foregaende' and periodtyp = 'halvar' then interval 6 month else interval 1 year end as date)
            as tidigare,
    from senaste
    cross join (values ('foregaende'), ('fjol')) as m(mot)
    where mot = 'foregaende' or periodtyp = 'halvar'
)

select
    nu.indikator, nu.niva, nu.enhet_id, nu.enhet, nu.periodtyp, nu.period, mot, tidigare,
    nu.varde, forr.varde as tidigare_varde,
    round(avrundat(nu.varde, decimaler) - avrundat(forr.varde, decimaler), 6) as andring,
    case
        when 'skyddad' in (nu.status, forr.status) then 'skyddad'
        when nu.varde is null or forr.varde is null then 'saknas'
        when nu.nedre is null or forr.nedre is null then 'utan_intervall'
        when nu.nedre <= forr.ovre and forr.nedre <= nu.ovre then 'ingen'
        when riktning = 'ingen' then 'forandring'
        when (riktning = 'hogre') = (nu.varde > forr.varde) then 'battre'
        else 'samre'
    end as bedomning,
from mot
join publicerat as nu using (indikator, periodtyp, period)
join publicerat as forr
    on forr.indikator = nu.indikator and forr.niva = nu.niva and forr.enhet_id = nu.enhet_id
        and forr.periodtyp = nu.periodtyp and forr.period = tidigare
        and forr.grupp = nu.grupp and forr.kategori = nu.kategori
join rojande_indikator as i on i.indikator = nu.indikator
where nu.niva in ('kommun', 'delregion', 'region') and nu.grupp = 'alla' and nu.kategori = 'alla'
