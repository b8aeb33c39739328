-- View: one row per vårdepisod: stays of one patient that touch, overlap, or where the next
-- begins the day the former ended. Planned as its first stay; the rest is its last stay's.
-- Days to the patient's next episode and to the next unplanned one are null where there is
-- none.
with ensam as (
    -- Patients with one stay, and those whose stays are an episode each.
    select
        * exclude (nasta_in, nasta_oplanerad_in),
        nasta_in - ut_datum as dagar_till_nasta,
        nasta_oplanerad_in - ut_datum as dagar_till_oplanerad,
    from vistelse_foljd
    anti join (select distinct patient from episodvistelse) using (patient)
    union all by name
    select *, null::integer as dagar_till_nasta, null::integer as dagar_till_oplanerad,
    from vardtillfalle
    where patient is not null and in_datum is not null and not flera_vistelser
)
select
    patient, in_datum as start_datum,
    coalesce(utskriven_till = 'avliden', false) as avliden, oplanerad as planering,
    stay as sista_stay, planering_oplanerad(oplanerad) as oplanerad, ut_datum as slut_datum,
    kommun, delregion, vardgivare, vardform, aldersband,
    dagar_till_nasta, dagar_till_oplanerad,
from ensam
union all by name
from episod_kedjad
