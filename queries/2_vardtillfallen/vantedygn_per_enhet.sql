-- One row per unit, period and group: waiting days that fell in the period, and the stays with at least one of them.
select
    niva, enhet_id, periodtyp, period, grupp,
    summa_dygn as dygn,
    case periodtyp
        when 'manad' then antal_manad
        when 'kvartal' then antal_kvartal
        when 'halvar' then antal_halvar
        when 'ar' then antal_ar
    end as fall,
from upprullad('kub_dygn', [])
-- The stays of twelve rolling months do not follow from those of its months.
where periodtyp <> 'rullande12'
