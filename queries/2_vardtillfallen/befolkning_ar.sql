-- One row per kommun of the profile, year of the data and range of ages: the inhabitants of that year, else of the nearest
-- earlier year that the extract tells of; none if there is none.
select
    k.kod as kommun, p.ar, alder,
    max(b.ar) as befolkningsar,
    arg_max(b.antal, b.ar) as antal,
from (select distinct year(manad) as ar from period_manad) as p
join befolkning_alder as b on b.ar <= p.ar
join profil_kommun as k on k.kod = b.kommun
group by all
