-- One row per remark on a used stay: longer than a year, of a patient who has too many for
-- one, or without the notice it ought to have.
with underrattade as (
    select min(klar_datum) as forsta, max(klar_datum) as sista, from notis
)
select
    slag, fil, rad, 'anmarkning' as typ, 'lang_vistelse' as kod, 'utskrivning' as kolumn,
from s_vardtillfalle
cross join dataspann
-- An open stay has lasted through the last day of data.
where
    coalesce(ut_datum, sista_datadag) - in_datum
    > cast(getvariable('lang_vistelse_dagar') as integer)
union all
-- Who leaves for a place that the kommun runs has been reported ready (choice); the whole
-- stay lies in the days that the notices span.
select v.slag, v.fil, v.rad, 'anmarkning', 'underrattelse_saknas', 'vardtillfalle_id',
from s_vardtillfalle as v
anti join notis using (stay)
cross join underrattade
where
    v.utskriven_till in ('korttid', 'sarskilt_boende')
    and v.utomlans is not true
    and coalesce(v.in_datum, v.ut_datum) >= forsta
    and v.ut_datum <= sista
union all
select v.slag, v.fil, v.rad, 'anmarkning', 'patient_manga_vistelser', 'patient_id',
from s_vardtillfalle as v
semi join (
    select patient from patient_flera where vistelser > getvariable('patient_vistelser')
) as manga on manga.patient = hash(v.patient_id)
