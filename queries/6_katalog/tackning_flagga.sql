-- One row per unit and run of months whose coverage stands out, whichever rule says so. A
-- month that is cut short is no jump, and what is missing in the whole region is not told
-- again of each vårdgivare.
with saknas as (
    select * from tackning_lucka
    union all
    select * from tackning_avkortad
),
hela_regionen as (
    select uppgift, flagga, fran, till, from saknas where niva = 'region'
)
select * from saknas where niva = 'region'
union all
select s.*
from saknas as s
anti join hela_regionen as r
    on r.uppgift = s.uppgift and r.flagga = s.flagga and s.fran >= r.fran and s.till <= r.till
where s.niva = 'vardgivare'
union all
select h.*
from tackning_hopp as h
anti join tackning_avkortad as a
    on a.uppgift = h.uppgift and a.niva = h.niva and a.enhet_id = h.enhet_id
    and a.fran = h.fran
