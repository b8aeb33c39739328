-- One row per indicator that is off for want of columns: those it would take, `a|b` where
-- either would do.
select indikator, list(krav order by krav) as saknar,
from (
    select indikator, krav,
    from indikator_kraver
    left join (select distinct namn as kolumn, true as finns from krav_kolumn) using (kolumn)
    group by indikator, krav
    having not coalesce(bool_or(finns), false)
) as krav_utan_kolumn
group by indikator
