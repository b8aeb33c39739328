-- One row: the month that the latest final one is compared with where the profile names none: twelve months before it, or the
-- first final one of a shorter series. Null without a final month.
select cast(greatest(max(period) - interval 12 month, min(period)) as date)::varchar as sedan,
from finalitet
where slutlig = 1 and regel = 'utskrivning' and periodtyp = 'manad'
