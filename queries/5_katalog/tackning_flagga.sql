-- One row per unit and run of months whose coverage stands out, whichever rule says so; a
-- month that is cut short is no jump.
select * from tackning_lucka
union all
select * from tackning_avkortad
union all
select h.*
from tackning_hopp as h
anti join tackning_avkortad as a
    on a.uppgift = h.uppgift and a.niva = h.niva and a.enhet_id = h.enhet_id
    and a.fran = h.fran
