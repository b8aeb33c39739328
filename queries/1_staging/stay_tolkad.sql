-- One row per row of utskrivningar* and vardtillfallen*, read. `fel_kod` says why a row is
-- refused, null if it is not; `nr` is unique over all extract rows.
with rader as (
    select
        'utskrivningar' as slag, nr, fil, rad, har_kommun, vardtillfalle_id, patient_id,
        kommun, kommunkod, vardgivare, sjukhus, klinik, vardform, inskrivning, utskrivning, utskriven_till, oplanerad,
        planerad, fodelsear, null as utskrivningsklar,
    from raw.utskrivningar
    union all
    select
        'vardtillfallen', nr, fil, rad, har_kommun, vardtillfalle_id, patient_id, kommun, kommunkod,
        vardgivare, sjukhus, klinik, vardform, inskrivning, utskrivning, utskriven_till, oplanerad,
        planerad, fodelsear, utskrivningsklar,
    from raw.vardtillfallen
),
falt as (
    select
        * replace (
            falttext(vardtillfalle_id) as vardtillfalle_id, falttext(patient_id) as patient_id,
            falttext(inskrivning) as inskrivning, falttext(utskrivning) as utskrivning,
            falttext(oplanerad) as oplanerad, falttext(planerad) as planerad,
            falttext(vardform) as vardform, falttext(fodelsear) as fodelsear
        ),
        falttext(utskrivningsklar) is not null as har_klar,
    from rader
),
tid as (
    select *, las_tid(inskrivning) as in_tid, las_tid(utskrivning) as ut_tid from falt
),
last as (
    select
        t.* replace (
            k.kod as kommun, v.kod as vardgivare, d.slug as utskriven_till,
            falttext(sjukhus) as sjukhus, falttext(klinik) as klinik,
            las_vardform(vardform) as vardform,
            las_oplanerad(oplanerad, planerad) as oplanerad
        ),
        coalesce(in_tid::date, las_datum(inskrivning)) as in_datum,
        coalesce(ut_tid::date, las_datum(utskrivning)) as ut_datum,
        coalesce(k.utomlans, false) as utomlans, k.fel as kommunfel, k.skiljer, k.okand_kod,
        v.utanfor_profilen, d.okand as okand_destination, try_cast(fodelsear as integer) as ar,
        coalesce(oplanerad, planerad) is not null as har_planering,
        planering_motsager(oplanerad, planerad) as planering_skiljer,
        vardform is not null as har_vardform,
    from tid as t
    left join kommun_uppslag as k
        on k.kommunkod is not distinct from t.kommunkod and k.kommun is not distinct from t.kommun
    left join vardgivare_uppslag as v on v.vardgivare = t.vardgivare
    left join destination_uppslag as d on d.utskriven_till = t.utskriven_till
),
aldrar as (
    select
        *,
        ar between 1880 and coalesce(year(coalesce(ut_datum, in_datum)), 2099) as rimligt_ar,
    from last
)
select
    nr, slag, fil, rad, vardtillfalle_id, patient_id, kommun, utomlans, vardgivare, sjukhus, klinik,
    vardform, in_datum, in_tid, ut_datum, ut_tid, utskriven_till, oplanerad,
    case when rimligt_ar then ar end as fodelsear,
    -- What tells the stay from others: its id, else patient and admission.
    case
        when vardtillfalle_id is not null then hash(vardtillfalle_id)
        when patient_id is not null and in_datum is not null then hash(patient_id, in_datum, in_tid)
    end as nyckel,
    case
        when coalesce(vardtillfalle_id, patient_id, inskrivning, utskrivning, vardgivare) is null
            and not har_klar and kommunfel = 'kommun_saknas' then 'tom_rad'
        when slag = 'utskrivningar' and vardtillfalle_id is null
            and (patient_id is null or inskrivning is null) then 'nyckel_saknas'
        when inskrivning is null and not (slag = 'vardtillfallen' and har_klar)
            then 'inskrivning_saknas'
        when inskrivning is not null and in_datum is null then 'ogiltig_inskrivning'
        when utskrivning is not null and ut_datum is null then 'ogiltig_utskrivning'
        -- By the clock where both have one.
        when ut_datum < in_datum or ut_tid < in_tid then 'utskrivning_fore_inskrivning'
        -- A file without the column takes the kommun from the notice.
        when har_kommun then kommunfel
    end as fel_kod,
    planering_skiljer, skiljer as kommun_skiljer, okand_kod as okand_kommunkod,
    utanfor_profilen, okand_destination,
    har_planering and oplanerad is null as oplanerad_struken,
    har_vardform and vardform is null as vardform_struken,
    fodelsear is not null and rimligt_ar is not true as fodelsear_struken,
from aldrar
