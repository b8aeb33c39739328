-- One row per stay with several notices: only theirs have to be put together.
select stay
from notis
group by stay
having count(*) > 1
