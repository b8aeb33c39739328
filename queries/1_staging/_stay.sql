-- The rows of a table like stay_rad, read. `fel` says why a row is refused (`<code>:<column>`), null
-- if it is not. Read for those that share their stay, for those used, and for the remarks: cheaper
-- than keeping every row with all that is said of it.
create or replace macro las_stay(rader) as table
with tolkad as (
    select
        r.* replace (
            k.kod as kommun, v.kod as vardgivare, d.slug as utskriven_till,
            f.vardform as vardform, p.oplanerad as oplanerad
        ),
        coalesce(k.utomlans, false) as utomlans, k.fel as kommunfel, k.skiljer as kommun_skiljer,
        k.okand_kod as okand_kommunkod, v.utanfor_profilen, kl.kod as klinik_kod, d.okand as okand_destination,
        p.struken as oplanerad_struken, p.skiljer as planering_skiljer, f.struken as vardform_struken, a.ar,
        a.ar between 1880 and coalesce(year(coalesce(ut_datum, in_datum)), 2099) as rimligt_ar,
        r.fodelsear is not null as har_fodelsear,
    from query_table(rader) as r
    left join kommun_uppslag as k
        on k.kommunkod is not distinct from r.kommunkod and k.kommun is not distinct from r.kommun
    left join vardgivare_uppslag as v on v.vardgivare = r.vardgivare
    left join klinik_uppslag as kl on kl.klinik = r.klinik
    left join destination_uppslag as d on d.utskriven_till = r.utskriven_till
    left join vardform_uppslag as f on f.text = r.vardform
    left join planering_uppslag as p
        on p.o is not distinct from r.oplanerad and p.p is not distinct from r.planerad
    left join fodelsear_uppslag as a on a.text = r.fodelsear
)
select
    nr, slag, fil, rad, vardtillfalle_id, patient_id, kommun, utomlans, vardgivare, sjukhus, klinik,
    klinik_kod, vardform, in_datum, in_tid, ut_datum, ut_tid, utskriven_till, oplanerad,
    case when rimligt_ar then ar end as fodelsear,
    case
        when coalesce(vardtillfalle_id, patient_id) is null
            and coalesce(in_datum, ut_datum) is null and datumfel is null
            and vardgivare is null and not har_klar and kommunfel = 'kommun_saknas' then 'tom_rad'
        when slag = 'utskrivningar' and vardtillfalle_id is null and patient_id is null
            then 'nyckel_saknas'
        when har_datumfel(datumfel, 'inskrivning') then datumfel_kod(datumfel, 'inskrivning')
        when slag = 'utskrivningar' and vardtillfalle_id is null and in_datum is null
            then 'nyckel_saknas'
        when in_datum is null and not (slag = 'vardtillfallen' and har_klar)
            then 'inskrivning_saknas:inskrivning'
        when har_datumfel(datumfel, 'utskrivning') then datumfel_kod(datumfel, 'utskrivning')
        -- By the clock where both have one.
        when ut_datum < in_datum or ut_tid < in_tid then 'utskrivning_fore_inskrivning:utskrivning'
        -- A file without the column takes the kommun from the notice.
        when har_kommun and kommunfel is not null then kommunfel || ':kommun'
    end as fel,
    datumfel, har_klar, kommun_skiljer, okand_kommunkod, utanfor_profilen, okand_destination,
    planering_skiljer, oplanerad_struken, vardform_struken,
    har_fodelsear and rimligt_ar is not true as fodelsear_struken,
from tolkad;
