-- One row per remark on a row of utskrivningar* or vardtillfallen*: refused, robbed of a
-- fact, or used with a remark.
with anmarkt as (
    select *
    from las_stay('stay_rad')
    where
        fel is not null or planering_skiljer or kommun_skiljer or okand_kommunkod or utanfor_profilen
        or okand_destination or oplanerad_struken or vardform_struken or fodelsear_struken
        or vardgivare is null or datumfel is not null
),
fel as (
    select nr, slag, fil, rad, fel as kod from anmarkt where fel is not null
    union all
    select nr, slag, fil, rad, kod || if(kod = 'dubblett', '', coalesce(':' || kolumner, ''))
    from stay_dubblett
    left join dubblett_skilda using (grupp)
    where kod is not null
),
anvand as (
    select * from anmarkt
    anti join fel using (nr)
),
anmarkning as (
    select
        slag, fil, rad,
        unnest(list_filter([
            case when oplanerad_struken then ['struken', 'okant_varde', 'oplanerad'] end,
            case when vardform_struken then ['struken', 'okant_varde', 'vardform'] end,
            case when fodelsear_struken then ['struken', 'orimligt_fodelsear', 'fodelsear'] end,
            case when okand_kommunkod then ['struken', 'okand_kommun', 'kommunkod'] end,
            case when datumfel like '%|inskrivning:%'
                then ['struken', 'platshallardatum', 'inskrivning'] end,
            case when datumfel like '%|utskrivning:%'
                then ['struken', 'platshallardatum', 'utskrivning'] end,
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
    slag, fil, rad, 'avvisad' as typ, split_part(kod, ':', 1) as kod,
    nullif(split_part(kod, ':', 2), '') as kolumn,
from fel
union all
select slag, fil, rad, rad_anmarkning[1], rad_anmarkning[2], rad_anmarkning[3] from anmarkning
union all
-- The other dates of a row are its notice's, if it has one.
select slag, fil, rad, 'struken', split_part(datum, ':', 2), split_part(datum, ':', 1)
from (
    select slag, fil, rad, unnest(datumfel_lista(datumfel)) as datum
    from anvand
    where slag = 'vardtillfallen' and not har_klar and datumfel is not null
)
where split_part(datum, ':', 1) not in ('inskrivning', 'utskrivning')
