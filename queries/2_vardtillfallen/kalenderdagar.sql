-- One row per period and class of day: how many calendar days it has.
select periodtyp, period, dagklass as ut_dagklass, count(*) as dagar,
from period
join kalender on datum between start and slut
where periodtyp <> 'helg'
group by all
