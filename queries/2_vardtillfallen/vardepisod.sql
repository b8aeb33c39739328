-- View: one row per vårdepisod: stays of one patient that touch, overlap, or where the next
-- begins the day the former ended. Planned as its first stay; the rest is its last stay's.
from episod_flera
union all by name
-- Patients with one stay have one episode, and nothing comes after it.
select
    patient, 1 as nr, in_datum as start_datum,
    coalesce(utskriven_till = 'avliden', false) as avliden, oplanerad as planering,
    stay as sista_stay, ut_datum as slut_datum,
    kommun, delregion, vardgivare, vardform, aldersband,
    planering_oplanerad(oplanerad) as oplanerad,
    null::integer as dagar_till_nasta, null::integer as dagar_till_oplanerad,
from vardtillfalle
where patient is not null and in_datum is not null and not flera_vistelser
