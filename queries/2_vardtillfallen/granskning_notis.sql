-- One row per remark on a notice: a faulty readiness that is removed, one that is withdrawn,
-- or a kommun or vårdgivare that is not the stay's.
select slag, fil, rad, 'struken' as typ, strykning as kod, 'utskrivningsklar' as kolumn,
from notis
where strykning is not null
union all
select slag, fil, rad, 'anmarkning', 'underrattelse_atertagen', 'atertagen',
from notis
where atertagen and strykning is null
union all
select slag, fil, rad, 'anmarkning', 'kommun_skiljer', 'kommun', from notis where kommun_skiljer
union all
select slag, fil, rad, 'anmarkning', 'vardgivare_skiljer', 'vardgivare',
from notis
where vardgivare_skiljer
