-- View: one row per row of utskrivningsklar*, and per row of vardtillfallen* that has a readiness,
-- read. `fel` says why a row of utskrivningsklar* is refused (`<code>:<column>`), null if it
-- is not.
with inlast as (
    select * exclude (vardtillfalle_id_text) from raw.utskrivningsklar
    union all by name
    select
        * exclude (
            vardtillfalle_id_text, sjukhus, klinik, vardform, utskrivning_datum, utskrivning_tid, utskriven_till,
            oplanerad, planerad, fodelsear
        ),
    from raw.vardtillfallen
    where
        utskrivningsklar_datum is not null or har_datumfel(datumfel, 'utskrivningsklar')
),
rader as (
    select
        inlast.* replace (
            med_ensamt(datumfel, 'utskrivningsklar', utskrivningsklar_datum > sista) as datumfel,
            case when utskrivningsklar_datum > sista is not true then utskrivningsklar_datum end
                as utskrivningsklar_datum,
            case when utskrivningsklar_datum > sista is not true then utskrivningsklar_tid end
                as utskrivningsklar_tid
        ),
    from inlast
    cross join rimliga_dagar
)
select
    r.slag, nr, fil, rad, vardtillfalle_id, patient_id,
    inskrivning_datum as in_datum, inskrivning_tid as in_tid,
    k.kod as kommun, k.fel as kommunfel, k.skiljer as kommun_skiljer,
    k.okand_kod as okand_kommunkod,
    v.kod as vardgivare,
    utskrivningsklar_datum as klar_datum, utskrivningsklar_tid as klar_tid,
    -- atertagen_datum, atertagen_tid and those of every other time of the notice.
    columns(
        lambda c: (ends_with(c, '_datum') or ends_with(c, '_tid'))
        and c not in (
            'inskrivning_datum', 'inskrivning_tid', 'utskrivningsklar_datum',
            'utskrivningsklar_tid'
        )
    ),
    p.slug as process, b.slug as behov, orsak,
    p.okand as okand_process, b.okand as okand_behov,
    case
        when coalesce(vardtillfalle_id, patient_id) is null
            and coalesce(inskrivning_datum, utskrivningsklar_datum) is null and datumfel is null
            and k.fel = 'kommun_saknas' then 'tom_rad'
        when vardtillfalle_id is null and (patient_id is null or inskrivning_datum is null)
            then 'nyckel_saknas'
        when har_datumfel(datumfel, 'utskrivningsklar')
            then datumfel_kod(datumfel, 'utskrivningsklar')
        when utskrivningsklar_datum is null then 'utskrivningsklar_saknas:utskrivningsklar'
    end as fel,
    datumfel,
from rader as r
left join kommun_uppslag as k
    on k.kommunkod is not distinct from r.kommunkod and k.kommun is not distinct from r.kommun
left join vardgivare_uppslag as v on v.vardgivare = r.vardgivare
left join process_uppslag as p on p.text = r.process
left join behov_uppslag as b on b.text = r.behov
