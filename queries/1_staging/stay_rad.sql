-- View: one row per row of utskrivningar* and vardtillfallen*. `nr` is unique over all extract rows.
-- An early admission alone may be that of a long stay.
with rader as (
    select
        nr, slag, fil, rad, har_kommun, vardtillfalle_id, patient_id, kommun, kommunkod,
        vardgivare, sjukhus, klinik, vardform, inskrivning_datum as in_datum,
        inskrivning_tid as in_tid, utskrivning_datum as ut_datum, utskrivning_tid as ut_tid,
        utskriven_till, oplanerad, planerad, fodelsear, datumfel, false as har_klar,
    from raw.utskrivningar
    union all
    select
        nr, slag, fil, rad, har_kommun, vardtillfalle_id, patient_id, kommun, kommunkod,
        vardgivare, sjukhus, klinik, vardform, inskrivning_datum, inskrivning_tid,
        utskrivning_datum, utskrivning_tid, utskriven_till, oplanerad, planerad, fodelsear,
        datumfel,
        utskrivningsklar_datum is not null or har_datumfel(datumfel, 'utskrivningsklar'),
    from raw.vardtillfallen
)
select
    rader.* replace (
        med_ensamt(
            med_ensamt(datumfel, 'inskrivning', in_datum > sista),
            'utskrivning', ut_datum > sista or ut_datum < forsta
        ) as datumfel
    ),
from rader
cross join rimliga_dagar
