-- One row per used notice that has a withdrawal.
select stay, atertagen_datum, atertagen_tid,
from s_notis
where atertagen_datum is not null
