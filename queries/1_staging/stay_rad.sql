-- View: one row per row of utskrivningar* and vardtillfallen*. `nr` is unique over all extract rows.
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
