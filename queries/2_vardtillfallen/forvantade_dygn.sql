-- One row per unit and year: waiting days to expect if people of each age waited as those of the region do, where its
-- inhabitants and the region's are known in every age band. Added up in a fixed order: the last decimal depends on it.
select niva, enhet_id, periodtyp, period, sum(antal * dygn_per_invanare order by alder) as dygn,
from invanare
join aldersdygn using (period, alder)
where periodtyp = 'ar'
group by all
having count(*) = 3
