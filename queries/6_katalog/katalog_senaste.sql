-- One row per finality rule and period type that has a final period: the latest one.
select
    regel,
    periodtyp,
    cast(max(period) as varchar) as period,
from finalitet
where slutlig = 1
group by regel, periodtyp
order by regel, periodtyp
