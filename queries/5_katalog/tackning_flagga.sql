-- One row per unit and run of months whose coverage stands out, whichever rule says so.
select * from tackning_lucka
union all
select * from tackning_avkortad
union all
select * from tackning_hopp
order by uppgift desc, niva, enhet_id, fran, flagga
