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
select n.slag, n.fil, n.rad, 'anmarkning', 'kommun_skiljer', 'kommun',
from notis as n
join s_vardtillfalle as v using (stay)
where n.kommun <> v.kommun
union all
select n.slag, n.fil, n.rad, 'anmarkning', 'vardgivare_skiljer', 'vardgivare',
from notis as n
join s_vardtillfalle as v using (stay)
where n.vardgivare <> v.vardgivare
