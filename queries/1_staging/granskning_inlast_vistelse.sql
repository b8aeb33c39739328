-- One row per remark on a row of utskrivningar* or vardtillfallen*: refused, robbed of a
-- fact, or used with a remark.
with fel as (
    select slag, fil, rad, 'avvisad' as typ, fel_kod as kod from stay_tolkad
    where fel_kod is not null
    union all
    select slag, fil, rad, 'avvisad', kod from stay_dubblett where kod is not null
),
anvand as (
    select s.*
    from stay_tolkad as s
    semi join (select stay as nr from s_vardtillfalle) using (nr)
    where
        s.planering_skiljer or s.kommun_skiljer or s.okand_kommunkod or s.utanfor_profilen
        or s.okand_destination or s.oplanerad_struken or s.vardform_struken or s.fodelsear_struken
        or s.vardgivare is null
),
anmarkning as (
    select
        slag, fil, rad,
        unnest(list_filter([
            case when oplanerad_struken then ['struken', 'okant_varde', 'oplanerad'] end,
            case when vardform_struken then ['struken', 'okant_varde', 'vardform'] end,
            case when fodelsear_struken then ['struken', 'orimligt_fodelsear', 'fodelsear'] end,
            case when okand_kommunkod then ['struken', 'okand_kommun', 'kommunkod'] end,
            case when planering_skiljer
                then ['anmarkning', 'planering_motsager', 'oplanerad'] end,
            case when kommun_skiljer
                then ['anmarkning', 'kommunkod_och_namn_skiljer', 'kommun'] end,
            case when okand_destination
                then ['anmarkning', 'okand_destination', 'utskriven_till'] end,
            case when utanfor_profilen
                then ['anmarkning', 'vardgivare_utanfor_profilen', 'vardgivare'] end,
            case when vardgivare is null and har_vardgivare
                then ['anmarkning', 'vardgivare_saknas', 'vardgivare'] end,
        ], lambda x: x is not null)) as rad_anmarkning,
    from anvand
    cross join (
        select count(*) > 0 as har_vardgivare from kolumn_finns
        where kolumn = 'vardgivare' and slag in ('utskrivningar', 'vardtillfallen')
    )
)
select
    slag, fil, rad, typ,
    case kod
        when 'ogiltig_inskrivning' then 'ogiltigt_datum'
        when 'ogiltig_utskrivning' then 'ogiltigt_datum'
        else kod
    end as kod,
    case kod
        when 'ogiltig_inskrivning' then 'inskrivning'
        when 'inskrivning_saknas' then 'inskrivning'
        when 'ogiltig_utskrivning' then 'utskrivning'
        when 'utskrivning_fore_inskrivning' then 'utskrivning'
        when 'kommun_saknas' then 'kommun'
        when 'okand_kommun' then 'kommun'
    end as kolumn,
from fel
union all
select slag, fil, rad, rad_anmarkning[1], rad_anmarkning[2], rad_anmarkning[3] from anmarkning
