-- One row per count that some cell shows: block and key, the value, and whether the indicators agree on it.
select
    block, nyckel,
    min(varde) as varde,
    count(varde) > 0 and min(varde) = max(varde) and min(varde) >= 0 as giltig,
from rojande_visar
group by all
