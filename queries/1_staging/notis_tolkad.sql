-- One row per row of utskrivningsklar*, and per row of vardtillfallen* that has a readiness,
-- read. `fel_kod` says why a row of utskrivningsklar* is refused, null if it is not.
with rader as (
    select 'utskrivningsklar' as slag, * from raw.utskrivningsklar
    union all by name
    select
        'vardtillfallen' as slag,
        * exclude (
            sjukhus, klinik, vardform, utskrivning, utskriven_till, oplanerad, planerad, fodelsear
        ),
    from raw.vardtillfallen
    where falttext(utskrivningsklar) is not null
),
falt as (
    select
        slag, nr, fil, rad, kommun, kommunkod, vardgivare, har_kommun,
        falttext(columns(* exclude (
            slag, nr, fil, fil_nr, rad, kommun, kommunkod, vardgivare, har_kommun
        ))),
    from rader
),
tid as (
    select
        *,
        las_tid(inskrivning) as in_tid, las_tid(utskrivningsklar) as klar_tid,
        las_tid(atertagen) as atertagen_tid, las_tid(underrattelse) as underrattelse_tid,
        las_tid(kommunklar) as kommunklar_tid, las_tid(kommunklar_sol) as kommunklar_sol_tid,
        las_tid(kommunklar_hsl) as kommunklar_hsl_tid, las_tid(hemgangsklar) as hemgangsklar_tid,
        las_tid(beraknad_utskrivning) as beraknad_utskrivning_tid,
        las_tid(inskrivningsmeddelande) as inskrivningsmeddelande_tid,
        las_tid(sip_kallelse) as sip_kallelse_tid,
    from falt
),
dag as (
    select
        *,
        coalesce(in_tid::date, las_datum(inskrivning)) as in_datum,
        coalesce(klar_tid::date, las_datum(utskrivningsklar)) as klar_datum,
        coalesce(atertagen_tid::date, las_datum(atertagen)) as atertagen_datum,
        coalesce(underrattelse_tid::date, las_datum(underrattelse)) as underrattelse_datum,
        coalesce(kommunklar_tid::date, las_datum(kommunklar)) as kommunklar_datum,
        coalesce(kommunklar_sol_tid::date, las_datum(kommunklar_sol)) as kommunklar_sol_datum,
        coalesce(kommunklar_hsl_tid::date, las_datum(kommunklar_hsl)) as kommunklar_hsl_datum,
        coalesce(hemgangsklar_tid::date, las_datum(hemgangsklar)) as hemgangsklar_datum,
        coalesce(beraknad_utskrivning_tid::date, las_datum(beraknad_utskrivning))
            as beraknad_utskrivning_datum,
        coalesce(inskrivningsmeddelande_tid::date, las_datum(inskrivningsmeddelande))
            as inskrivningsmeddelande_datum,
        coalesce(sip_kallelse_tid::date, las_datum(sip_kallelse)) as sip_kallelse_datum,
    from tid
)
select
    d.slag, nr, fil, rad, vardtillfalle_id, patient_id, in_datum, in_tid,
    k.kod as kommun, k.fel as kommunfel, k.skiljer as kommun_skiljer,
    k.okand_kod as okand_kommunkod,
    v.kod as vardgivare,
    -- klar_datum, klar_tid and those of every other time of the notice.
    columns(lambda c: (ends_with(c, '_datum') or ends_with(c, '_tid')) and not starts_with(c, 'in_')),
    process, behov, orsak,
    case
        when coalesce(vardtillfalle_id, patient_id, inskrivning, utskrivningsklar) is null
            and k.fel = 'kommun_saknas' then 'tom_rad'
        when vardtillfalle_id is null and (patient_id is null or in_datum is null)
            then 'nyckel_saknas'
        when utskrivningsklar is null then 'utskrivningsklar_saknas'
        when klar_datum is null then 'ogiltig_utskrivningsklar'
    end as fel_kod,
    -- Facts that are there and cannot be read, separated by `|`.
    nullif(concat_ws('|',
        olast(utskrivningsklar, klar_datum, 'utskrivningsklar'),
        olast(atertagen, atertagen_datum, 'atertagen'),
        olast(underrattelse, underrattelse_datum, 'underrattelse'),
        olast(kommunklar, kommunklar_datum, 'kommunklar'),
        olast(kommunklar_sol, kommunklar_sol_datum, 'kommunklar_sol'),
        olast(kommunklar_hsl, kommunklar_hsl_datum, 'kommunklar_hsl'),
        olast(hemgangsklar, hemgangsklar_datum, 'hemgangsklar'),
        olast(beraknad_utskrivning, beraknad_utskrivning_datum, 'beraknad_utskrivning'),
        olast(inskrivningsmeddelande, inskrivningsmeddelande_datum, 'inskrivningsmeddelande'),
        olast(sip_kallelse, sip_kallelse_datum, 'sip_kallelse')
    ), '') as strukna,
from dag as d
left join kommun_uppslag as k
    on k.kommunkod is not distinct from d.kommunkod and k.kommun is not distinct from d.kommun
left join vardgivare_uppslag as v on v.vardgivare = d.vardgivare
