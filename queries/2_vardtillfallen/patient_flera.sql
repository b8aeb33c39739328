-- One row per patient with several stays: only theirs can link, and only they can come back.
select hash(patient_id) as patient, count(*) as vistelser,
from s_vardtillfalle
where patient_id is not null and in_datum is not null
group by patient_id
having count(*) > 1
