-- One row per unit, period, group and number of waiting days: ended cases.
select niva, enhet_id, periodtyp, period, grupp, vantedagar, antal_fall as fall,
from upprullad('kub_fall', ['vantedagar'])
union all
select 'klinik', enhet_id, 'ar', period, 'alla', vantedagar, cast(sum(fall) as bigint),
from kub_klinik
group by all
