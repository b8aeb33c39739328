-- One row per used stay. Rows of vardtillfallen* without id and without patient are stays of
-- their own.
select
    nr as stay, slag, fil, rad, vardtillfalle_id, patient_id, kommun, utomlans, vardgivare,
    sjukhus, klinik, klinik_kod, vardform, in_datum, in_tid, ut_datum, ut_tid, utskriven_till, oplanerad,
    fodelsear,
from las_stay('stay_rad')
anti join (select nr from stay_dubblett where kod is not null) using (nr)
where fel is null
